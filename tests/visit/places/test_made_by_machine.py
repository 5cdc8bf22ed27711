"""Every page of a language that a computer translated says so, at every size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.content.catalogue import Catalogue
from kiosk.content.model.library import Library, Translation
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.trail import Place

SAYS = "Traducido por computadora"
WORDS = Catalogue({"Translated by computer": SAYS}, {}, "n != 1", machine=True)


@pytest.mark.parametrize("grid", [Grid(20, 6), Grid(46, 13), Grid(80, 24)])
def test_each_page_says_that_a_computer_translated_it(library: Library, grid: Grid):
    attendant = Attendant(replace(library, catalogues={"es": WORDS}), grid, 0.0, {}, "es")
    for now, action in enumerate((Action.OTHER, Action.CHOOSE, Action.CHOOSE, Action.HELP), 1):
        attendant.act(action, float(now))
        assert SAYS in attendant.page.remarks


def test_a_topic_says_so_below_its_text_and_the_others_do_not(library: Library):
    signs = library.topics["es"]["signs"]
    made = replace(signs, translation=Translation("0" * 16, "a program", machine=True))
    topics = {**library.topics, "es": {**library.topics["es"], "signs": made}}
    view = view_of(replace(library, topics=topics), Grid(80, 24), "es")
    says = "A computer translated this page, and no translator has checked it."
    for name in ("signs", "treatments"):
        assert any(says in part.text for part in view.page(Place(name)).parts) is (name == "signs")


def test_a_language_that_people_translated_says_nothing(library: Library):
    attendant = Attendant(library, Grid(80, 24), 0.0, {}, "es")
    assert not attendant.page.remarks
