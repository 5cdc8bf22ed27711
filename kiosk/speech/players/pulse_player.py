"""Plays through PulseAudio, or PipeWire in place of it, by libpulse's own interface.

The server gets all samples at once and plays them in short pieces, so speech neither stutters when the machine is
busy nor starts late; a flush throws away what the server still has. A player that is asked for every 5 ms, as
miniaudio's is, gave some hundred gaps a minute on a busy machine, and the same delay.
"""

from __future__ import annotations

import sys
import time
from array import array

from kiosk.speech.players import pulse_library as pulse
from kiosk.speech.players.pace import Pace
from kiosk.speech.players.player import HungError, SoundError

PIECE_MS = 5
"""Length of the pieces that the server plays, in ms; half of it is waited on average."""
HELD_S = 10
"""Seconds of sound that the server is ready to hold."""
CONNECT_S = 3.0
"""Seconds that the server has for each step of a connection: a busy machine may need more than one."""
ANSWER_S = 0.8
"""Seconds without an answer after which the server counts as gone, although it has not ended."""
DELAY_S = 0.005
"""Seconds from handing over to hearing, as measured with a null sink."""


class PulsePlayer:
    """A stream that is always ready."""

    def __init__(self, sample_rate: int, sink: str = "") -> None:
        """Connects to the sound server; raises SoundError when there is none, HungError when it does not answer.

        `sink`: the output to play by, and by no other one; empty for the one that the server prefers.
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
        self._closed = False
        self._lib.pa_threaded_mainloop_start(self._loop)
        try:
            self._connect(sample_rate, sink)
        except SoundError:
            self.close()
            raise

    def _connect(self, sample_rate: int, sink: str) -> None:
        lib = self._lib
        with self._locked():
            lib.pa_context_connect(self._context, None, pulse.NO_AUTOSPAWN, None)
        self._wait(lambda: lib.pa_context_get_state(self._context), pulse.CONTEXT_READY, pulse.CONTEXT_FAILED)
        little = sys.byteorder == "little"
        spec = pulse.SampleSpec(pulse.SAMPLE_S16LE if little else pulse.SAMPLE_S16BE, sample_rate, 1)
        second = 2 * sample_rate
        attr = pulse.BufferAttr(pulse.UNSET, HELD_S * second, 2, second * PIECE_MS // 1000 // 2 * 2, pulse.UNSET)
        with self._locked():
            self._stream = lib.pa_stream_new(self._context, b"Speech", pulse.byref(spec), None)
            device, flags = (sink.encode(), pulse.DONT_MOVE) if sink else (None, 0)
            lib.pa_stream_connect_playback(
                self._stream, device, pulse.byref(attr), pulse.EARLY_REQUESTS | flags, None, None
            )
        self._wait(lambda: lib.pa_stream_get_state(self._stream), pulse.READY, pulse.FAILED)

    def _wait(self, state: object, good: int, bad: int) -> None:
        assert callable(state)
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
        data = samples.tobytes()
        with self._locked():
            self._lib.pa_stream_write(self._stream, data, len(data), None, 0, pulse.SEEK_RELATIVE)
            self._pace.hand_over(len(samples))

    def flush(self) -> None:
        """Throw away what has not been played yet."""
        with self._locked():
            operation = self._lib.pa_stream_flush(self._stream, None, None)
            if operation:
                self._lib.pa_operation_unref(operation)
            self._pace.throw_away()

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
