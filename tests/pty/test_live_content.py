"""Staff change files while the kiosk runs, or leave a mistake in them: patients see whole content, always."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.content.sample_clinic import as_own
from tests.pty.terminal import KIOSK, Terminal, wait_until


@pytest.fixture
def state(tmp_path: Path) -> dict[str, str]:
    """An environment with a state folder of the test's own."""
    return {"STATE_DIRECTORY": str(tmp_path / "state")}


def save(path: Path, text: str) -> None:
    """Saves as editors do: a new file takes the place of the old one."""
    beside = path.with_name(path.name + "~")
    beside.write_text(text)
    os.replace(beside, path)


def started(silent: Path, content: Path, state: dict[str, str]) -> Terminal:
    return Terminal((*KIOSK, "run", "--device", str(silent), "--content", str(content)), environment=state)


def test_a_change_is_seen_within_moments_and_a_mistake_shows_staff_a_sign_only(
    silent: Path, impatient: Path, state: dict[str, str]
):
    note = impatient / "en" / "disclaimer.yaml"
    right = note.read_text()
    as_own(impatient)  # a sample shows the sign too
    with started(silent, impatient, state) as terminal:
        terminal.wait_for("Before you start")
        save(note, right.replace("title: Before you start", "title: Please read this"))
        terminal.wait_for("Please read this")
        save(note, right.replace("title:", "titel:"))
        terminal.wait_for("§")
        assert "Please read this" in terminal.text
        save(note, right)
        terminal.wait_for("Before you start")
        wait_until(lambda: "§" not in terminal.text, terminal)


def test_a_visitors_page_stays_as_it_is_until_the_next_one(silent: Path, impatient: Path, state: dict[str, str]):
    signs = impatient / "en" / "signs.yaml"
    clinic = impatient / "clinic.yaml"
    clinic.write_text(clinic.read_text().replace("warn-after: 2", "warn-after: 60"))
    with started(silent, impatient, state) as terminal:
        terminal.wait_for("Before you start")
        terminal.settle()
        terminal.send(" 1")
        terminal.wait_for("Main menu")
        terminal.send("2")
        terminal.wait_for("Symptoms")
        save(signs, signs.read_text().replace("title: Symptoms that the cancer may have spread", "title: Other signs"))
        copies = Path(state["STATE_DIRECTORY"])
        wait_until(lambda: any("Other signs" in copy.read_text() for copy in copies.glob("content-*.json")), terminal)
        terminal.settle()
        assert "Symptoms that" in terminal.text
        terminal.send("0")
        terminal.wait_for("Main menu")
        terminal.send("2")
        terminal.wait_for("Other signs")


def test_a_start_with_broken_content_shows_the_last_good_copy(silent: Path, impatient: Path, state: dict[str, str]):
    with started(silent, impatient, state) as terminal:
        terminal.wait_for("Before you start")
    note = impatient / "en" / "disclaimer.yaml"
    note.write_bytes(note.read_bytes()[:100])
    with started(silent, impatient, state) as terminal:
        terminal.wait_for("Before you start")
        terminal.wait_for("§")


def test_without_a_copy_a_built_in_page_asks_to_go_to_staff(silent: Path, tmp_path: Path, state: dict[str, str]):
    with started(silent, tmp_path / "nowhere", state) as terminal:
        terminal.wait_for("staff")
        assert "Traceback" not in terminal.text


def test_a_broken_content_folder_that_is_mended_is_shown(silent: Path, impatient: Path, state: dict[str, str]):
    clinic = impatient / "clinic.yaml"
    right = clinic.read_text()
    clinic.write_text("name: [")
    with started(silent, impatient, state) as terminal:
        terminal.wait_for("staff")
        save(clinic, right)
        terminal.wait_for("Before you start")
