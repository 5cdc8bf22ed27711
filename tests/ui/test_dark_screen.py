"""With the screen turned off, nothing of a page is seen: no row, no lens, no picture and no large words."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.lettering import Drawn, Lettering, Plain
from kiosk.ui.themes import THEMES
from kiosk.visit.terms.action import Action
from tests.ui.one_page import page_view
from tests.visit.visitor import Visitor

LARGE = tuple(Drawn(font) for font in reversed(IN_QUADRANTS[:2]))
SCREENS: list[tuple[Lettering, int, int]] = [
    (Plain("Lens", lens=LARGE), 80, 24),
    (LARGE[0], 80, 24),
    (Plain(), 120, 34),
    (Plain(), 200, 50),
]


@pytest.mark.parametrize(("lettering", "width", "height"), SCREENS)
async def test_a_dark_screen_shows_nothing(library: Library, lettering: Lettering, width: int, height: int):
    visitor = Visitor(library, lettering.grid(width, height))
    for action in (Action.CHOOSE, Action.CHOOSE, Action.PICK_2, Action.SCREEN):
        visitor.now += 10
        visitor.presses(action)
    async with page_view(THEMES[0].name, size=(width, height)) as view:
        view.show(visitor.attendant.page, visitor.attendant.visit.lit, lettering)
        assert not "".join(view.render_line(y).text for y in range(height)).strip()
