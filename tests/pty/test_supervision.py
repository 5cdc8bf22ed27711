"""Whatever ends the app, the disclaimer is back, or a safe page is shown; never a shell, never a traceback."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from tests.pty.terminal import KIOSK, Terminal, wait_until

FIRST = "Before you start"
WITH_SHORT_WAITS = """
import sys
from kiosk.supervision import back_off, supervisor
from kiosk.terminal import driver
back_off.FIRST_WAIT_S = 3.0
supervisor.HUNG_S, supervisor.CHECK_S, driver.PROBE_EVERY_S = 2.0, 0.2, 0.5
sys.argv = ["kiosk", "run", "--device", sys.argv[1]]
from kiosk.__main__ import main
main()
"""
CANNOT_START = """
import sys
from kiosk.startup import start
def fails(*rest):
    raise RuntimeError("a fault at the start")
start.start = fails
sys.argv = ["kiosk", "run", "--device", sys.argv[1]]
from kiosk.__main__ import main
main()
"""


def children(pid: int) -> list[int]:
    """Process ids of the direct children."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def app_of(terminal: Terminal) -> int:
    """The process id of the app."""
    (app,) = children(terminal.pid)
    return app


def is_gone(pid: int) -> bool:
    """Whether the process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def kill_app(terminal: Terminal, number: int = signal.SIGKILL) -> int:
    """Ends the app and waits until the supervisor has seen it and blanked the screen; returns its process id."""
    app = app_of(terminal)
    os.kill(app, number)
    wait_until(lambda: children(terminal.pid) != [app], terminal)
    wait_until(lambda: FIRST not in terminal.text, terminal)
    return app


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV, signal.SIGHUP])
def test_a_killed_app_is_back_on_the_disclaimer(silent: Path, number: int):
    with Terminal((*KIOSK, "run", "--device", str(silent))) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.send("h")
        terminal.wait_for("All keys")
        kill_app(terminal, number)
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.send("h")
        terminal.wait_for("All keys")
        assert b"Traceback" not in terminal.output


def test_after_five_crashes_the_safe_page_is_shown_and_then_it_is_tried_again(silent: Path):
    with Terminal((sys.executable, "-P", "-c", WITH_SHORT_WAITS, str(silent)), columns=60, rows=12) as terminal:
        for _ in range(4):
            terminal.wait_for(FIRST)
            terminal.settle()
            kill_app(terminal)
        terminal.wait_for(FIRST)
        kill_app(terminal)
        terminal.wait_for("Please ask at the desk.")
        assert FIRST not in terminal.text
        terminal.wait_for(FIRST)


def test_an_app_that_cannot_even_start_leaves_the_safe_page(silent: Path, tmp_path: Path):
    log = tmp_path / "kiosk.log"
    command = (sys.executable, "-P", "-c", CANNOT_START, str(silent))
    with Terminal(command, columns=60, rows=12, environment={"KIOSK_LOG": str(log)}) as terminal:
        terminal.wait_for("Please ask at the desk.")
        assert b"Traceback" not in terminal.output
        assert b"a fault" not in terminal.output
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == 0
    assert "a fault at the start" in log.read_text()


def test_an_app_that_hangs_is_replaced(silent: Path):
    with Terminal((sys.executable, "-P", "-c", WITH_SHORT_WAITS, str(silent))) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        app = app_of(terminal)
        os.kill(app, signal.SIGSTOP)
        wait_until(lambda: is_gone(app), terminal)
        wait_until(lambda: children(terminal.pid) not in ([], [app]), terminal)
        terminal.wait_for(FIRST)


def test_an_app_that_only_waits_is_left_alone(silent: Path):
    with Terminal((sys.executable, "-P", "-c", WITH_SHORT_WAITS, str(silent))) as terminal:
        terminal.wait_for(FIRST)
        app = app_of(terminal)
        end = time.monotonic() + 5.0
        while time.monotonic() < end:
            terminal.read(0.2)
        assert app_of(terminal) == app


def test_the_app_ends_when_its_supervisor_was_killed(silent: Path):
    with Terminal((*KIOSK, "run", "--device", str(silent))) as terminal:
        terminal.wait_for(FIRST)
        app = app_of(terminal)
        terminal.signal(signal.SIGKILL)
        wait_until(lambda: is_gone(app), terminal)


def test_systemd_hears_of_the_first_page_and_then_that_keys_are_answered(silent: Path, tmp_path: Path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.setblocking(False)
        heard: list[bytes] = []

        def hears(message: bytes) -> bool:
            try:
                heard.append(manager.recv(200))
            except BlockingIOError:
                return False
            return message in heard[-1]

        environment = {"NOTIFY_SOCKET": str(tmp_path / "notify")}
        command = (sys.executable, "-P", "-c", WITH_SHORT_WAITS, str(silent))
        with Terminal(command, environment=environment) as terminal:
            wait_until(lambda: hears(b"READY=1"), terminal)
            terminal.wait_for(FIRST)
            for _ in range(3):
                wait_until(lambda: hears(b"WATCHDOG=1"), terminal)
            app = app_of(terminal)
            os.kill(app, signal.SIGSTOP)
            heard.clear()
            wait_until(lambda: is_gone(app), terminal)
            assert sum(b"WATCHDOG" in each for each in heard) <= 1


def test_the_terminal_is_given_back_as_it_was(silent: Path):
    with Terminal((*KIOSK, "run", "--device", str(silent))) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == 0
        assert terminal.output.rfind(b"\x1b[?25h") > terminal.output.rfind(b"\x1b[?25l")
        assert terminal.output.rfind(b"\x1b[?1049l") > terminal.output.rfind(b"\x1b[?1049h")


def test_probing_never_keeps_a_page_from_the_screen(silent: Path):
    often = WITH_SHORT_WAITS.replace("driver.PROBE_EVERY_S = 2.0, 0.2, 0.5", "driver.PROBE_EVERY_S = 2.0, 0.2, 0.0")
    with Terminal((sys.executable, "-P", "-c", often, str(silent))) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(" 1")
        terminal.wait_for("Main menu")
        for _ in range(30):
            terminal.send("h")
            terminal.wait_for("All keys", 5)
            terminal.send("0")
            terminal.wait_for("Finish", 5)
