"""A picture of a section stands beside its text, is put into words, and is left out where there is no room."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.model.library import Library
from kiosk.terminal.lettering import LENS_ROWS
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.sentences import number_at, position_of, sentences_of
from kiosk.visit.session.view import View, view_of
from kiosk.visit.terms.sheet import Role
from kiosk.visit.terms.trail import Place
from kiosk.visit.transcript import topic_transcript
from tests.content.sample_clinic import SIGNS, sample

SAYS, OTHER = "A body, seen from the front. The bones are marked.", "A telephone."
WIDE, NARROW = Grid(120, 34), Grid(64, 18)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = sample(tmp_path_factory.mktemp("clinic"))
    text = SIGNS.replace("    facts:", f"    picture: body\n    picture-says: {SAYS}\n    facts:")
    text = text.replace(
        "cards:",
        f"  - heading: Call us\n    picture: phone\n    picture-says: {OTHER}\n"
        "    text: We are here day and night.\n  - text: This section has no heading and no picture.\n"
        f"  - picture: desk\n    picture-says: A person at a desk.\n    text: Or ask at the desk.\ncards:",
        1,
    )
    folder.write("en/signs.yaml", text)
    reading = folder.read()
    assert reading.everything is not None, reading.diagnostics
    return reading.everything


def pages(view: View) -> list[Page]:  # type: ignore[type-arg]
    return [view.page(Place("signs", number)) for number in range(len(view.cut("signs")[1]))]


def words(page: Page) -> str:
    return " ".join("".join(segment.text for row in page.rows for segment in row).split())


def test_each_stands_on_one_page_with_its_heading_and_the_beginning_of_its_text(clinic: Library):
    held = {}
    for page in pages(view_of(clinic, WIDE)):
        texts = [page.sentence(unit) for unit in page.units]
        if page.drawing:
            held[page.drawing.name] = texts
    assert list(held) == ["body", "phone", "desk"]
    heading, *says, first = held["body"][:4]
    assert (heading, " ".join(says), first) == ("In the bones", SAYS, "Pain that stays needs a look.")
    assert held["phone"][:3] == ["Call us", OTHER, "We are here day and night."]
    assert held["desk"][:2] == ["A person at a desk.", "Or ask at the desk."]


def test_no_page_has_two_pictures_and_each_has_its_words_beside_it(clinic: Library):
    for page in pages(view_of(clinic, WIDE)):
        captions = [page.part(unit).text for unit in page.units if page.part(unit).role is Role.CAPTION]
        assert len(set(captions)) == (1 if page.drawing else 0)
        for text in captions:
            assert text.split()[0] in words(page)


@pytest.mark.parametrize(
    "grid", [NARROW, Grid(20, 6), Grid(80, 24, lens=LENS_ROWS), Grid(120, 34, lens=LENS_ROWS)], ids=str
)
def test_without_room_neither_picture_nor_words_are_there(clinic: Library, grid: Grid):
    for page in pages(view_of(clinic, grid)):
        assert page.drawing is None
        assert SAYS not in " ".join(page.sentence(unit) for unit in page.units)


def test_the_transcript_prints_what_a_picture_shows(clinic: Library):
    printed = "\n".join(each.as_text() for each in topic_transcript(clinic, "signs", "en", WIDE, {}))
    for text in (*SAYS.partition(". ")[::2], OTHER):
        assert f"spoken  {text}" in printed


def test_a_sentence_is_the_same_one_with_and_without_pictures(clinic: Library):
    wide, narrow = (view_of(clinic, grid).cut("signs")[0].parts for grid in (WIDE, NARROW))
    for number, unit in enumerate(sentences_of(wide)):
        part = wide[unit.part]
        position = position_of(wide, number)
        assert number_at(wide, position) == number
        found = sentences_of(narrow)[number_at(narrow, position)]
        text = narrow[found.part].text[found.start : found.end]
        if part.role is not Role.CAPTION:
            assert text == part.text[unit.start : unit.end]
            assert position_of(narrow, number_at(narrow, position)) == position


def test_a_topic_whose_first_section_has_a_picture_has_only_that_one_beside_it(tmp_path: Path):
    folder = sample(tmp_path)
    text = SIGNS.replace("last-changed:", f"picture: phone\npicture-says: {OTHER}\nlast-changed:")
    folder.write("en/signs.yaml", text)
    assert drawn(folder.read().everything) == ["phone"]
    folder.write(
        "en/signs.yaml", text.replace("    facts:", f"    picture: body\n    picture-says: {SAYS}\n    facts:")
    )
    assert drawn(folder.read().everything) == ["body"]


def drawn(library: Library | None) -> list[str]:
    assert library is not None
    return [page.drawing.name for page in pages(view_of(library, WIDE)) if page.drawing]
