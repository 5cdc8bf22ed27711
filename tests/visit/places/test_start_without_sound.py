"""The start page offers to read aloud only where the kiosk can."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.part_style import Look
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER
from tests.visit.layout.shown import pages_of, shipped_view
from tests.visit.visitor import Visitor


def labels(visitor: Visitor) -> list[str]:
    return [choice.label for choice in visitor.attendant.page.choices]


def test_without_sound_there_is_one_way_to_agree(library: Library):
    visitor = Visitor(library)
    visitor.attendant.set_voice(False)
    assert labels(visitor)[0] == "Agree"
    assert not any("read" in label or "sound" in label for label in labels(visitor))
    visitor.presses(Action.CHOOSE)
    visitor.now += 10
    visitor.presses(Action.CHOOSE)
    assert visitor.page == "menu"


def test_with_sound_patients_choose_whether_it_is_read(library: Library):
    visitor = Visitor(library)
    visitor.attendant.set_voice(False)
    visitor.attendant.set_voice(True)
    assert labels(visitor)[:2] == ["Agree and have it read to me", "Agree, no sound"]


def test_where_headphones_bring_the_sound_it_is_offered_before_they_are_plugged_in(library: Library):
    visitor = Visitor(library, None, Machine(headphones_only=True))
    visitor.attendant.set_voice(False)
    assert "Agree and have it read to me" in labels(visitor)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_first_choice_takes_one_row_of_a_small_screen(library: Library, language: str):
    view = shipped_view(library, Grid(20, 6), language)
    for page in pages_of(view, DISCLAIMER):
        assert sum(any(segment.look is Look.FOCUS for segment in row) for row in page.rows) == 1


def test_the_numbers_of_the_choices_stay_once_somebody_is_here(library: Library):
    visitor = Visitor(library)
    visitor.presses(Action.DOWN)
    before = labels(visitor)
    visitor.attendant.set_voice(False)
    assert labels(visitor) == before
