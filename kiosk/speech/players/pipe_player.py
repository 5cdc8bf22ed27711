"""Plays through a program that reads raw samples from a pipe: `pacat` or `aplay`.

For machines where miniaudio has no wheel, such as a Raspberry Pi. Killing the program is the quickest silence.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
from array import array
from collections import deque
from collections.abc import Mapping, Sequence

from kiosk.speech.players.pace import Pace
from kiosk.speech.players.player import SoundError

AHEAD_S = 0.04
"""Seconds of sound kept in the pipe: enough to bridge a busy moment, little to throw away."""
DELAY_S = 0.02
"""Seconds from handing over to hearing: the programs' own buffer, as asked for below."""
STAYS_UP_S = 1.0
"""Seconds after which a program that still runs has found a sound device; on a busy machine it takes long to fail."""
PROGRAMS: Mapping[str, Sequence[str]] = {
    "pacat": ("--raw", "--rate={rate}", "--channels=1", "--format=s16le", "--latency-msec=20"),
    "aplay": ("-q", "-t", "raw", "-f", "S16_LE", "-r", "{rate}", "-c", "1", "-B", "40000"),
}


class PipePlayer:
    """A running program, fed in step with the clock."""

    def __init__(self, sample_rate: int, programs: Mapping[str, Sequence[str]] = PROGRAMS) -> None:
        """Starts the first of `programs` that stays up; raises SoundError when none does."""
        self.gain = 1.0
        self.hung = False
        self.sink, self.percent = "", None
        self._rate = sample_rate
        self._programs = programs
        self._pace = Pace(sample_rate, DELAY_S)
        self._waiting: deque[array[int]] = deque()
        self._sent = 0
        """Samples written to the program, counted as `written` is."""
        self._change = threading.Condition()
        self._closed = False
        self._broken = False
        self._command, self._program = self._first_that_runs()
        self.name = self._command[0]
        threading.Thread(target=self._feed, name="pipe-player", daemon=True).start()

    def _first_that_runs(self) -> tuple[list[str], subprocess.Popen[bytes]]:
        for name, options in self._programs.items():
            path = shutil.which(name)
            if path is None:
                continue
            command = [path, *(option.format(rate=self._rate) for option in options)]
            try:
                program = self._start(command)
                program.wait(timeout=STAYS_UP_S)  # without a sound server it ends at once
            except subprocess.TimeoutExpired:
                return command, program
            except OSError:
                continue
        raise SoundError(f"none of {', '.join(self._programs)} can play")

    @staticmethod
    def _start(command: list[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, bufsize=0
        )

    @property
    def written(self) -> int:
        """Samples taken, without those that were thrown away."""
        return self._pace.handed_over

    @property
    def played(self) -> int:
        """Samples that have left for the loudspeaker, by the clock: the program reports nothing."""
        return self._pace.heard

    @property
    def stalled(self) -> bool:
        """Whether the device has gone."""
        return self._broken or self._program.poll() is not None

    def write(self, samples: array[int]) -> None:
        """Take samples; return at once."""
        with self._change:
            if not self._waiting and self._pace.heard >= self._pace.handed_over:
                self._sent = self._pace.handed_over
            self._pace.hand_over(len(samples))
            self._waiting.append(samples)
            self._change.notify()

    def flush(self) -> None:
        """Throw away what has not been played yet."""
        with self._change:
            self._waiting.clear()
            self._pace.throw_away()
            self._sent = self._pace.handed_over
            self._end(self._program)
            try:
                self._program = self._start(self._command)
            except OSError:
                self._broken = True
            self._change.notify()

    def doze(self) -> None:
        """Do nothing: the program waits without work, and its device may sleep."""

    def wake(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Give the device back."""
        with self._change:
            self._closed = True
            self._change.notify()
        self._end(self._program)

    @staticmethod
    def _end(program: subprocess.Popen[bytes]) -> None:
        program.kill()
        program.wait()

    def _feed(self) -> None:
        """Writes samples a little ahead of the clock; it alone closes the pipes, for it may be writing to one."""
        program = self._program
        while True:
            with self._change:
                while (wait := self._wait_s()) != 0 and not self._closed and program is self._program:
                    self._change.wait(wait)
                old, program = program, self._program
                samples = self._waiting.popleft() if self._wait_s() == 0 and not self._closed else None
                self._sent += len(samples or ())
            if old is not program or self._closed:
                _close_pipe(old)
            if self._closed:
                _close_pipe(program)
                return
            if samples is not None:
                self._write_to(program, samples)

    def _wait_s(self) -> float | None:
        """Seconds until the next samples are to be written; None where there are none."""
        if not self._waiting:
            return None
        return max(0.0, (self._sent - self._pace.heard) / self._rate - DELAY_S - AHEAD_S)

    def _write_to(self, program: subprocess.Popen[bytes], samples: array[int]) -> None:
        scaled = samples if self.gain >= 1.0 else array("h", [int(s * self.gain) for s in samples])
        assert program.stdin is not None
        try:
            program.stdin.write(scaled.tobytes())
        except OSError:
            with self._change:  # a flush, which ends the program, has put another one in its place by then
                self._broken = self._broken or self._program is program


def _close_pipe(program: subprocess.Popen[bytes]) -> None:
    assert program.stdin is not None
    try:
        program.stdin.close()
    except OSError:
        return  # a pipe that broke before holds nothing
