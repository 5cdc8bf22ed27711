"""Every page fits, loses nothing, and breaks where a listener would."""

import pytest

from kiosk.content.model.library import Library
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.part_style import Look
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.names import ALL_KEYS, MENU
from kiosk.visit.terms.sheet import Role
from kiosk.visit.terms.trail import Place

GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(120, 34), Grid(200, 60), Grid(39, 12), Grid(29, 9)]


def places(library: Library) -> list[str]:
    return [*library.topics["en"], MENU, ALL_KEYS]


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_every_page_fills_the_grid_exactly_and_no_row_is_too_wide(library: Library, grid: Grid):
    view = view_of(library, grid)
    for name in places(library):
        _, cuts = view.cut(name)
        for number, cut in enumerate(cuts):
            page = view.page(Place(name, number, cut.first_choice))
            assert len(page.rows) == grid.height
            for row in page.rows:
                assert sum(len(s.text) for s in row) <= grid.width, (name, number, row)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_the_pages_of_a_text_hold_all_of_it_in_order(library: Library, grid: Grid):
    view = view_of(library, grid)
    for name in places(library):
        sheet, cuts = view.cut(name)
        read = " ".join(sheet.parts[u.part].text[u.start : u.end] for cut in cuts for u in cut.units)
        if read or not sheet.is_list:  # above a list there is text only where that leaves room for choices
            assert read.split() == " ".join(part.text for part in sheet.parts).split()


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_a_card_over_several_pages_repeats_its_head_and_nothing_else(library: Library, grid: Grid):
    view = view_of(library, grid)
    for name in view.sheets.card_places():
        sheet, cuts = view.cut(name)
        own = [unit for cut in cuts for unit in cut.units if unit.part < len(sheet.parts)]
        read = " ".join(sheet.parts[u.part].text[u.start : u.end] for u in own)
        assert read.split() == " ".join(part.text for part in sheet.parts).split()
        for cut in cuts[1:]:
            # On a small screen the title is the head.
            assert (cut.units[0].part >= len(sheet.parts)) == grid.roomy, name


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_what_is_drawn_is_what_is_read(library: Library, grid: Grid):
    view = view_of(library, grid)
    for name in places(library):
        _, cuts = view.cut(name)
        for number in range(len(cuts)):
            page = view.page(Place(name, number))
            # The words of a picture stand beside the text.
            beside = {unit.part for unit in page.units if page.part(unit).role is Role.CAPTION}
            for column in (
                {s.part for row in page.rows for s in row} - beside,
                beside,
            ):
                drawn = " ".join(s.text for row in page.rows for s in row if s.part is not None and s.part in column)
                read = " ".join(page.sentence(unit) for unit in page.units if unit.part in column)
                assert drawn.split() == read.split()


@pytest.mark.parametrize("grid", GRIDS[1:5], ids=str)
def test_a_sentence_that_fits_on_a_page_is_not_divided(library: Library, grid: Grid):
    view = view_of(library, grid)
    for name in places(library):
        sheet, cuts = view.cut(name)
        units = [(u.part, u.start, u.end) for cut in cuts for u in cut.units]
        whole = [(n, *span) for n, part in enumerate(sheet.parts) for span in sentence_spans(part.text)]
        assert units == whole


@pytest.mark.parametrize("grid", GRIDS[1:], ids=str)
def test_a_heading_never_stands_last_on_a_page(library: Library, grid: Grid):
    view = view_of(library, grid)
    for name in places(library):
        sheet, cuts = view.cut(name)
        for cut in cuts:
            if cut.units:
                parts = (*sheet.parts, *sheet.heads)
                assert parts[cut.units[-1].part].role not in (Role.HEADING, Role.LEVEL)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_each_choice_of_the_menu_stands_on_one_page_with_its_number(library: Library, grid: Grid):
    view = view_of(library, grid)
    sheet, _ = view.cut(MENU)
    for number, choice in enumerate(sheet.choices):
        page = view.page(Place(MENU, 0, number))
        focused = "".join(s.text for row in page.rows for s in row if s.look in (Look.FOCUS, Look.FOCUS_CAP))
        assert "".join(focused.split()) == f"▶{number + 1}{choice.label}".replace(" ", "")
        assert number in page.on_page


@pytest.mark.parametrize("grid", [Grid(64, 18), Grid(80, 24), Grid(120, 34)], ids=str)
def test_the_level_of_a_card_is_a_word_and_a_sign_in_a_band_of_its_own(library: Library, grid: Grid):
    page = view_of(library, grid).page(Place("feel-unwell/1"))
    bands = ["".join(s.text for s in row) for row in page.rows if any(s.look is Look.LEVEL for s in row)]
    assert bands[0].split() == ["▲", "Emergency"]
    assert bands[1].split()[:3] == ["Tell", "staff", "now,"]


def test_where_there_is_no_room_for_it_the_title_names_the_level(library: Library):
    page = view_of(library, Grid(20, 6)).page(Place("feel-unwell/1"))
    assert "".join(s.text for s in page.rows[0]).startswith("▲ Emergency ")


def test_words_in_brackets_stay_on_one_page_where_they_fit(library: Library):
    view = view_of(library, Grid(20, 6))
    for name in places(library):
        for cut in view.cut(name)[1]:
            for unit in cut.units:
                text = view.cut(name)[0].parts[unit.part].text[unit.start : unit.end]
                assert text.count("(") == text.count(")"), (name, text)
