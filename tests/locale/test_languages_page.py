"""`docs/languages.md`: what it says of each language is so, and a language is added as it tells."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from kiosk.content.files.languages_file import read_languages
from kiosk.content.model.library import Library
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.reader import read_content
from kiosk.locale.wordings import Wordings
from kiosk.terminal.drawn.bitmaps import bitmaps
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript
from tests.conftest import ROOT
from tools import messages

PAGE = (ROOT / "docs" / "languages.md").read_text("utf-8")


def can_be_drawn(text: str, letters: str) -> bool:
    """Whether the drawn letters have each letter of `text`, be it without its accents."""
    known = bitmaps(letters)
    for sign in unicodedata.normalize("NFC", text):
        base, *marks = unicodedata.normalize("NFKD", sign)
        if not (
            sign.isspace() or ord(sign) in known or (ord(base) in known and all(map(unicodedata.combining, marks)))
        ):
            return False
    return True


def test_the_table_tells_what_each_language_has():
    rows = re.findall(r"^\| (.+?) \| (.+?) \| `?([\w-]+)`? \| (yes|no) \|$", PAGE, re.MULTILINE)
    offers, _ = read_languages(ROOT / "content", fastest_reader())
    expected = [
        (
            told.english_name,
            told.name,
            told.voice or "no",
            "yes" if all(can_be_drawn(told.name + told.help, letters) for letters in ("6x8", "8x8")) else "no",
        )
        for told in offers
    ]
    assert rows == expected


def test_the_hash_in_the_example_is_that_of_a_topic(library: Library):
    shown = re.search(r"from: ([0-9a-f]{16})", PAGE)
    assert shown
    assert shown[1] in {topic.written for topic in library.topics["en"].values()}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The shipped content with a third language that has one topic, translated as the page tells."""
    folder = Path(shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("vi")))
    clinic = folder / "clinic.yaml"
    clinic.write_text(clinic.read_text("utf-8").replace("[en, es]", "[en, es, vi]"), "utf-8")
    (folder / "vi").mkdir()
    text = (folder / "es" / "signs.yaml").read_text("utf-8").replace("Síntomas", "Các dấu hiệu")
    (folder / "vi" / "signs.yaml").write_text(text, "utf-8")
    return folder


def test_a_language_may_have_one_topic_only(content: Path, tmp_path: Path):
    reading = read_content(content)
    assert reading.library is not None
    assert {(p.code, p.file) for p in reading.diagnostics if p.file.startswith("vi/")} == {
        ("not-translated", f"vi/{name}.yaml") for name in reading.library.topics["en"] if name != "signs"
    }
    path = messages.catalogue_file("vi", tmp_path)
    path.parent.mkdir(parents=True)
    po = messages.updated(path, "vi").replace(
        b'"Main menu"\nmsgstr ""', '"Main menu"\nmsgstr "Trình đơn chính"'.encode()
    )
    path.with_suffix(".mo").write_bytes(messages.compiled(po, "vi"))
    pages = {
        page.page: page
        for page in transcript(
            reading.library, "vi", Grid(80, 24), Wordings(reading.library.clinic.languages, tmp_path)
        )
    }
    shown = pages["menu"].shown
    assert "Trình đơn chính" in shown
    assert "Các dấu hiệu" in shown
    assert "Treatments" in shown
