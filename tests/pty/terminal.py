"""A real terminal for tests: the program runs in a pty, and pyte shows what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).parent.parent.parent
KIOSK = (sys.executable, "-P", "-m", "kiosk")


class Terminal:
    """One program in a terminal of its own. Use it as a context."""

    def __init__(
        self,
        command: Sequence[str] = (*KIOSK, "run"),
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = bytearray()
        """All bytes that the program wrote."""
        self.started = self.came = time.monotonic()
        """`came`: when the last bytes came, before `pyte` took its time for them; seconds of the monotonic clock."""
        self.exit_code: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
            os.execvpe(command[0], list(command), {**os.environ, **own})
        self.resize(columns, rows)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *exc: object) -> None:
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._fd >= 0:
            os.close(self._fd)

    def hang_up(self) -> None:
        """Closes the terminal, as when its window is closed."""
        os.close(self._fd)
        self._fd = -1

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def send(self, keys: str | bytes) -> None:
        """Types."""
        os.write(self._fd, keys.encode() if isinstance(keys, str) else keys)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.screen.display)

    def read(self, seconds: float) -> bool:
        """Takes what the program writes within `seconds`; False when it wrote nothing, or has ended."""
        if self._fd < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            block = os.read(self._fd, 65_536)
        except OSError:
            return False
        if block:
            self.came = time.monotonic()
        self.output += block
        self._stream.feed(block)
        return bool(block)

    def wait_for(self, text: str, seconds: float = 20.0) -> float:
        """Waits until the screen shows `text`; returns the seconds since the start. Fails with the screen."""
        end = time.monotonic() + seconds
        while text not in self.text:
            left = end - time.monotonic()
            assert left > 0, f"“{text}” did not come; the screen shows:\n{self.text}"
            self.read(min(left, 0.1))
        return time.monotonic() - self.started

    def wait_for_focus(self, choice: str) -> None:
        """Waits until the choice, such as "2 Symptoms", has the focus; fails with the screen."""
        number, _, label = choice.partition(" ")
        drawn = re.compile(rf"▶ ?{number} +{re.escape(label)}")
        wait_until(lambda: drawn.search(self.text) is not None, self)

    def settle(self, quiet: float = 0.3) -> str:
        """Waits until nothing has been written for `quiet` seconds; returns the screen."""
        while self.read(quiet):
            pass
        return self.text

    def signal(self, number: int) -> None:
        """Sends a signal to the program."""
        os.kill(self.pid, number)

    def wait_for_exit(self, seconds: float = 10.0) -> int:
        """Waits until the program ends; returns its exit status."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
                return self.exit_code
        raise AssertionError(f"the program did not end; the screen shows:\n{self.text}")


def wait_until(happened: Callable[[], bool], terminal: Terminal, seconds: float = 20.0) -> None:
    """Lets the terminal go on until `happened`."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, terminal.text
        terminal.read(0.02)
