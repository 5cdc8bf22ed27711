"""On the smallest screens a title, or the level of a care card, does not take a page for itself alone."""

import pytest

from kiosk.content.model.library import Library, Urgency
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.paging import TITLE, Cut, cut
from kiosk.visit.layout.part_style import STYLES
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.sheet import Part, Role, Sheet

SMALL = Grid(20, 6)
"""Room for five rows of text where there are no choices."""


def sheet(title: str, *parts: Part) -> Sheet:
    return Sheet("here", title, parts, (), ())


def pages(sheet: Sheet, grid: Grid = SMALL) -> list[str]:
    """The words on each page, the rows parted by a slash."""
    texts = {TITLE: sheet.title} | {number: part.text for number, part in enumerate(sheet.parts)}

    def words(page: Cut) -> str:
        return " / ".join(texts[row.part][row.line.start : row.line.end] for row in page.lines if row.part is not None)

    return [words(page) for page in cut(sheet, grid, "Next page")]


def roles(sheet: Sheet, page: Cut) -> set[Role]:
    parts = {row.part for row in page.lines if row.part is not None}
    return {Role.TITLE if part == TITLE else sheet.parts[part].role for part in parts}


def test_a_sentence_too_long_to_stand_below_the_title_begins_there():
    text = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    assert pages(sheet("A title that takes as many as three rows", Part(Role.TEXT, text))) == [
        "A title that takes / as many as three / rows / One two three four / five six seven eight",
        "nine ten eleven / twelve thirteen / fourteen",
    ]


def test_below_a_heading_a_sentence_is_divided_after_a_clause_or_not_at_all():
    heading = Part(Role.HEADING, "What the doctor can do for you today", with_next=True)
    full = Part(Role.TEXT, "Aaaa bbbb cccc dddd. " * 4)  # with the title it fills a page
    whole = "They look at you and ask you what it was that you have seen and since when"
    clause = "They look at you, and ask you what it was that you have seen and since when"
    assert pages(sheet("T", full, heading, Part(Role.TEXT, whole)))[-2] == "What the doctor can / do for you today"
    assert pages(sheet("T", full, heading, Part(Role.TEXT, clause)))[-2:] == [
        "What the doctor can / do for you today / They look at you,",
        "and ask you what it / was that you have / seen and since when",
    ]


def test_a_short_clause_takes_even_the_last_row_below_a_title():
    text = "We can treat it, and there is help for all of you here"
    assert pages(sheet("This is a title that is so long that it takes four of the rows", Part(Role.TEXT, text))) == [
        "This is a title that / is so long that it / takes four of the / rows / We can treat it,",
        "and there is help / for all of you here",
    ]


def test_the_level_of_a_card_has_at_least_the_beginning_of_what_to_do_beside_it():
    level = Part(Role.LEVEL, "Emergency and then a word more", Urgency.EMERGENCY, with_next=True)
    contact = Part(Role.CONTACT, "Tell a member of the staff now that you are not well and must not wait here")
    first, second = pages(sheet("A title of a row", level, contact))
    assert first.endswith("Tell a member of the / staff now that you")
    assert second.startswith("are not well")


def test_what_the_voice_says_in_place_of_a_text_keeps_that_text_whole():
    part = Part(Role.TEXT, "a.org/one/two three four five six seven eight nine ten eleven twelve", say="a dot org")
    title = "A title that takes as many as three rows"
    assert pages(sheet(title, part))[0] == "A title that takes / as many as three / rows"


def test_a_sentence_that_fits_is_left_whole_where_more_than_headings_stand_above():
    text = "Aaaa bbbb cccc dddd eeee. Ffff gggg, hhhh iiii jjjj kkkk llll mmmm nnnn oooo pppp."
    assert pages(sheet("Title", Part(Role.TEXT, text))) == [
        "Title / Aaaa bbbb cccc dddd / eeee.",
        "Ffff gggg, hhhh iiii / jjjj kkkk llll mmmm / nnnn oooo pppp.",
    ]


@pytest.mark.parametrize("grid", [Grid(20, 6), Grid(24, 7), Grid(29, 9)], ids=str)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_shipped_page_holds_nothing_but_the_title_or_a_level(library: Library, language: str, grid: Grid):
    view = view_of(library, grid, language)
    for name in library.topics[language]:
        here, cuts = view.cut(name)
        for page in cuts:
            found = roles(here, page)
            assert not found or not all(STYLES[role].is_label for role in found), name
