"""The kiosk notes how it is, for operators of many kiosks."""

from __future__ import annotations

import json
from pathlib import Path

from kiosk.machine.condition import FOLDER, RUN, SOUND, run_noted, sound_noted
from tests.pty.terminal import KIOSK, Terminal, wait_until
from tests.pty.test_supervision import FIRST, kill_app


def test_a_kiosk_notes_that_it_runs_and_how_often_it_was_started_again(silent: Path, tmp_path: Path):
    state = tmp_path / "state"
    own = {"STATE_DIRECTORY": str(state)}
    with Terminal((*KIOSK, "run", "--device", str(silent)), environment=own) as terminal:
        terminal.wait_for(FIRST)
        wait_until(lambda: run_noted(state) is not None, terminal)
        found = run_noted(state)
        assert found is not None
        assert found["restarts"] == 0
        assert json.loads((state / FOLDER / RUN).read_text())["pid"] == terminal.pid
        kill_app(terminal)
        terminal.wait_for(FIRST)
        wait_until(lambda: (run_noted(state) or {}).get("restarts") == 1, terminal)
        assert run_noted(state)["up"] >= found["up"]  # type: ignore[index]
    assert run_noted(state) is None, "it has ended"


def test_a_kiosk_that_cannot_be_heard_notes_it(tmp_path: Path):
    state = tmp_path / "state"
    device = tmp_path / "device.yaml"
    device.write_text("text-size: plain\n")
    own = {"STATE_DIRECTORY": str(state), "PULSE_SERVER": "unix:/nowhere", "PATH": "/nowhere"}
    with Terminal((*KIOSK, "run", "--device", str(device)), environment=own) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.send("\r")
        wait_until(lambda: (state / FOLDER / SOUND).exists(), terminal)
    assert sound_noted(state) is False
