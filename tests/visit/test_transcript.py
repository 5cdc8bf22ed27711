"""Every page as text: a change of what visitors meet shows up here and is looked at.

The words stand once in `tests/golden/en-words.txt`, as they are read aloud, and the names of the keys once at its end;
`en-80x24.txt` and the others are the screens as they are drawn, without those names. `make goldens` writes them again.
"""

import re
from pathlib import Path

import pytest

from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import ON_NO_PAGE, Look
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.session.view import View, view_of
from kiosk.visit.terms.wording import Wording
from kiosk.visit.transcript import every_page, transcript

GOLDEN = Path(__file__).parent.parent / "golden"
SIZES = [(20, 6), (46, 13), (80, 24)]
UNCUT = Grid(80, 1000)
"""So high that every place is one page."""
AGAIN = "run make goldens, and look at the diff"


WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W\u3040-\u30ff\u4e00-\u9fff]+")
"""A letter of a script without spaces counts as a word: a page may show a piece of a sentence that is said whole."""


def words(texts: tuple[str, ...]) -> list[str]:
    return WORD.findall(" ".join(texts).lower())


def sentences(view: View, page: Page) -> list[str]:
    """What is read aloud of a page, without the names of the keys."""
    return [said.text for said in view.reader.everything(page) if said.text != view.reader.instructions(page)]


def said_once(library: Library) -> str:
    """All words of all places, then what the bottom row says of keys and where."""
    view = view_of(library, UNCUT)
    lines: list[str] = []
    keys: dict[str, None] = {}
    rows: dict[str, list[str]] = {}
    for name, page in every_page(library, view):
        lines += [f"=== {name}", *(f"  {text}" for text in sentences(view, page)), ""]
        keys |= dict.fromkeys(page.hints)
        rows.setdefault(", ".join(hint.partition(":")[0] for hint in page.hints) or "nothing", []).append(name)
    lines += ["=== names of keys", *(f"  {hint}" for hint in keys), ""]
    for row, places in rows.items():
        lines += [f"=== at the bottom: {row}", *(f"  {place}" for place in places), ""]
    return "\n".join(lines)


def drawn(library: Library, width: int, height: int) -> str:
    """Every screen, row by row, below its name and the first sentence that is read of it."""
    view = view_of(library, Grid(width, height))
    lines: list[str] = []
    for name, page in every_page(library, view):
        rows = ["".join(piece.text for piece in row) for row in page.rows]
        if page.keys:
            rows[-1] = "".join(piece.text for piece in page.rows[-1] if piece.look is Look.MORE)
        screen = "\n".join(f"  {row}".rstrip() for row in rows).rstrip()
        lines += [f"=== {name}: {sentences(view, page)[0]}", screen, ""]
    return "\n".join(lines)


def goldens(library: Library) -> dict[str, str]:
    """What each golden file holds."""
    screens = {f"en-{width}x{height}.txt": drawn(library, width, height) for width, height in SIZES}
    return {"en-words.txt": said_once(library), **screens}


def test_every_page_is_as_it_was(library: Library):
    for name, text in goldens(library).items():
        assert text == (GOLDEN / name).read_text(encoding="utf-8"), AGAIN


@pytest.mark.parametrize("key", ["Help: H", "Choose: Enter", "Back: 0"])
def test_the_bottom_row_stands_in_the_goldens_once(library: Library, key: str):
    lines = "".join(goldens(library).values()).splitlines()
    from_texts = f"{key}."  # the list of all keys is a text, with full stops
    assert [line for line in lines if key in line and not line.endswith(from_texts)] == [f"  {key}"]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_that_is_shown_is_spoken_on_its_page(library: Library, width: int, height: int):
    for page in transcript(library, "en", Grid(width, height)):
        spoken = " " + " ".join(words(page.spoken)) + " "
        for text in page.shown:
            assert " " + " ".join(words((text,))) + " " in spoken, (page.page, text)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_transcript_holds_every_word_of_every_topic(own_number: Library, width: int, height: int):
    pages = transcript(own_number, "en", Grid(width, height))
    shown = words(tuple(text for page in pages for text in page.shown))
    clinic_words = ClinicWords(own_number.clinic, "en", Wording())
    for topic in own_number.topics["en"].values():
        for block in topic.blocks:
            if block.is_under("sections") and block.role not in ON_NO_PAGE:
                text = clinic_words.told(block.as_written).text  # without sentences that name a number it lacks
                assert set(words((text,))) <= set(shown), (topic.name, block.path)


def test_each_page_is_in_the_transcript_once(library: Library):
    names = [name for name, _ in every_page(library, view_of(library, Grid(80, 24)))]
    assert sorted(set(names)) == sorted(names)
    assert {"help", "help-disclaimer", "help-signs", "help-feel-unwell", "feel-unwell/1"} <= set(names)


if __name__ == "__main__":
    shipped = read_content(GOLDEN.parent.parent / "content").library
    assert shipped is not None
    for file, golden in goldens(shipped).items():
        (GOLDEN / file).write_text(golden, encoding="utf-8")
