"""Plays through miniaudio: PulseAudio (or PipeWire's stand-in for it), else ALSA; the system's own elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from array import array
from collections import deque
from collections.abc import Generator

from kiosk.speech.players.player import SoundError

PERIOD_MS = 10
"""Length of the pieces that the device asks for; half of it is waited on average."""
PERIODS = 3
"""How many pieces are ready; fewer would be heard as gaps when the machine is busy."""
DOZING_MS = 250
"""Length of a piece while nobody is there."""
STALL_S = 0.3
"""Seconds without a request from the device after which it counts as gone; longer by the length of its pieces."""


class MiniaudioPlayer:
    """An open device that plays silence while there is nothing to play."""

    def __init__(self, sample_rate: int) -> None:
        """Opens the default device; raises SoundError when there is none or miniaudio is not installed."""
        try:
            import miniaudio
        except ImportError as error:
            raise SoundError("miniaudio is not installed") from error
        self._miniaudio, self._rate = miniaudio, sample_rate
        self.gain = 1.0
        self.hung = False
        self.sink, self.percent = "", None
        self._waiting: deque[array[int]] = deque()
        self._rest: array[int] = array("h")
        self._lock = threading.Lock()
        self._written = 0
        self._played = 0
        self._asked_at = time.monotonic()
        self._open(PERIOD_MS)
        self.name = f"miniaudio ({self._device.backend})"

    def _open(self, piece_ms: int) -> None:
        """Open the device; raises SoundError if that is not possible."""
        miniaudio = self._miniaudio
        backends = None
        if sys.platform.startswith("linux"):
            # JACK and others would be tried too, and print dozens of lines.
            backends = [miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA]
        self._patience_s = STALL_S + (piece_ms - PERIOD_MS) * PERIODS / 1000
        self._asked_at = time.monotonic()
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=self._rate,
                buffersize_msec=piece_ms,
                callback_periods=PERIODS,
                backends=backends,
                app_name="Waiting-room kiosk",
            )
            feed = self._feed()
            next(feed)
            self._device.start(feed)
        except miniaudio.MiniaudioError as error:
            raise SoundError(f"no sound device ({error})") from error

    @property
    def written(self) -> int:
        """Samples taken, without those that were thrown away."""
        return self._written

    @property
    def played(self) -> int:
        """Samples that have left for the loudspeaker."""
        return self._played

    @property
    def stalled(self) -> bool:
        """Whether the device has gone."""
        return time.monotonic() - self._asked_at > self._patience_s

    def write(self, samples: array[int]) -> None:
        """Take samples; return at once."""
        with self._lock:
            self._written += len(samples)
            self._waiting.append(samples)

    def flush(self) -> None:
        """Throw away what has not been played yet."""
        with self._lock:
            self._waiting.clear()
            self._rest = array("h")
            self._written = self._played

    def doze(self) -> None:
        """Nobody is there: open the device with long pieces; it has no time to fall asleep in between."""
        self._reopen(DOZING_MS)

    def wake(self) -> None:
        """Somebody is there: open it with short pieces again."""
        self._reopen(PERIOD_MS)

    def _reopen(self, piece_ms: int) -> None:
        self._device.close()
        try:
            self._open(piece_ms)
        except SoundError:
            self._patience_s = 0.0  # it counts as gone

    def close(self) -> None:
        """Give the device back."""
        self._device.close()

    def _feed(self) -> Generator[array[int], int, None]:
        """Answers the device's requests for a number of samples; runs in the device's thread."""
        wanted = yield array("h")
        while True:
            self._asked_at = time.monotonic()
            with self._lock:
                while len(self._rest) < wanted and self._waiting:
                    self._rest += self._waiting.popleft()
                piece, self._rest = self._rest[:wanted], self._rest[wanted:]
                self._played += len(piece)
                gain = self.gain
            if gain < 1.0:
                piece = array("h", [int(sample * gain) for sample in piece])
            if len(piece) < wanted:
                piece.extend([0] * (wanted - len(piece)))
            wanted = yield piece
