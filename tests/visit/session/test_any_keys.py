"""Whatever is pressed, in whatever order: the page is whole, the focus is on it, and nothing grows."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.session.settings import Settings
from kiosk.visit.terms.action import PICKS, Action
from tests.visit.visitor import Visitor

STEP_S = 1.0
"""Seconds between two looks at the clock: each lays out a page, and hours are waited here."""
GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(120, 34)]


def check(visitor: Visitor) -> tuple[Page, bool]:
    """What holds at every moment. Returns the page, which costs time to lay out, and whether something on it is lit."""
    page = visitor.attendant.page
    assert page.rows
    assert 1 <= page.number <= page.count
    if page.choices:
        assert 0 <= page.focus < len(page.choices)
        assert page.focus in page.on_page
    lit = visitor.attendant.visit.lit
    if lit is not None:
        text = page.parts[lit.part].text
        assert 0 <= lit.start <= lit.word_start <= lit.word_end <= len(text)
    if visitor.attendant.at_rest:
        assert visitor.attendant.visit.settings == Settings("en")
        assert page.sheet == "disclaimer"
    assert len(visitor.attendant.visit.state.trail.names) <= 8
    return page, lit is not None


class AnyKeys(RuleBasedStateMachine):
    """Keys, time, voice reports and window sizes in any order."""

    library: Library

    @initialize()
    def begin(self) -> None:
        self.visitor = Visitor(self.library)

    @rule(action=st.sampled_from(Action))
    def press(self, action: Action) -> None:
        self.visitor.presses(action)

    @rule(action=st.sampled_from(Action), times=st.integers(2, 12))
    def hold(self, action: Action, times: int) -> None:
        self.visitor.presses(*[action] * times)

    @rule(seconds=st.sampled_from([0.3, 29, 31, 119, 121, 149, 400]), sounding=st.booleans())
    def wait(self, seconds: float, sounding: bool) -> None:
        self.visitor.waits(seconds, sounding, STEP_S)

    @rule(count=st.integers(1, 20))
    def hear(self, count: int) -> None:
        for _ in range(min(count, len(self.visitor.queue))):
            utterance = self.visitor.hears()
            self.visitor.attendant.visit.word(utterance, 0, min(3, len(utterance.text)))

    @rule()
    def hear_all(self) -> None:
        self.visitor.hears_all()

    @rule(grid=st.sampled_from(GRIDS))
    def resize(self, grid: Grid) -> None:
        self.visitor.take(self.visitor.attendant.visit.resize(grid))

    @rule(works=st.booleans())
    def voice(self, works: bool) -> None:
        self.visitor.attendant.set_voice(works)

    @invariant()
    def holds(self) -> None:
        if hasattr(self, "visitor"):
            check(self.visitor)


def test_any_order_of_events(library: Library):
    class OverShippedContent(AnyKeys):
        pass

    OverShippedContent.library = library
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        OverShippedContent,
        settings=settings(max_examples=60, stateful_step_count=60, suppress_health_check=list(HealthCheck)),
    )


def test_a_long_random_walk_reaches_every_place_and_every_state(library: Library):
    """So that the test above is known to go where it matters."""
    chance = random.Random(20261122)
    visitor = Visitor(library, Grid(46, 13))
    seen: set[str] = set()
    actions = [*Action, *PICKS, *PICKS]  # to a topic in a group lead two numbers, one after the other
    for _ in range(6_000):
        event = chance.random()
        if event < 0.75:
            visitor.presses(chance.choice(actions))
        elif event < 0.9:
            for _ in range(min(len(visitor.queue), chance.randrange(1, 6))):
                visitor.hears()
        elif event < 0.96:
            visitor.hears_all()
        else:
            visitor.waits(chance.choice([5, 121, 160]), chance.random() < 0.3, STEP_S)
        page, lit = check(visitor)
        screen = "\n".join("".join(piece.text for piece in row) for row in page.rows)
        seen |= {
            page.sheet,
            "lit" if lit else "",
            "at rest" if visitor.attendant.at_rest else "",
            "last page" if page.number == page.count > 1 else "",
            "silent" if not visitor.attendant.visit.settings.sound else "",
            "paused" if "Paused" in screen else "",
            "end of list" if "End of list" in screen else "",
        }
    topics = set(library.topics["en"])
    places = topics | {"menu", "help", "where-am-i", "still-there"}
    assert seen >= places | {"lit", "at rest", "last page", "silent", "paused", "end of list"}, sorted(places - seen)
