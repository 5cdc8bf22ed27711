"""A crash in the middle of a visit leaves no dumped memory, even where any other program would dump its own."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import KIOSK, Terminal, wait_until
from tests.pty.test_supervision import app_of, children, is_gone

FIRST = "Before you start"
CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")
CRASHES = (signal.SIGSEGV, signal.SIGABRT)
VISIT = b"Tell us about a symptom that lasts"
"""What the visitor reads when the crash comes."""


@pytest.fixture
def most() -> Iterator[None]:
    """From here on every program may dump as much as the machine allows at all."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, before)


def dumped(folder: Path) -> list[Path]:
    """Dumps of memory that the kernel has written there: they are ELF files of their own kind."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_size > 20:
            with path.open("rb") as file:
                head = file.read(20)
            if head[:4] == b"\x7fELF" and int.from_bytes(head[16:18], sys.byteorder) == 4:
                found.append(path)
    return found


def in_folder(folder: Path, *command: str) -> tuple[str, ...]:
    """The command, called in that folder: there the kernel dumps to, where it is asked for no other."""
    return ("sh", "-c", 'cd "$1" && shift && exec "$@"', "-", str(folder), *command)


@pytest.fixture
def place(most: None, tmp_path: Path) -> Path:
    """An empty folder into which this machine really dumps the memory of a program that crashes."""
    if CORE_PATTERN.read_text("utf-8").strip() not in ("core", "core.%p"):
        pytest.skip("the kernel hands dumped memory to somebody else here")
    control = tmp_path / "control"
    control.mkdir()
    code = f"import os; kept = {VISIT!r}.upper(); os.abort()"
    done = subprocess.run(in_folder(control, sys.executable, "-c", code), check=False, capture_output=True)
    cores = dumped(control)
    if not cores:
        pytest.skip("no program can dump its memory here")
    assert done.returncode == -signal.SIGABRT
    assert VISIT.upper() in cores[0].read_bytes()
    place = tmp_path / "place"
    place.mkdir()
    return place


def voice_of(app: int) -> int | None:
    """The process id of the voice, once it is there."""
    for child in children(app):
        if b"kiosk.speech.voice_process" in Path(f"/proc/{child}/cmdline").read_bytes():
            return child
    return None


@pytest.mark.parametrize("number", CRASHES)
@pytest.mark.parametrize("who", ["app", "voice", "supervisor"])
def test_no_process_of_the_kiosk_dumps_its_memory(place: Path, tmp_path: Path, who: str, number: int):
    device = tmp_path / "device.yaml"
    device.write_text("text-size: plain\n")
    own = {
        "STATE_DIRECTORY": str(place / "state"),
        "RUNTIME_DIRECTORY": str(place),
        "PULSE_SERVER": "unix:/no/such/server",
    }
    with Terminal(in_folder(place, *KIOSK, "run", "--device", str(device)), environment=own) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.send(" 1")
        terminal.wait_for("Main menu")
        terminal.send("2")
        terminal.wait_for(VISIT.decode())
        app = app_of(terminal)
        wait_until(lambda: voice_of(app) is not None, terminal)
        voice = voice_of(app)
        assert voice is not None
        crashed = {"app": app, "voice": voice, "supervisor": terminal.pid}[who]
        assert os.readlink(f"/proc/{crashed}/cwd") == str(place)
        os.kill(crashed, number)
        if who == "supervisor":
            assert terminal.wait_for_exit() == -number
        wait_until(lambda: is_gone(crashed), terminal)
        assert dumped(place) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("looked_after", [True, False])
def test_others_of_the_same_user_cannot_look_into_the_memory(looked_after: bool):
    """The kernel gives the files in /proc of a process that may not be looked into to root."""
    code = (
        "import ctypes, os, sys; from kiosk.machine.memory import block_memory_reads;"
        "os.setgid(65534); os.setuid(65534);"
        "ctypes.CDLL(None).prctl(4, 1, 0, 0, 0);"
        f"{'block_memory_reads();' if looked_after else ''} print(os.stat('/proc/self/environ').st_uid)"
    )
    done = subprocess.run((sys.executable, "-P", "-c", code), capture_output=True, text=True, check=True)
    assert int(done.stdout) == (0 if looked_after else 65534)
