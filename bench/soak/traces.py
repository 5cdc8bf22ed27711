"""After an idle reset nothing of the visit is left: not on the screen, in the scrollback, in files or in the log."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from bench.soak.row import Row
from kiosk.content.model.library import Library
from tests.pty.terminal import KIOSK, ROOT, Terminal


def run(library: Library, scratch: Path) -> Row:
    """One visit to one topic, then silence until the reset; then all that was written meanwhile is searched."""
    content = scratch / "content"
    shutil.copytree(ROOT / "content", content)
    clinic = content / "clinic.yaml"
    text = clinic.read_text().replace("warn-after: 120", "warn-after: 2").replace("countdown: 30", "countdown: 2")
    clinic.write_text(text)
    device = scratch / "quiet.yaml"
    device.write_text("sound: off\ntext-size: plain\n")
    state, temporary = scratch / "state", scratch / "tmp"
    temporary.mkdir()
    environment = {"STATE_DIRECTORY": str(state), "TMPDIR": str(temporary), "XDG_CACHE_HOME": str(scratch / "cache")}
    places = ("treatments", library.topics["en"]["treatments"].title)
    command = (*KIOSK, "run", "--content", str(content), "--device", str(device))
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("Before you start")
        terminal.settle()
        before = {path: path.read_bytes() for path in _files(state, temporary)}
        terminal.send(" 2")
        terminal.wait_for("Main menu")
        terminal.send("5")
        terminal.wait_for(places[1])
        terminal.wait_for("Are you still there?")
        terminal.wait_for("Before you start")
        terminal.settle()
        on_screen = any(place in terminal.text for place in places)
        scrolled = b"\x1b[?1049l" in terminal.output  # what is drawn on the alternate screen has no scrollback
        changed = [path for path in _files(state, temporary) if before.get(path) != path.read_bytes()]
        told = [path for path in changed if any(place.encode() in path.read_bytes() for place in places)]
    left = list(_files(temporary)) + [
        each for each in Path(tempfile.gettempdir()).glob("core*") if os.access(each, os.R_OK)
    ]
    outcome = (
        f"on the screen: {on_screen}, in the scrollback: {scrolled}, in files: {len(told)}, left over: {len(left)}"
    )
    return Row(
        "After an idle reset", outcome, "nothing of the visit anywhere", not (on_screen or scrolled or told or left)
    )


def _files(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
