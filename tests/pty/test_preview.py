"""The preview in a real terminal, beside an editor that saves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pty.terminal import KIOSK, Terminal


@pytest.fixture
def signs(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path / "content" / "en" / "signs.yaml"


def preview(path: Path, state: Path, columns: int = 120, rows: int = 34) -> Terminal:
    own = {"STATE_DIRECTORY": str(state), "PULSE_SERVER": "unix:/nowhere"}
    return Terminal((*KIOSK, "preview", str(path)), columns, rows, own)


@pytest.mark.parametrize(("columns", "rows"), [(120, 34), (80, 24)])
def test_a_save_is_shown_a_mistake_explained_and_q_leaves(signs: Path, tmp_path: Path, columns: int, rows: int):
    text = signs.read_text("utf-8")
    with preview(signs, tmp_path, columns, rows) as terminal:
        terminal.wait_for("Tell us about a symptom")
        terminal.wait_for("No mistakes.")
        signs.write_text(text.replace("Tell us about a symptom", "Call us about a symptom"), "utf-8")
        terminal.wait_for("Call us about a symptom")
        signs.write_text(text[:400], "utf-8")
        terminal.wait_for("To fix:")
        assert "Call us about a symptom" in terminal.text
        signs.write_text(text, "utf-8")
        terminal.wait_for("Tell us about a symptom")
        terminal.send("\x1b[C")
        terminal.wait_for("page 2 of")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert b"\x1b[?1049l" in terminal.output
        assert b"Traceback" not in terminal.output
