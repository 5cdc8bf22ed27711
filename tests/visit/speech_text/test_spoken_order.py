"""In which order a page is said, with which pauses, by which voice."""

from __future__ import annotations

from dataclasses import replace

from kiosk.content.model.built_in import built_in_library
from kiosk.content.model.library import Library
from kiosk.visit.speech_text.reading import BEFORE_HINTS_MS, BETWEEN_PARTS_MS
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor


def test_a_page_says_title_text_choice_and_keys_in_this_order(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.HELP)
    page = visitor.attendant.page
    assert visitor.said[0].startswith(page.title)
    texts = visitor.said[1 : 1 + len(page.units)]
    assert texts == [page.sentence(unit) for unit in page.units]
    choice, keys = visitor.said[1 + len(page.units) :]
    assert choice.startswith(page.choices[page.focus].label)
    assert keys.startswith("Help: H.")


def test_the_keys_are_told_once_and_later_only_by_help(visitor: Visitor):
    visitor.hears_all()
    visitor.presses(Action.PICK_2)
    heard = visitor.hears_all()
    visitor.presses(Action.MENU)
    assert not any("Help: H." in said for said in [*heard, *visitor.hears_all()])
    assert any("To see all keys, press again: H." in said for said in visitor.presses(Action.HELP))


def test_who_has_the_screen_off_is_not_told_of_larger_letters(visitor: Visitor):
    visitor.presses(Action.SCREEN, Action.MENU)
    assert "Larger" not in visitor.said[-1]
    assert "Help: H." in visitor.said[-1]


def test_a_pause_stands_before_the_choice_and_before_the_keys(visitor: Visitor):
    visitor.presses(Action.MENU)
    title, choice, about, keys = visitor.queue
    assert title.pause_ms == 0
    assert choice.pause_ms == BETWEEN_PARTS_MS
    assert about.text == visitor.attendant.page.choices[0].about
    assert about.pause_ms == BEFORE_HINTS_MS, "a key may move on before what the choice is about"
    assert keys.pause_ms == BEFORE_HINTS_MS
    assert BEFORE_HINTS_MS > BETWEEN_PARTS_MS >= 500


def test_the_warning_tells_what_is_the_matter_and_what_to_do(library: Library, visitor: Visitor):
    (said,) = visitor.waits(library.clinic.warn_after + 1)
    question, cause, to_do = (
        said.index(part) for part in ("Are you still there?", "starts again in", "To stay, press")
    )
    assert question < cause < to_do
    for part in ("Are you still there?", "starts again in", "To stay, press any key."):
        assert part in visitor.screen


def test_every_choice_is_said_by_the_same_voice(visitor: Visitor):
    languages = set()
    for _ in visitor.attendant.page.choices:
        visitor.presses(Action.DOWN)
        languages |= {said.language for said in visitor.queue}
    assert languages == {"en"}


def test_one_second_is_told_as_one(library: Library):
    hurried = Visitor(replace(library, clinic=replace(library.clinic, warn_after=1.0)))
    assert any("no key for 1 second," in text for text in hurried.presses(Action.WHERE, Action.WHERE))
    assert hurried.attendant.visit.state.view.sheets.countdown(1) == "This kiosk starts again in 1 second."


def test_a_page_without_sources_names_none():
    built_in = built_in_library()
    view = Visitor(built_in).attendant.visit.state.view
    for name in built_in.topics["en"]:
        sheet, _ = view.cut(name)
        assert not any(part.text.startswith("Sources") for part in sheet.parts)
