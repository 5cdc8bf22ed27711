"""Whatever the size of the screen: what is said in one breath is a sentence, and the page follows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.model.library import Library
from kiosk.content.model.sentences import sentence_spans
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.view import View, view_of
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.reading import BETWEEN_PARTS_MS, BETWEEN_SENTENCES_MS
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER, TAKE_AWAY
from kiosk.visit.terms.sheet import Role
from tests.visit.visitor import Visitor

GRIDS = [Grid(20, 6), Grid(26, 8), Grid(46, 13), Grid(80, 24), Grid(120, 34)]


def texts(library: Library, view: View) -> list[str]:
    """The names of all places with a text."""
    topics = library.topics[library.clinic.languages[0]]
    places = (*topics, *view.sheets.card_places(), *view.sheets.extras.places())
    return [name for name in places if name != DISCLAIMER]


def read_through(library: Library, grid: Grid, name: str, language: str) -> Iterator[tuple[Visitor, Utterance]]:
    """All sentences of a text as they begin to sound, from opening it to its end."""
    visitor = Visitor(library, grid)
    visitor.presses(Action.OTHER, Action.CHOOSE)
    while visitor.attendant.visit.settings.language != language:
        visitor.presses(Action.LANGUAGE)
    visitor.queue = list(visitor.attendant.visit.go_to(name).say)
    while visitor.queue:
        utterance = visitor.hears()
        if utterance.unit is not None:
            yield visitor, utterance
        if not visitor.queue:
            visitor.take(visitor.attendant.visit.silent())


def sentences_and_pauses(library: Library, grid: Grid, name: str) -> list[tuple[str, int]]:
    """What is said of a text at any size: a wide screen has a picture too, and a small one a card's level as title."""
    said = []
    for visitor, utterance in read_through(library, grid, name, "en"):
        assert utterance.unit is not None
        page = visitor.attendant.visit.state.page
        if page.part(utterance.unit).role not in (Role.CAPTION, Role.LEVEL):
            said.append((utterance.text, utterance.pause_ms))
    return [(said[0][0], 0), *said[1:]]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_every_text_is_read_sentence_by_sentence_at_every_size(library: Library, grid: Grid, language: str):
    view = view_of(library, grid, language, wordings(["en", "es"]))
    for name in texts(library, view):
        read = [said for _, said in read_through(library, grid, name, language)]
        assert read, name
        parts = {said.unit.part for said in read if said.unit}
        for part in parts:
            text = [said.text for said in read if said.unit and said.unit.part == part]
            whole = " ".join(text)
            assert text == [whole[slice(*span)] for span in sentence_spans(whole)], name


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_the_same_is_said_at_every_size_with_the_same_pauses(library: Library, grid: Grid):
    for name in texts(library, view_of(library, grid)):
        if name.endswith(TAKE_AWAY):
            continue  # its words depend on whether there is room for a code
        large = sentences_and_pauses(library, Grid(80, 1000), name)
        assert sentences_and_pauses(library, grid, name) == large


@settings(max_examples=40)
@given(width=st.integers(20, 120), height=st.integers(6, 34), at=st.integers(0, 10_000))
def test_the_page_holds_the_word_that_sounds(library: Library, width: int, height: int, at: int):
    names = texts(library, view_of(library, Grid(width, height)))
    for visitor, said in read_through(library, Grid(width, height), names[at % len(names)], "en"):
        assert said.unit is not None
        for start in (0, *(at + 1 for at, sign in enumerate(said.text) if sign == " ")):
            visitor.attendant.visit.word(said, start, start + 1)
            page, lit = visitor.attendant.page, visitor.attendant.visit.lit
            assert lit is not None
            held = [unit for unit in page.units if unit.part == lit.part]
            assert any(unit.start <= lit.word_start < unit.end for unit in held), said.text


def test_a_sentence_of_the_same_paragraph_follows_after_a_breath_though_the_page_turns(library: Library):
    before: Utterance | None = None
    for _, said in read_through(library, Grid(20, 6), "feel-unwell", "en"):
        assert said.unit is not None
        same = before is not None and before.unit is not None and before.unit.part == said.unit.part
        assert said.pause_ms == (BETWEEN_SENTENCES_MS if same else BETWEEN_PARTS_MS)
        before = said


def reading(library: Library) -> tuple[Visitor, Visit]:
    visitor = Visitor(library, Grid(20, 6))
    visitor.presses(Action.OTHER, Action.CHOOSE, Action.PICK_2)
    visitor.hears(2)
    return visitor, visitor.attendant.visit


def test_right_and_left_go_from_sentence_to_sentence_over_the_edges_of_pages(library: Library):
    visitor, visit = reading(library)
    forth = [visitor.presses(Action.RIGHT)[0] for _ in range(12)]
    assert visit.page.number > 1
    back = [visitor.presses(Action.LEFT)[0] for _ in range(11)]
    assert back == forth[-2::-1]


def test_again_says_the_whole_sentence_from_the_page_with_its_end(library: Library):
    visitor, visit = reading(library)
    while True:
        if not visitor.queue:
            visitor.take(visit.silent())
        said = visitor.hears()
        first = visit.page.number
        visit.word(said, len(said.text) - 1, len(said.text))
        if visit.page.number > first:
            break
    assert visitor.presses(Action.REPEAT)[0] == said.text
    assert visit.page.number == first


def test_a_page_that_begins_inside_a_sentence_is_read_from_the_beginning_of_it_and_stays(library: Library):
    visitor, visit = reading(library)
    pages = 0
    while visit.page.number < visit.page.count:
        number = visit.page.number
        visitor.presses(Action.PICK_1)
        assert visit.page.number == number + 1, "nobody is led back to a page that they have left"
        sentence = next(said for said in visitor.queue if said.unit)
        first = visit.page.units[0]
        assert sentence.unit is not None
        assert sentence.unit.part == first.part
        assert sentence.unit.start <= first.start < sentence.unit.end
        visit.started(sentence)
        assert visit.page.number == number + 1
        pages += sentence.unit.start < first.start
    assert pages, "there is no such page"
