"""After a visit nothing tells which topics it was about: not the log, not the state folder, not a temporary file."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from kiosk.content.model.library import Library
from tests.pty.terminal import KIOSK, Terminal
from tests.pty.test_supervision import app_of, kill_app

FIRST = "Before you start"


def visit_everything(terminal: Terminal) -> None:
    """Opens every topic of the menu, reads in it, and has the voice and the app replaced on the way."""
    terminal.wait_for(FIRST)
    terminal.settle()
    terminal.send(" 1")
    terminal.wait_for("Main menu")
    for number in range(1, 10):
        terminal.send(str(number))
        terminal.settle(0.1)
        terminal.send(" \x1b[C r")
        terminal.settle(0.1)
        terminal.send("\x1b[H")
        if FIRST in terminal.settle(0.1):  # that choice was to finish
            terminal.send(" 1")
        terminal.wait_for("Main menu")
    terminal.send("e")
    terminal.settle(0.1)


def test_no_line_of_the_log_names_a_topic(library: Library, tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("text-size: plain\n")
    log = tmp_path / "kiosk.log"
    own = {
        "STATE_DIRECTORY": str(tmp_path / "state"),
        "RUNTIME_DIRECTORY": str(tmp_path / "run"),
        "KIOSK_LOG": str(log),
        "PULSE_SERVER": "unix:/no/such/server",
    }
    (tmp_path / "run").mkdir()
    with Terminal((*KIOSK, "run", "--device", str(device)), environment=own) as terminal:
        visit_everything(terminal)
        assert [path.name for path in (tmp_path / "run").iterdir()] == [f"tmp-{terminal.pid}"]
        for line in Path(f"/proc/{app_of(terminal)}/limits").read_text().splitlines():
            if line.startswith("Max core file size"):
                assert set(line.split()[4:6]) <= {"0", "1"}
        kill_app(terminal, signal.SIGSEGV)
        terminal.wait_for(FIRST)
        visit_everything(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == 0
    logged = log.read_text().replace(str(device), "")
    assert "started again" in logged
    assert topics_in(logged, library) == []
    assert list((tmp_path / "run").iterdir()) == []
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or path == device or path.stat().st_mode & 0o077 == 0, path


def topics_in(text: str, library: Library) -> list[str]:
    """Names and titles of topics that stand in a text."""
    topics = [(name, topic.title) for own in library.topics.values() for name, topic in own.items()]
    return [each for both in topics for each in both if each.lower() in text.lower()]


def test_what_is_kept_is_the_same_whatever_was_read(library: Library, tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("sound: off\ntext-size: plain\n")
    copies = []
    for reads in (False, True):
        folder = tmp_path / f"state-{reads}"
        own = {"STATE_DIRECTORY": str(folder), "KIOSK_LOG": os.devnull}
        with Terminal((*KIOSK, "run", "--device", str(device)), environment=own) as terminal:
            terminal.wait_for(FIRST)
            if reads:
                visit_everything(terminal)
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_for_exit() == 0
        # Generations hold the clinic's own files, whoever was there; one is made a few seconds after the start.
        kept = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
        files = [folder / path for path in kept if path.parts[0] != "history"]
        (copy,) = (path for path in files if path.name.startswith("content-"))
        copies.append((copy.name, copy.read_bytes()))
        files.remove(copy)
        assert [topics_in(path.read_text("utf-8", "replace"), library) for path in files] == [[]] * len(files)
    assert copies[0] == copies[1]
