"""A fault of the kiosk's own: no traceback and nothing of the visit on the screen; it is in the log."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.pty.terminal import Terminal

FAULTY = """
import sys
import time
from kiosk.visit.session import attendant
from kiosk.visit.terms.action import Action
real = attendant.Attendant.act
def act(self, action, now):
    secret_of_the_visit = "secret"
    if action is Action.HELP:
        raise RuntimeError("a fault")
    return real(self, action, now)
attendant.Attendant.act = act
sys.argv = ["kiosk", "run", "--device", sys.argv[1]]
from kiosk.__main__ import main
main()
"""


def test_a_fault_is_logged_and_not_shown(silent: Path, tmp_path: Path):
    log = tmp_path / "kiosk.log"
    command = (sys.executable, "-P", "-c", FAULTY, str(silent))
    with Terminal(command, environment={"KIOSK_LOG": str(log)}) as terminal:
        terminal.wait_for("Before you start")
        terminal.settle()
        terminal.send("h")
        end = time.monotonic() + 20
        while "RuntimeError: a fault" not in log.read_text():
            assert time.monotonic() < end
            terminal.read(0.05)
        terminal.settle()
        terminal.wait_for("Before you start")
        assert b"Traceback" not in terminal.output
        assert b"secret" not in terminal.output
        assert b"a fault" not in terminal.output
    logged = log.read_text()
    assert "RuntimeError: a fault" in logged
    assert '"secret"' not in logged.replace('secret_of_the_visit = "secret"', "")
