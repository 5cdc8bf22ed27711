"""A page is laid out once for each key, whatever the key does, and not at all for a word that sounds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session import view
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor

VISITS, KEYS = 20, 60
RELAID = {Action.LANGUAGE, Action.ONE_BY_ONE, Action.WHERE}
"""These may ask first what is on another page: the one below help, or the one with the sentence that is read."""


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that have been laid out."""
    names: list[str] = []
    for name in ("compose", "compose_code"):
        draw = getattr(view, name)

        def counted(page, *more, draw=draw):  # type: ignore[no-untyped-def]
            names.append(page.sheet)
            return draw(page, *more)

        monkeypatch.setattr(view, name, counted)
    return names


@contextmanager
def at_most(count: int, laid_out: list[str], when: object) -> Iterator[None]:
    laid_out.clear()
    yield
    assert len(laid_out) <= count, (when, laid_out)


@pytest.mark.parametrize("grid", [Grid(80, 24), Grid(20, 6)], ids=str)
def test_every_key_lays_out_one_page(library: Library, laid_out: list[str], grid: Grid):
    chance = random.Random(7)
    for _ in range(VISITS):
        visitor = Visitor(library, grid)
        assert visitor.attendant.page
        for _ in range(KEYS):
            action = chance.choice(list(Action))
            with at_most(2 if action in RELAID else 1, laid_out, (visitor.page, action)):
                reply = visitor.attendant.act(action, visitor.now)
                assert reply.errand or visitor.attendant.page == reply.page
            visitor.take(reply)
            for utterance in reply.say[: chance.randrange(4)]:
                visitor.attendant.visit.started(utterance)


def test_a_word_that_sounds_lays_out_nothing(visitor: Visitor, laid_out: list[str]):
    visitor.presses(Action.PICK_2)
    sentence = visitor.hears(2)
    with at_most(0, laid_out, "a word"):
        visitor.attendant.visit.word(sentence, 0, 4)
        assert visitor.attendant.visit.lit is not None
