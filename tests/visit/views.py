"""Pages for tests, without a visitor who goes to them."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.session.view import View
from kiosk.visit.terms.wording import Wording


def view_of(library: Library, grid: Grid, language: str = "en", wordings: Mapping[str, Wording] | None = None) -> View:
    """All pages of a library in one language, for the standard keys."""
    wordings = wordings or {}
    return View(Sheets(library, language, wordings.get(language, Wording()), grid=grid), wordings)
