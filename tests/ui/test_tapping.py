"""A tap finds what stands at its cells of the terminal, in every lettering."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.terminal.drawn.fonts import IN_QUADRANTS
from kiosk.terminal.lettering import Drawn, Lettering, Plain
from kiosk.terminal.touch.taps import Cell, Tapped
from kiosk.ui.tapping import tapped_target
from kiosk.visit.layout.page import Page
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.names import MENU
from kiosk.visit.terms.target import Spot, Target
from kiosk.visit.terms.trail import Place

LENS = Plain("Lens", lens=(Drawn(IN_QUADRANTS[-1]),))
LETTERINGS: list[Lettering] = [Plain(), LENS, *(Drawn(font) for font in IN_QUADRANTS)]


def menu(library: Library, lettering: Lettering, columns: int = 120, rows: int = 34) -> Page:
    return view_of(library, lettering.grid(columns, rows)).page(Place(MENU, 0, 1))


def cells_of(spot: Spot, lettering: Lettering) -> tuple[Cell, Cell]:
    """The first and the last cell of the terminal that a spot covers."""
    left, top = spot.column * lettering.columns, spot.row * lettering.rows
    right = (spot.column + spot.columns) * lettering.columns - 1
    return (left, top), (right, (spot.row + spot.rows) * lettering.rows - 1)


@pytest.mark.parametrize("lettering", LETTERINGS, ids=str)
def test_every_cell_of_a_button_is_the_button(library: Library, lettering: Lettering):
    page = menu(library, lettering)
    assert page.spots
    for spot in page.spots:
        first, last = cells_of(spot, lettering)
        for cell in (first, last, (first[0], last[1]), (last[0], first[1])):
            assert tapped_target(page, Tapped(cell, cell), lettering) == spot.target


def test_the_lens_of_a_list_is_the_choice_in_focus(library: Library):
    page = menu(library, LENS, 80, 24)
    cell = (40, page.lens.start + 3)
    assert tapped_target(page, Tapped(cell, cell), LENS) == Target(page.focus)


def test_a_finger_that_slides_to_something_else_taps_nothing(library: Library):
    page = menu(library, Plain())
    a, b = (cells_of(spot, Plain())[0] for spot in page.spots[:2])
    assert tapped_target(page, Tapped(a, b), Plain()) is None
    assert tapped_target(page, Tapped(a, (a[0] + 1, a[1])), Plain()) == page.spots[0].target


@pytest.mark.parametrize("cell", [(0, 0), (200, 5), (5, 200), (9_998, 9_998)])
def test_beside_everything_and_beside_the_window_there_is_nothing(library: Library, cell: Cell):
    page = menu(library, Plain())
    assert tapped_target(page, Tapped(cell, cell), Plain()) is None


def test_keys_that_are_lower_than_a_finger_are_tapped_above_them_too(library: Library):
    page = menu(library, Plain())
    keys = next(spot for spot in page.spots if spot.target.action)
    for above, rows, expected in ((1, 1, keys.target), (2, 1, None), (2, 3, keys.target), (3, 3, None)):
        cell = (keys.column, keys.row - above)
        assert tapped_target(page, Tapped(cell, cell), Plain(), button_rows=rows) == expected


def test_a_choice_counts_before_a_key_below_it(library: Library):
    page = menu(library, Plain(), 46, 13)
    for spot in page.spots:
        if spot.target.choice >= 0:
            cell = cells_of(spot, Plain())[1]
            assert tapped_target(page, Tapped(cell, cell), Plain(), button_rows=6) == spot.target
