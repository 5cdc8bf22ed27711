"""The kiosk's own words are there in every language of its catalogues, as the program asks for them."""

from __future__ import annotations

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.terms.action import Action


def test_without_a_list_they_are_those_of_all_catalogues():
    assert {"en", "es"} <= set(wordings())
    assert wordings(), "nobody takes them for none"
    assert wordings()["es"]("Back") == "Volver"


def test_a_visitor_who_asks_for_another_language_has_the_keys_in_it(library: Library):
    attendant = Attendant(library, Grid(80, 24), 0.0, wordings())
    for action in (Action.OTHER, Action.CHOOSE, Action.LANGUAGE):
        attendant.act(action, 0.0)
    assert [key.job for key in attendant.page.keys][:3] == ["Ayuda", "Me siento mal", "Volver"]
