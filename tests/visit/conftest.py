"""A visitor who stands before the kiosk, and one who has agreed and sees the menu."""

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor


@pytest.fixture
def newcomer(library: Library) -> Visitor:
    """Nobody has pressed a key yet."""
    return Visitor(library)


@pytest.fixture
def visitor(library: Library) -> Visitor:
    """Has agreed to sound; the menu is up."""
    visitor = Visitor(library)
    visitor.presses(Action.OTHER)
    visitor.hears(4)
    visitor.presses(Action.CHOOSE)
    return visitor
