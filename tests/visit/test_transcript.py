"""Every page as text, at three sizes: a change of what visitors meet shows up here and is looked at.

`python -m tests.visit.test_transcript` writes the golden files anew.
"""

import re
from pathlib import Path

import pytest

from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript

GOLDEN = Path(__file__).parent.parent / "golden"
SIZES = [(20, 6), (46, 13), (80, 24)]


def words(texts: tuple[str, ...]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts).lower())


def as_text(library: Library, width: int, height: int) -> str:
    return "\n".join(page.as_text() for page in transcript(library, "en", Grid(width, height)))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_page_is_as_it_was(library: Library, width: int, height: int):
    golden = (GOLDEN / f"en-{width}x{height}.txt").read_text()
    assert as_text(library, width, height) == golden, "run python -m tests.visit.test_transcript, and look at the diff"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_that_is_shown_is_spoken_on_its_page(library: Library, width: int, height: int):
    for page in transcript(library, "en", Grid(width, height)):
        spoken = " " + " ".join(words(page.spoken)) + " "
        for text in page.shown:
            assert " " + " ".join(words((text,))) + " " in spoken, (page.page, text)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_transcript_holds_every_word_of_every_topic(library: Library, width: int, height: int):
    pages = transcript(library, "en", Grid(width, height))
    shown = words(tuple(text for page in pages for text in page.shown))
    for topic in library.topics["en"].values():
        for text in topic.texts("sections"):
            assert set(words((text,))) <= set(shown)


if __name__ == "__main__":
    shipped = read_content(GOLDEN.parent.parent / "content").library
    assert shipped is not None
    for columns, rows in SIZES:
        (GOLDEN / f"en-{columns}x{rows}.txt").write_text(as_text(shipped, columns, rows))
