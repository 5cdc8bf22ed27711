"""The places of a topic that is being edited: its pages, its questions, its page for phones."""

from __future__ import annotations

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.places import ClinicPlaces
from kiosk.visit.terms.keys import STANDARD
from kiosk.visit.terms.wording import Wording


class DraftPlaces(ClinicPlaces):
    """Places of a library of one topic; a visit starts at that topic."""

    def __init__(self, library: Library, name: str) -> None:
        super().__init__(library)
        self.root = self.home = name

    def extras(self) -> list[str]:
        """Return the names of the topic's extras."""
        return self.sheets(self.languages[0], Wording(), STANDARD, Grid(80, 24)).extras.places()
