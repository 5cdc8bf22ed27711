"""Plays through a program that reads raw samples from a pipe: `pacat` or `aplay`.

For machines where miniaudio has no wheel, such as a Raspberry Pi. Killing the program is the quickest silence.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from array import array
from collections import deque

from kiosk.speech.players.player import SoundError

AHEAD_S = 0.04
"""Seconds of sound kept in the pipe: enough to bridge a busy moment, little to throw away."""
PROGRAMS = {
    "pacat": ("--raw", "--rate={rate}", "--channels=1", "--format=s16le", "--latency-msec=20"),
    "aplay": ("-q", "-t", "raw", "-f", "S16_LE", "-r", "{rate}", "-c", "1", "-B", "40000"),
}


class PipePlayer:
    """A running program, fed in step with the clock."""

    def __init__(self, sample_rate: int) -> None:
        """Starts the first program that stays up; raises SoundError when none does."""
        self.gain = 1.0
        self._rate = sample_rate
        self._waiting: deque[array[int]] = deque()
        self._written = 0
        self._sent = 0
        self._clock_start = 0.0
        self._clock_samples = 0
        self._wake = threading.Condition()
        self._closed = False
        self._broken = False
        self._command, self._program = self._first_that_runs()
        self.name = self._command[0]
        self._thread = threading.Thread(target=self._feed, name="pipe-player", daemon=True)
        self._thread.start()

    def _first_that_runs(self) -> tuple[list[str], subprocess.Popen[bytes]]:
        for name, options in PROGRAMS.items():
            path = shutil.which(name)
            if path is None:
                continue
            command = [path, *(option.format(rate=self._rate) for option in options)]
            program = self._start(command)
            try:
                program.wait(timeout=0.15)  # without a sound server it ends at once
            except subprocess.TimeoutExpired:
                return command, program
        raise SoundError("neither pacat nor aplay can play")

    @staticmethod
    def _start(command: list[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, bufsize=0
        )

    @property
    def written(self) -> int:
        """See `Player`."""
        return self._written

    @property
    def played(self) -> int:
        """See `Player`: by the clock, as the program tells nothing."""
        if self._sent == self._clock_samples:
            return self._sent
        heard = self._clock_samples + int((time.monotonic() - self._clock_start) * self._rate)
        return max(self._clock_samples, min(self._sent, heard))

    @property
    def stalled(self) -> bool:
        """See `Player`."""
        return self._broken or self._program.poll() is not None

    def write(self, samples: array[int]) -> None:
        """See `Player`."""
        with self._wake:
            self._written += len(samples)
            self._waiting.append(samples)
            self._wake.notify()

    def flush(self) -> None:
        """See `Player`."""
        with self._wake:
            self._waiting.clear()
            self._clock_samples = self._sent = self._written = self.played
            self._program.kill()
            self._program.wait()
            self._program = self._start(self._command)

    def close(self) -> None:
        """See `Player`."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._program.kill()
        self._program.wait()

    def _feed(self) -> None:
        """Writes samples a little ahead of the clock."""
        while True:
            with self._wake:
                while not self._waiting and not self._closed:
                    self._wake.wait()
                if self._closed:
                    return
                samples = self._waiting.popleft()
                if self.played >= self._sent:
                    self._clock_start, self._clock_samples = time.monotonic(), self._sent
                program = self._program
                self._sent += len(samples)
            scaled = samples if self.gain >= 1.0 else array("h", [int(s * self.gain) for s in samples])
            try:
                assert program.stdin is not None
                program.stdin.write(scaled.tobytes())
            except OSError:
                self._broken = self._program is program
            ahead = (self._sent - self.played) / self._rate - AHEAD_S
            if ahead > 0:
                with self._wake:
                    self._wake.wait(ahead)
