"""The safe page fits any terminal, in letters as large as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pyte
import pytest

from kiosk.machine.safe_words import NAME, remember_safe_words, remembered_safe_words
from kiosk.supervision import safe_page
from kiosk.supervision.own_terminal import OwnTerminal
from kiosk.supervision.safe_page import SENTENCES, SafePage, drawn, plain, sentences, turns
from kiosk.terminal.drawn.blocks import QUADRANTS

SHIPPED = list(SENTENCES.values())
CLINIC = {
    "vi": "Vui lòng hỏi tại quầy lễ tân.",
    "en": "Please ask at the desk.",
    "es": "Por favor, pregunte en recepción.",
    "pl": "Proszę zapytać w recepcji.",
    "zh-Hans": "请到前台询问。",
}


def shown(columns: int, rows: int, said: Sequence[str] = SHIPPED, turn: int = 0) -> str:
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(safe_page.safe_page(columns, rows, said, turn))
    return "\n".join(screen.display)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    return tmp_path / "state"


def words_of(page: str) -> str:
    """The page without anything between its letters, since a wide sign may be followed by a space."""
    return "".join(page.split())


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 34), (46, 13), (200, 60), (40, 25)])
def test_letters_are_drawn_where_there_is_room(columns: int, rows: int):
    lines = drawn(columns, rows, SHIPPED)
    assert len(lines) <= rows
    assert all(len(line) <= columns for line in lines)
    if (columns, rows) != (46, 13):
        assert "█" in shown(columns, rows)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 34), (200, 60), (40, 25)])
def test_no_letter_melts_into_the_line_above_it(columns: int, rows: int):
    """Between two lines there is a row of pixels without ink, which the lower half of a cell may be."""
    pixels = []
    for line in drawn(columns, rows, SHIPPED):
        bits = [QUADRANTS.index(cell) for cell in line]
        pixels += [any(bit & 3 for bit in bits), any(bit & 12 for bit in bits)]
    lines = sum(not before and after for before, after in pairwise([False, *pixels]))
    assert lines >= 2
    assert len(pixels) >= lines * 7


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (46, 13)])
def test_a_small_window_has_the_words_in_the_terminals_own_letters(columns: int, rows: int):
    words = " ".join(shown(columns, rows).split())
    assert SENTENCES["en"] in words


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (3, 2), (7, 50)])
def test_no_window_is_too_small(columns: int, rows: int):
    assert len(safe_page.safe_page(columns, rows, SHIPPED)) > 0
    assert all(len(line) <= max(columns, 1) for line in plain(columns, SHIPPED))


def test_the_page_comes_without_large_letters_where_their_code_is_broken(monkeypatch: pytest.MonkeyPatch):
    import sys

    monkeypatch.setitem(sys.modules, "kiosk.terminal.drawn", None)
    monkeypatch.setitem(sys.modules, "kiosk.terminal.right_to_left", None)
    assert SENTENCES["en"] in " ".join(shown(80, 24).split())


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (46, 13), (64, 18), (80, 24), (120, 34)])
def test_every_language_of_the_clinic_is_on_the_page_whole_at_once_or_in_its_turn(columns: int, rows: int):
    said = list(CLINIC.values())
    if lines := drawn(columns, rows, said):
        assert len(lines) <= rows
        return
    pages = turns(columns, rows, said)
    seen = "".join(words_of(shown(columns, rows, said, turn)) for turn in range(len(pages)))
    assert all(words_of(each) in seen for each in said)
    assert words_of(shown(columns, rows, said)).startswith(words_of(said[0]))


def test_the_page_says_what_the_kiosk_has_remembered_and_else_its_own(state: Path):
    assert sentences() == SENTENCES
    assert remember_safe_words(CLINIC)
    assert list(sentences().items()) == list(CLINIC.items())


@pytest.mark.parametrize("spoilt", [b"", b"[]", b'{"en": 1}', b'{"en": "\\u001b[2J"}', b'{"en": "\\ud800"}', b"\xff"])
def test_a_spoilt_note_leaves_the_kiosks_own_sentences(state: Path, spoilt: bytes):
    state.mkdir()
    (state / NAME).write_bytes(spoilt)
    assert remembered_safe_words() == {}
    assert sentences() == SENTENCES


def test_one_key_has_every_language_said_one_after_the_other(state: Path, monkeypatch: pytest.MonkeyPatch):
    remember_safe_words(CLINIC)
    said = []
    keys = iter([True])
    monkeypatch.setattr(OwnTerminal, "pressed", lambda _: next(keys, False))
    monkeypatch.setattr(SafePage, "_say", lambda _, language, sentence: said.append((language, sentence)))
    page = SafePage(OwnTerminal())
    for _ in range(len(CLINIC) + 2):
        page.read_keys()
    assert said == list(CLINIC.items())
