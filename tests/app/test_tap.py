"""A tap in the app: the voice is got ready, the page changes as for a key, in the letters that are shown."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kiosk.content.model.library import Library
from kiosk.terminal.touch.taps import Tapped
from kiosk.ui.app import KioskApp
from kiosk.ui.appearance import Screen
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.target import Target
from tests.app.kiosk_app import kiosk_app


async def tap(pilot: Pilot[int | None], app: KioskApp, target: Target) -> None:
    """Taps the middle of a target of the page."""
    spot = next(spot for spot in app.attendant.page.spots if spot.target == target)
    letters = app.view.lettering
    cell = (spot.column + spot.columns // 2) * letters.columns, (spot.row + spot.rows // 2) * letters.rows
    app.post_message(Tapped(cell, cell))
    await pilot.pause()


@pytest.mark.parametrize(("size", "text_size"), [((80, 24), "plain"), ((120, 34), "plain"), ((80, 24), "3")])
async def test_taps_lead_to_a_page_and_to_help(library: Library, size: tuple[int, int], text_size: str):
    app = kiosk_app(library, text_size=text_size, screen=Screen(touch=True))
    async with app.run_test(size=size) as pilot:
        await pilot.press("space", "enter", "down")
        assert app.attendant.page.sheet == "menu"
        focus = Target(app.attendant.page.focus)
        await tap(pilot, app, focus)
        assert app.attendant.page.sheet == "signs"  # the key has told it, so a tap opens it
        await tap(pilot, app, Target(action=Action.HELP))
        assert app.attendant.page.sheet == "help"


async def test_buttons_are_as_high_as_a_finger_needs_where_the_size_of_the_screen_is_known(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("kiosk.terminal.window_pixels.cell_pixels", lambda: (10.0, 20.0))
    for touch, rows in ((False, 1), (True, 2)):
        app = kiosk_app(library, text_size="1", screen=Screen(width_mm=476.0, touch=touch))
        async with app.run_test(size=(64, 18)) as pilot:
            await pilot.press("space")
            assert app.attendant.visit.grid.button_rows == rows
            spots = [spot for spot in app.attendant.page.spots if spot.target.choice >= 0]
            assert all(spot.rows >= rows for spot in spots)
