"""The pages behind the login: what is on them, what the voice says, and where each choice leads."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.locale.wordings import wordings
from kiosk.staff.health_check import DOCTOR_FAILED, HealthCheck, health_checks_of
from kiosk.staff.staff_sheets import StaffPlaces
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.errand import Errand

GRID = Grid(80, 24)
GRIDS = [Grid(20, 6), Grid(46, 13), GRID, Grid(120, 34)]
MISTAKE = Diagnostic("en/signs.yaml", 7, 3, "unknown-key", "“titel” is not a name that belongs here.", "Write “title”.")
FOUND = (
    HealthCheck("Sound", "bad", "No sound can be played.", "Connect a loudspeaker."),
    HealthCheck("Voice", "good", "eSpeak NG speaks.", ""),
)


def visit_of(problems: Sequence[Diagnostic] = (), grid: Grid = GRID) -> Visit:
    return Visit(StaffPlaces(("en",), problems), grid, "en")


def shown(visit: Visit) -> str:
    return "\n".join("".join(segment.text for segment in row) for row in visit.page.rows)


def every_page(visit: Visit) -> str:
    first = visit.page
    pages = [" ".join(first.sentence(unit) for unit in first.units) if first.count > 1 else shown(visit)]
    for _ in range(visit.page.count - 1):
        visit.act(Action.PAGE_DOWN)
        pages.append(" ".join(visit.page.sentence(unit) for unit in visit.page.units) or shown(visit))
    return " ".join(" ".join(pages).split())


def said(reply: Reply) -> str:
    return " ".join(utterance.text for utterance in reply.say)


def test_there_is_what_works_what_is_wrong_a_restart_and_an_end():
    visit = visit_of([MISTAKE])
    for label in (
        "What works",
        "Errors in the texts: 1",
        "Restart the kiosk",
        "End the kiosk",
        "Leave this page",
    ):
        assert label in shown(visit)


@pytest.mark.parametrize(
    ("picks", "errand"),
    [
        ((Action.PICK_3,), Errand.RESTART),
        ((Action.PICK_4, Action.PICK_2), Errand.END),
        ((Action.PICK_5,), Errand.LEAVE),
        ((Action.BACK,), Errand.LEAVE),
        ((Action.DOWN, Action.NEXT, Action.CHOOSE), Errand.RESTART),
        ((Action.UP, Action.UP, Action.CHOOSE), Errand.LEAVE),
    ],
)
def test_where_keys_lead(picks: tuple[Action, ...], errand: Errand):
    visit = visit_of()
    assert [visit.act(action).errand for action in picks] == [*[None] * (len(picks) - 1), errand]


def test_nothing_ends_without_a_second_question():
    visit = visit_of()
    assert visit.act(Action.PICK_4).errand is None
    assert "End the kiosk?" in shown(visit)
    assert visit.act(Action.CHOOSE).errand is None
    assert "For staff" in shown(visit)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_a_mistake_has_its_file_its_line_and_its_sentence(grid: Grid):
    visit = visit_of([MISTAKE], grid)
    visit.act(Action.PICK_2)
    text = every_page(visit).replace(" ", "")
    for words in (MISTAKE.file, "line 7", MISTAKE.message, MISTAKE.fix):
        assert words.replace(" ", "") in text.replace("-", "") or words.replace(" ", "") in text


def test_what_works_is_waited_for_and_then_shown():
    places = StaffPlaces(("en",), ())
    visit = Visit(places, GRID, "en")
    visit.act(Action.PICK_1)
    assert "One moment" in shown(visit)
    places.checks = FOUND
    assert "Connect a loudspeaker." in said(visit.refresh())
    assert "Sound: Not right" in shown(visit)


def test_every_page_is_said():
    visit = visit_of([MISTAKE])
    assert said(visit.arrive()).startswith("For staff. What works. 1 of 5.")
    assert said(visit.act(Action.DOWN)) == "Errors in the texts: 1. 2 of 5. What to fix, and in which line."
    assert "en/signs.yaml, line 7" in said(visit.act(Action.CHOOSE))
    assert MISTAKE.fix in said(visit.act(Action.REPEAT))


def test_going_back_finds_the_choice_that_was_left():
    visit = visit_of()
    visit.act(Action.PICK_2)
    visit.act(Action.BACK)
    assert visit.page.focus == 1


def test_staff_read_their_pages_in_the_clinics_languages_and_messages_in_english():
    visit = Visit(StaffPlaces(("en", "es"), [MISTAKE]), GRID, "es", wordings(["es"]))
    assert "Para el personal" in shown(visit)
    reply = visit.act(Action.PICK_2)
    assert [each.language for each in reply.say if each.text == MISTAKE.message] == ["en"]
    visit.act(Action.LANGUAGE)
    assert "Errors in the texts" in shown(visit)


def test_unwell_and_help_lead_nowhere_strange():
    visit = visit_of()
    visit.act(Action.UNWELL)
    assert "For staff" in shown(visit)
    visit.act(Action.HELP)
    assert "Help" in shown(visit)
    assert visit.act(Action.BACK).errand is None
    assert "For staff" in shown(visit)


@given(st.lists(st.tuples(st.sampled_from(Action), st.sampled_from(GRIDS)), max_size=60))
def test_whatever_is_pressed_there_is_a_page(presses: list[tuple[Action, Grid]]):
    visit = visit_of([MISTAKE] * 9)
    for action, grid in presses:
        visit.resize(grid)
        reply = visit.act(action)
        page = visit.page
        assert reply.errand or reply.page == page
        assert len(page.rows) == max(4, grid.height)
        assert page.focus in range(len(page.choices) or 1) or not page.choices


def test_the_doctors_answer_is_read_with_what_is_wrong_first():
    checks = [
        {"name": "Voice", "state": "good", "found": "It speaks.", "to_do": ""},
        {"name": "Terminal", "state": "note", "found": "This is not a terminal.", "to_do": ""},
        {"name": "Sound", "state": "bad", "found": "None.", "to_do": "Connect one."},
    ]
    found = health_checks_of(json.dumps({"ok": False, "checks": checks}).encode())
    assert [(each.name, each.state) for each in found] == [("Sound", "bad"), ("Voice", "good")]


@pytest.mark.parametrize(
    "output", [b"", b"\xff", b"[]", b'{"checks": []}', b'{"checks": [1]}', b'{"checks": 1}', b"null"]
)
def test_no_answer_of_the_doctor_is_told(output: bytes):
    assert health_checks_of(output) == (DOCTOR_FAILED,)
