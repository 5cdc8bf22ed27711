"""Plays through PulseAudio, or PipeWire in place of it, by libpulse's own interface.

The server gets all samples at once and plays them in short pieces, so speech neither stutters when the machine is
busy nor starts late; a flush throws away what the server still has. A player that is asked for every 5 ms, as
miniaudio's is, gave some hundred gaps a minute on a busy machine, and the same delay.

The stream is never paused, so the server keeps the device running, with silence while there is no speech. A device
that slept before gets silence first: many, such as a screen's by HDMI, swallow what comes while they wake.
"""

from __future__ import annotations

import sys
import time
from array import array
from collections.abc import Callable

from kiosk.speech.players import pulse_library as pulse
from kiosk.speech.players.pace import Pace
from kiosk.speech.players.player import HungError, SoundError
from kiosk.speech.players.pulse_sinks import SinkInfo, percent_of, volume_of

PIECE_MS = 5
"""Length of the pieces that the server plays, in ms; half of it is waited on average."""
DOZING_MS = 1_000
"""The same while nobody is there."""
HELD_S = 10
"""Seconds of sound that the server is ready to hold."""
CONNECT_S = 3.0
"""Seconds that the server has for each step of a connection: a busy machine may need more than one."""
ANSWER_S = 0.8
"""Seconds without an answer after which the server counts as gone, although it has not ended."""
DELAY_S = 0.005
"""Seconds from handing over to hearing, as measured with a null sink."""
SETTLE_S = 1.5
"""Seconds of silence for a device that slept, before anything is said."""
DEFAULT_SINK = b"@DEFAULT_SINK@"


class PulsePlayer:
    """A stream that is always ready."""

    def __init__(self, sample_rate: int, sink: str = "", volume: int | None = None) -> None:
        """Connects to the sound server; raises SoundError when there is none, HungError when it does not answer.

        `sink`: the output to play by, and by no other one; empty for the one that the server prefers.
        `volume`: the system volume that the output is set to, in per cent, unmuted; None to leave it.
        """
        self.gain = 1.0
        self.hung = False
        self.name = "PulseAudio"
        self._pace = Pace(sample_rate, DELAY_S)
        if not sys.platform.startswith("linux"):
            raise SoundError("PulseAudio is for Linux")
        try:
            self._lib = pulse.load()
        except (OSError, AttributeError) as error:
            raise SoundError("libpulse is not installed") from error
        self._loop = self._lib.pa_threaded_mainloop_new()
        self._context = self._lib.pa_context_new(
            self._lib.pa_threaded_mainloop_get_api(self._loop), b"Waiting-room kiosk"
        )
        self._stream = None
        self._question = None
        """The question that the server was asked last."""
        self._asked_at = time.monotonic()
        self._settled_at = 0.0
        self.percent: int | None = None
        self._rate = sample_rate
        self._closed = False
        self._lib.pa_threaded_mainloop_start(self._loop)
        try:
            self._connect(sink, volume)
        except SoundError:
            self.close()
            raise

    def _connect(self, sink: str, volume: int | None) -> None:
        lib = self._lib
        with self._locked():
            lib.pa_context_connect(self._context, None, pulse.NO_AUTOSPAWN, None)
        self._wait(lambda: lib.pa_context_get_state(self._context), pulse.CONTEXT_READY, pulse.CONTEXT_FAILED)
        if self._prepare(sink.encode() or DEFAULT_SINK, volume):
            self._settled_at = time.monotonic() + SETTLE_S
        little = sys.byteorder == "little"
        spec = pulse.SampleSpec(pulse.SAMPLE_S16LE if little else pulse.SAMPLE_S16BE, self._rate, 1)
        with self._locked():
            self._stream = lib.pa_stream_new(self._context, b"Speech", pulse.byref(spec), None)
            device, flags = (sink.encode(), pulse.DONT_MOVE) if sink else (None, 0)
            lib.pa_stream_connect_playback(
                self._stream, device, pulse.byref(self._buffer(PIECE_MS)), pulse.EARLY_REQUESTS | flags, None, None
            )
        self._wait(lambda: lib.pa_stream_get_state(self._stream), pulse.READY, pulse.FAILED)
        with self._locked():
            self._settle()

    def _buffer(self, piece_ms: int) -> pulse.BufferAttr:
        second = 2 * self._rate
        return pulse.BufferAttr(pulse.UNSET, HELD_S * second, 2, second * piece_ms // 1000 // 2 * 2, pulse.UNSET)

    def _prepare(self, sink: bytes, volume: int | None) -> bool:
        """Set the output's volume; return True if its device sleeps."""
        sleeps = False

        def take(context: int, info: int, end: int, _: object) -> None:
            nonlocal sleeps
            if end == 0:
                found = SinkInfo.from_address(info)
                sleeps = found.state == pulse.SINK_SUSPENDED
                self.percent = percent_of(found)
                if volume is not None:
                    self.percent = volume
                    set_to = pulse.byref(volume_of(found, volume))
                    self._forget(self._lib.pa_context_set_sink_volume_by_name(context, found.name, set_to, None, None))
                    self._forget(self._lib.pa_context_set_sink_mute_by_name(context, found.name, 0, None, None))

        callback = pulse.SINK_CALLBACK(take)
        with self._locked():
            question = self._lib.pa_context_get_sink_info_by_name(self._context, sink, callback, None)
        if not question:
            raise SoundError("no sound server answers")
        # An output that is not there is an answer too; then the stream fails.
        self._wait(lambda: self._lib.pa_operation_get_state(question), pulse.ANSWERED, pulse.ANSWERED + 1)
        with self._locked():
            self._forget(question)
        return sleeps

    def _forget(self, operation: int | None) -> None:
        if operation:
            self._lib.pa_operation_unref(operation)

    def _wait(self, state: Callable[[], int], good: int, bad: int) -> None:
        end = time.monotonic() + CONNECT_S
        while True:
            with self._locked():
                now = state()
            if now == good:
                return
            if now >= bad:
                raise SoundError("no sound server answers")
            if time.monotonic() > end:
                raise HungError("the sound server hangs")
            time.sleep(0.001)

    @property
    def sink(self) -> str:
        """The name of the output that plays it; the server may have moved the stream."""
        with self._locked():
            name: bytes | None = self._lib.pa_stream_get_device_name(self._stream)
        return (name or b"").decode("utf-8", "replace")

    @property
    def written(self) -> int:
        """Samples taken, without those that were thrown away."""
        return self._pace.handed_over

    @property
    def played(self) -> int:
        """Samples that have left for the loudspeaker."""
        return self._pace.heard

    @property
    def stalled(self) -> bool:
        """Whether the device has gone. A server that hangs keeps its connections, so it is asked over and over."""
        with self._locked():
            if self._lib.pa_stream_get_state(self._stream) != pulse.READY:
                return True
            unanswered = self._question and self._lib.pa_operation_get_state(self._question) == pulse.RUNNING
            if not unanswered:
                self._ask()
            self.hung = bool(unanswered) and time.monotonic() - self._asked_at > ANSWER_S
            return self.hung

    def _ask(self) -> None:
        if time.monotonic() - self._asked_at < ANSWER_S / 2:
            return
        if self._question:
            self._lib.pa_operation_unref(self._question)
        self._question = self._lib.pa_stream_update_timing_info(self._stream, None, None)
        self._asked_at = time.monotonic()

    def write(self, samples: array[int]) -> None:
        """Take samples; return at once."""
        if self.gain < 1.0:
            gain = self.gain
            samples = array("h", [int(sample * gain) for sample in samples])
        with self._locked():
            self._hand_over(samples)

    def _hand_over(self, samples: array[int]) -> None:
        data = samples.tobytes()
        self._lib.pa_stream_write(self._stream, data, len(data), None, 0, pulse.SEEK_RELATIVE)
        self._pace.hand_over(len(samples))

    def _settle(self) -> None:
        """Hand over the silence that the device still needs before it is heard."""
        left_s = self._settled_at - time.monotonic()
        if left_s > 0:
            self._hand_over(array("h", bytes(2 * int(left_s * self._rate))))

    def flush(self) -> None:
        """Throw away what has not been played yet."""
        with self._locked():
            self._forget(self._lib.pa_stream_flush(self._stream, None, None))
            self._pace.throw_away()
            self._settle()

    def doze(self) -> None:
        """Nobody is there: the device goes on, by pieces of a second."""
        self._set_pieces(DOZING_MS)

    def wake(self) -> None:
        """Somebody is there: play in short pieces again."""
        self._set_pieces(PIECE_MS)

    def _set_pieces(self, piece_ms: int) -> None:
        buffer = pulse.byref(self._buffer(piece_ms))
        with self._locked():
            self._forget(self._lib.pa_stream_set_buffer_attr(self._stream, buffer, None, None))

    def close(self) -> None:
        """Give the device back."""
        if self._closed:
            return
        self._closed = True
        lib = self._lib
        with self._locked():
            if self._question:
                lib.pa_operation_unref(self._question)
            if self._stream:
                lib.pa_stream_disconnect(self._stream)
                lib.pa_stream_unref(self._stream)
            lib.pa_context_disconnect(self._context)
            lib.pa_context_unref(self._context)
        lib.pa_threaded_mainloop_stop(self._loop)
        lib.pa_threaded_mainloop_free(self._loop)

    def _locked(self) -> _Lock:
        return _Lock(self._lib, self._loop)


class _Lock:
    """libpulse's own lock: its thread and ours take turns."""

    def __init__(self, lib: object, loop: object) -> None:
        self._lib = lib
        self._loop = loop

    def __enter__(self) -> None:
        self._lib.pa_threaded_mainloop_lock(self._loop)  # type: ignore[attr-defined]

    def __exit__(self, *exc: object) -> None:
        self._lib.pa_threaded_mainloop_unlock(self._loop)  # type: ignore[attr-defined]
