"""A sign of danger never stands without its level and what to do, on any screen and in any language."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library, Urgency
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.places.card_sheets import cards_of
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.session.view import View
from kiosk.visit.terms.names import UNWELL
from kiosk.visit.terms.sheet import Role
from tests.visit.layout.shown import GRIDS, LANGUAGES, focuses_of, name_of, pages_of, shipped_view, text_of

each_grid = pytest.mark.parametrize("grid", GRIDS, ids=name_of)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def opening(page: Page) -> list[str]:
    """The sentences of a page, in reading order."""
    return [page.sentence(unit) for unit in page.units]


def label_of(view: View[Sheets], level: Urgency) -> str:
    return view.wording(level.label)


@each_language
@each_grid
def test_the_first_thing_on_each_page_of_a_card_is_its_level_with_what_to_do(
    library: Library, grid: Grid, language: str
):
    """A small screen has the level in each title, and what to do first of all: it would leave too little room."""
    view = shipped_view(library, grid, language)
    cards = cards_of(library.topics[language][UNWELL])
    assert len(cards) >= 4
    for card in cards:
        level = label_of(view, card.urgency)
        for page in pages_of(view, card.place):
            first = page.part(page.units[0])
            told = opening(page)
            if grid.roomy:
                assert told[0].startswith(level), (card.place, page.number, told)
                assert first.role is Role.LEVEL
                assert first.level is card.urgency
                rest = told[0].removeprefix(level).strip(" ,.") or told[1]
                assert rest, (card.place, page.number)
            else:
                band = text_of(page.rows[0])
                assert page.level is card.urgency
                assert card.urgency.sign in band
                assert level in band, (card.place, page.number, band)
                assert first.level is card.urgency
                assert page.number > 1 or first.role is Role.LEAD, (card.place, told)


@each_language
@each_grid
def test_each_choice_of_the_list_of_cards_begins_with_its_level(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    cards = cards_of(library.topics[language][UNWELL])
    for page in focuses_of(view, UNWELL):
        assert page.is_list
        for card, choice in zip(cards, page.choices, strict=False):
            assert choice.label.startswith(label_of(view, card.urgency)), choice
            assert choice.opens == card.place
        if page.focus < len(cards):
            focused = " ".join(s.text for row in page.rows for s in row if s.look is Look.FOCUS)
            sign = f"{cards[page.focus].urgency.sign} {label_of(view, cards[page.focus].urgency)}"
            assert "".join(sign.split()) in "".join(focused.split()).replace("-", ""), focused


@each_language
@each_grid
def test_no_item_of_a_list_stands_on_a_page_without_its_lead_in(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    for card in cards_of(library.topics[language][UNWELL]):
        for page in pages_of(view, card.place):
            roles = [page.part(unit).role for unit in page.units]
            if Role.POINT in roles and grid.roomy:
                above = set(roles[: roles.index(Role.POINT)])
                assert above & {Role.LEVEL, Role.LEAD, Role.CONTACT}, (card.place, page.number, opening(page))


@each_language
@each_grid
def test_a_card_that_fits_on_a_page_is_whole_on_one(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    for card in cards_of(library.topics[language][UNWELL]):
        pages = pages_of(view, card.place)
        if len(pages) == 1:
            continue
        # All rows that text may fill, on one page after the other, must not fit one page.
        free = grid.height - grid.lens - 2 - (2 if grid.roomy else 1)
        rows = sum(any(s.part is not None for s in row) for page in pages for row in page.rows)
        heads = sum(
            any(s.part is not None and s.part >= len(view.cut(card.place)[0].parts) for s in row)
            for page in pages
            for row in page.rows
        )
        assert rows - heads > free - 1, (card.place, rows, heads, free)


@each_language
@pytest.mark.parametrize("grid", [Grid(80, 24), Grid(120, 34), Grid(200, 50)], ids=name_of)
def test_the_emergency_card_is_one_page_where_there_is_room(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    assert len(pages_of(view, f"{UNWELL}/1")) == 1
