"""The pages behind the door: what is on them, what the voice says, and where each choice leads."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.parsing.problem import Problem
from kiosk.staff.desk import Desk
from kiosk.staff.finding import NOT_FOUND_OUT, Finding, findings_of
from kiosk.staff.sheets import Errand
from kiosk.visit.layout.grid import Grid
from kiosk.visit.terms.action import Action

GRID = Grid(80, 24)
GRIDS = [Grid(20, 6), Grid(46, 13), GRID, Grid(120, 34)]
MISTAKE = Problem("en/signs.yaml", 7, 3, "unknown-key", "“titel” is not a name that can stand here.", "Write “title”.")
FINDINGS = (
    Finding("Sound", "bad", "No sound can be played.", "Connect a loudspeaker."),
    Finding("Voice", "good", "eSpeak NG speaks.", ""),
)


def shown(desk: Desk, grid: Grid = GRID) -> str:
    return "\n".join("".join(segment.text for segment in row) for row in desk.page(grid).rows)


def every_page(desk: Desk, grid: Grid) -> str:
    pages = [shown(desk, grid)]
    for _ in range(desk.page(grid).count - 1):
        desk.act(Action.PAGE_DOWN, grid)
        pages.append(shown(desk, grid))
    return " ".join(" ".join(pages).split())


def test_there_is_what_works_what_is_wrong_a_restart_and_an_end():
    desk = Desk([MISTAKE])
    for label in (
        "What works",
        "Mistakes in the texts: 1",
        "Start the kiosk again",
        "End the kiosk",
        "Leave this page",
    ):
        assert label in shown(desk)


@pytest.mark.parametrize(
    ("picks", "errand"),
    [
        ((Action.PICK_1,), Errand.DOCTOR),
        ((Action.PICK_3,), Errand.RESTART),
        ((Action.PICK_4, Action.PICK_2), Errand.REALLY_END),
        ((Action.PICK_5,), Errand.LEAVE),
        ((Action.BACK,), Errand.LEAVE),
        ((Action.DOWN, Action.NEXT, Action.CHOOSE), Errand.RESTART),
        ((Action.UP, Action.CHOOSE), Errand.LEAVE),
    ],
)
def test_where_keys_lead(picks: tuple[Action, ...], errand: Errand):
    desk = Desk([])
    answers = [desk.act(action, GRID) for action in picks]
    assert answers == [*[None] * (len(picks) - 1), errand]


def test_nothing_ends_without_a_second_question():
    desk = Desk([])
    assert desk.act(Action.PICK_4, GRID) is None
    assert "End the kiosk?" in shown(desk)
    assert desk.act(Action.CHOOSE, GRID) is None
    assert "For staff" in shown(desk)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_a_mistake_has_its_file_its_line_and_its_sentence(grid: Grid):
    desk = Desk([MISTAKE])
    desk.act(Action.PICK_2, grid)
    text = every_page(desk, grid).replace(" ", "")
    for words in (MISTAKE.file, "line 7", MISTAKE.message, MISTAKE.fix):
        assert words.replace(" ", "") in text.replace("-", "") or words.replace(" ", "") in text


def test_what_works_is_waited_for_and_then_shown():
    desk = Desk([])
    assert desk.act(Action.PICK_1, GRID) is Errand.DOCTOR
    assert "One moment" in shown(desk)
    desk.found(FINDINGS)
    assert "Sound: Not right" in shown(desk)
    assert "Connect a loudspeaker." in shown(desk)


def test_what_was_found_for_somebody_who_went_elsewhere_is_dropped():
    desk = Desk([])
    desk.act(Action.PICK_1, GRID)
    desk.act(Action.BACK, GRID)
    desk.found(FINDINGS)
    assert "For staff" in shown(desk)


def test_every_page_is_said():
    desk = Desk([MISTAKE])
    assert desk.says(GRID) == "For staff. What works. 1 of 5."
    assert desk.says(GRID) == ""
    desk.act(Action.DOWN, GRID)
    assert desk.says(GRID) == "Mistakes in the texts: 1. 2 of 5."
    desk.act(Action.CHOOSE, GRID)
    assert "en/signs.yaml, line 7." in desk.says(GRID)
    desk.act(Action.REPEAT, GRID)
    assert MISTAKE.fix in desk.says(GRID)


def test_going_back_finds_the_choice_that_was_left():
    desk = Desk([])
    desk.act(Action.PICK_2, GRID)
    desk.act(Action.BACK, GRID)
    assert desk.page(GRID).focus == 1


@given(st.lists(st.tuples(st.sampled_from(Action), st.sampled_from(GRIDS)), max_size=60))
def test_whatever_is_pressed_there_is_a_page(presses: list[tuple[Action, Grid]]):
    desk = Desk([MISTAKE] * 9)
    for action, grid in presses:
        if desk.act(action, grid) is Errand.DOCTOR:
            desk.found(FINDINGS * 9)
        page = desk.page(grid)
        assert len(page.rows) == max(4, grid.height)
        assert page.focus in range(len(page.choices))
        desk.says(grid)


def test_the_doctors_answer_is_read_with_what_is_wrong_first():
    checks = [
        {"name": "Voice", "state": "good", "found": "It speaks.", "to_do": ""},
        {"name": "Terminal", "state": "note", "found": "This is not a terminal.", "to_do": ""},
        {"name": "Sound", "state": "bad", "found": "None.", "to_do": "Connect one."},
    ]
    found = findings_of(json.dumps({"ok": False, "checks": checks}).encode())
    assert [(each.name, each.state) for each in found] == [("Sound", "bad"), ("Voice", "good")]


@pytest.mark.parametrize(
    "output", [b"", b"\xff", b"[]", b'{"checks": []}', b'{"checks": [1]}', b'{"checks": 1}', b"null"]
)
def test_no_answer_of_the_doctor_is_told(output: bytes):
    assert findings_of(output) == (NOT_FOUND_OUT,)
