"""The places that a visit can go to: a clinic's pages for visitors, or the pages for staff."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Protocol

from kiosk.visit.places.sheets import Sheets
from kiosk.visit.terms.names import DISCLAIMER, MENU

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.content.model.library import Library
    from kiosk.visit.layout.grid import Grid
    from kiosk.visit.places.own_sheets import OwnSheets
    from kiosk.visit.terms.errand import Errand
    from kiosk.visit.terms.keys import Keys
    from kiosk.visit.terms.wording import Wording


class Places(Protocol):
    """Everything that a `Visit` can show."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have pages, in the clinic's order."""

    @property
    def root(self) -> str:
        """The place where a visit starts."""

    @property
    def home(self) -> str:
        """The place that `Action.MENU` leads to."""

    @property
    def way_out(self) -> Errand | None:
        """The errand of "back" at the root; None if it leads nowhere."""

    @property
    def patience_s(self) -> int | None:
        """Seconds without a key until the kiosk asks "Are you still there?"; None if it never does."""

    @property
    def wordings(self) -> Mapping[str, Wording] | None:
        """The kiosk's own words that came with the content; None for those of the visit."""

    def sheets(self, language: str, wording: Wording, keys: Keys, grid: Grid) -> OwnSheets:
        """Return the places in one language, for one key map and one grid."""


class ClinicPlaces:
    """The places for visitors: disclaimer, menu, topics."""

    way_out = None

    def __init__(self, library: Library, wordings: Mapping[str, Wording] | None = None) -> None:
        """`wordings`: those of all languages, for a text that is only in another language."""
        self._library = library
        self.wordings = wordings
        self.root, self.home = DISCLAIMER, MENU
        self.patience_s = ceil(library.clinic.warn_after)
        self.languages = tuple(each for each in library.clinic.languages if each in library.topics)

    def sheets(self, language: str, wording: Wording, keys: Keys, grid: Grid) -> Sheets:
        """See `Places`."""
        return Sheets(self._library, language, wording, keys, grid, self.wordings)
