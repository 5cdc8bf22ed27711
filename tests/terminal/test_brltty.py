"""BRLTTY itself, on a Linux console, with a braille line that is a program: it follows the focus, its keys move it.

Keys go to whatever runs on the console, so this is tried only where `KIOSK_CONSOLE` names one that nobody uses and that
is in front, such as `/dev/tty1`; it needs root and BRLTTY with its virtual braille line (Debian: `brltty`).
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import ROOT

CONSOLE = os.environ.get("KIOSK_CONSOLE", "")
CELLS = 40
LONGEST_S = 20.0
SHOWN = re.compile(r'^Visual "(.*)"\r?$', re.MULTILINE)
pytestmark = [
    pytest.mark.skipif(not CONSOLE, reason="KIOSK_CONSOLE does not name a free console"),
    pytest.mark.skipif(not shutil.which("brltty"), reason="brltty is not installed"),
]


class BrailleLine:
    """The display's end of BRLTTY's virtual braille line, which tells in words what stands on it."""

    def __init__(self, path: Path) -> None:
        self._link = socket.socket(socket.AF_UNIX)
        end = time.monotonic() + LONGEST_S
        while True:
            try:
                self._link.connect(str(path))
                break
            except OSError:
                assert time.monotonic() < end, "BRLTTY does not wait for a braille line"
                time.sleep(0.05)
        self._link.settimeout(0.1)
        self._heard = ""
        self.press(f"cells {CELLS}")

    def press(self, key: str) -> None:
        self._link.sendall(f"{key}\n".encode())

    def wait_for(self, fits: Callable[[str], bool]) -> str:
        """What stands on the line, once it `fits`."""
        end = time.monotonic() + LONGEST_S
        while True:
            lines = SHOWN.findall(self._heard)
            if lines and fits(lines[-1]):
                return str(lines[-1])
            assert time.monotonic() < end, lines[-5:]
            try:
                self._heard += self._link.recv(4096).decode()
            except TimeoutError:
                continue

    def close(self) -> None:
        self._link.close()


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The kiosk on the console, in the text mode."""
    device = tmp_path / "device.yaml"
    device.write_text("sound: off\ntext-size: plain\n")
    console = os.open(CONSOLE, os.O_RDWR | os.O_NOCTTY)
    command = [sys.executable, "-P", "-m", "kiosk", "run", "--content", "content", "--device", str(device)]
    running = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=console,
        stdout=console,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "TERM": "linux", "LANG": "C.UTF-8", "XDG_STATE_HOME": str(tmp_path)},
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 1),
    )
    os.close(console)
    yield running
    running.terminate()
    running.wait(LONGEST_S)


@pytest.fixture
def line(kiosk: subprocess.Popen[bytes], tmp_path: Path) -> Iterator[BrailleLine]:
    place, own = tmp_path / "line", str(tmp_path)
    brltty = subprocess.Popen(
        [
            *("brltty", "--no-daemon", "--standard-error", "--quiet", "--configuration-file=/dev/null"),
            *("--braille-driver=vr", f"--braille-device=server:{place}", "--screen-driver=lx", "--speech-driver=no"),
            *("--no-api", f"--pid-file={own}/pid", f"--writable-directory={own}"),
            *(f"--updatable-directory={own}", "--preferences-file=preferences"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    braille = BrailleLine(place)
    yield braille
    braille.close()
    brltty.terminate()
    try:
        brltty.wait(LONGEST_S)
    except subprocess.TimeoutExpired:
        brltty.kill()
        brltty.wait()


def test_the_braille_line_follows_the_focus_and_its_keys_move_it(line: BrailleLine):
    line.wait_for(lambda text: "1 Agree" in text)
    line.press("KEY_ENTER")
    line.wait_for(lambda text: text.strip().endswith("1 Symptoms"))
    line.press("KEY_CURSOR_DOWN")
    line.wait_for(lambda text: text.strip().endswith("2 When to seek care"))
    line.press("KEY_CURSOR_UP")
    line.wait_for(lambda text: text.strip().endswith("1 Symptoms"))
    line.press("KEY_ENTER")
    line.wait_for(lambda text: "1 Next page" in text)
