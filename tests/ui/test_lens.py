"""The lens: what sounds is large, with its word marked, at any word of any sentence."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from rich.cells import cell_len

from kiosk.content.model.library import Library
from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.drawn.runs import Run
from kiosk.terminal.lettering import LENS_ROWS, Drawn, Plain
from kiosk.ui.lens import ABOUT, EDGE, FOCUS, TEXT, WORD, Lens, drawn_lens, lens_of
from kiosk.ui.themes import THEMES
from kiosk.visit.session.visit import Lit
from kiosk.visit.terms.names import MENU
from kiosk.visit.terms.trail import Place
from tests.ui.one_page import page_view
from tests.visit.layout.shown import LANGUAGES, focuses_of, pages_of, places_of, shipped_view
from tests.visit.layout.shown import LENS as GRID

NARROW, BROAD = (Drawn(font) for font in IN_QUADRANTS[:2])
LETTERINGS = (BROAD, NARROW)
WIDTH = 80


def whole(rows: list[tuple[Run, ...]], height: int = LENS_ROWS) -> bool:
    """True if the rows are as many as the lens has, and each as wide as the screen."""
    return len(rows) == height and all(sum(cell_len(run.text) for run in row) == WIDTH for row in rows)


def marked(rows: list[tuple[Run, ...]]) -> bool:
    """True if a word is marked somewhere, with ink in it."""
    return any(run.style == WORD and run.text.strip() for row in rows for run in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_every_sentence_is_at_its_time_large_and_marked(library: Library, language: str):
    view = shipped_view(library, GRID, language)
    seen = set()
    for name in places_of(library, view):
        for page in pages_of(view, name):
            height = len(page.lens)
            for unit in page.units if height else ():
                sentence = page.sentence(unit)
                if sentence in seen or page.part(unit).say:  # what is said instead has words of its own
                    continue
                seen.add(sentence)
                for word in re.finditer(r"\S+", sentence):
                    lit = Lit(unit.part, unit.start, unit.end, unit.start + word.start(), unit.start + word.end())
                    lens = lens_of(page, lit)
                    assert lens.text == sentence
                    assert lens.text[slice(*lens.word)] == word.group()
                    rows = drawn_lens(lens, LETTERINGS, WIDTH, height)
                    assert whole(rows, height), (name, sentence)
                    assert marked(rows), (name, sentence, word.group())
    assert len(seen) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_too_long_for_the_lens(library: Library, language: str):
    view = shipped_view(library, GRID, language)
    for name in places_of(library, view):
        for page in pages_of(view, name):
            for unit in page.units:
                for word in page.sentence(unit).split():
                    address = "/" in word or "." in word.strip(".")
                    assert address or NARROW.measure(word) <= WIDTH - 2 * EDGE, word


def test_a_text_too_long_for_any_letters_moves_on_with_the_word():
    text = " ".join(f"word{number}" for number in range(60))
    pictures = []
    for word in re.finditer(r"\S+", text):
        rows = drawn_lens(Lens(text, TEXT, word.span()), LETTERINGS, WIDTH, LENS_ROWS)
        assert whole(rows)
        assert marked(rows), word.group()
        pictures.append(["".join(run.text for run in row) for row in rows])
    turns = sum(one != other for one, other in pairwise(pictures))
    assert 2 <= turns <= 12, "it stays still for several lines, and then moves on"


def inked(text: str, word: str, height: int) -> list[str]:
    """Return the rows of the lens while the last `word` of `text` sounds, without spaces at their ends."""
    lens = Lens(text, TEXT, (text.rindex(word), len(text)))
    return ["".join(run.text for run in row).rstrip() for row in drawn_lens(lens, (BROAD,), WIDTH, height)]


@pytest.mark.parametrize("height", range(8, LENS_ROWS + 1))
def test_no_line_is_cut_off_below_however_high_its_marks_are(height: int):
    words = ["Khó", "thở,", "đau", "ngực,", "ngất", "xỉu,", "tiểu", "thấy", "rát,", "nổi", "mẩn,", "tiếp"]
    for many in range(2, len(words) + 1):
        text = " ".join(words[:many])
        together = inked(text, words[0], height) == inked(text, words[many - 1], height)
        assert not together or not any(inked(text, words[0], 40)[height:]), text


def test_a_choice_written_without_spaces_is_large_beside_its_number():
    lens = Lens("▶ 1 危急：呼吸困难、胸痛、昏倒", FOCUS)
    rows = ["".join(run.text for run in row).rstrip() for row in drawn_lens(lens, (BROAD,), WIDTH, LENS_ROWS)]
    assert max(map(len, rows)) > WIDTH // 2


def test_the_largest_letters_that_hold_the_whole_text_are_taken():
    short = drawn_lens(Lens("Tell us now.", TEXT), LETTERINGS, WIDTH, LENS_ROWS)
    high = BROAD.height("Tell us now.", 1)
    inked = [any(run.text.strip() for run in row) for row in short]
    assert inked.count(True) >= high - 1
    assert not any(inked[high:])


def test_a_choice_in_focus_is_there_with_its_number_and_what_it_is_about(library: Library):
    view = shipped_view(library, GRID, "en")
    for page in focuses_of(view, MENU):
        lens = lens_of(page, None)
        choice = page.choices[page.focus]
        assert lens.text == f"▶ {page.focus + 1} {choice.label}"
        assert (lens.style, lens.about) == (FOCUS, choice.about)
        rows = drawn_lens(lens, LETTERINGS, WIDTH, len(page.lens))
        assert whole(rows, len(page.lens))
        styles = {run.style for row in rows for run in row if run.text.strip()}
        assert FOCUS in styles
        one_line = 0 < NARROW.measure(choice.about) <= WIDTH - 2 * EDGE
        assert ABOUT in styles or not one_line, choice


def test_before_anything_sounds_the_sentence_that_is_read_next_is_there(library: Library):
    view = shipped_view(library, GRID, "en")
    page = view.page(Place("signs"))
    assert lens_of(page, None).text == page.sentence(page.units[0])
    card = view.page(Place("feel-unwell/1"))
    assert lens_of(card, None).text.startswith("Tell staff now"), "a level says nothing without what to do"


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_it_is_drawn_in_its_rows_of_the_page_and_nowhere_else(library: Library, theme: str):
    page = shipped_view(library, GRID, "en").page(Place("signs"))
    plain = Plain("Lens", lens=LETTERINGS)
    unit = page.units[-1]
    async with page_view(theme) as view:
        view.show(page, None, plain)
        before = [view.render_line(y) for y in range(24)]
        view.show(page, Lit(unit.part, unit.start, unit.end, unit.start, unit.start + 3), plain)
        after = [view.render_line(y) for y in range(24)]
    assert all(strip.cell_length == WIDTH for strip in after)
    moved = {y for y, (one, other) in enumerate(zip(before, after, strict=True)) if one.text != other.text}
    assert moved
    assert moved <= {*page.lens}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visitor_who_sees_badly_has_few_pages_to_turn(library: Library, language: str):
    view = shipped_view(library, GRID, language)
    counts = {name: len(view.cut(name)[1]) for name in (*library.clinic.menu, *view.sheets.card_places())}
    assert counts["signs"] <= 7
    assert max(counts.values()) <= 10, counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_choices_of_the_menu_are_on_the_screen_at_once(library: Library, language: str):
    view = shipped_view(library, GRID, language)
    (page,) = pages_of(view, MENU)
    assert page.on_page == range(len(page.choices)) == range(8)


def test_a_choice_to_which_the_focus_has_moved_is_large_below_a_text_too(library: Library):
    page = shipped_view(library, GRID, "en").page(Place("signs"))
    lens = lens_of(page, None, choosing=True)
    assert lens.style == FOCUS
    assert lens.text.endswith(page.choices[page.focus].label)
