"""What holds in any visit: random keys, speech, pages that turn, languages, changed content, and time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import LONGEST_PAUSE_S, Attendant
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER, EXPLORE, UNWELL
from kiosk.visit.terms.sheet import Choice, Verb
from kiosk.visit.terms.trail import Position
from tests.visit.visitor import Visitor

GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24)]
MOVES = {Action.UP, Action.DOWN, Action.NEXT, Action.END, Action.MENU, Action.LEFT, Action.RIGHT}
"""Keys that may move the focus on a page, and others only by leading to another page."""
PAGES = {Action.PAGE_UP, Action.PAGE_DOWN}
DETOURS = [Action.DOWN, Action.UP, Action.OTHER, Action.FASTER, Action.SLOWER, Action.LOUDER, Action.ONE_BY_ONE]
"""Keys that leave a text where it is."""

AWAY = [None, Action.HELP, Action.WHERE]


class AnyVisit(RuleBasedStateMachine):
    """A visitor who hears what is said, and remembers the choice that was announced last."""

    library: Library

    @initialize(grid=st.sampled_from(GRIDS))
    def begin(self, grid: Grid) -> None:
        self.visitor = Visitor(self.library, grid)
        self.visitor.attendant = Attendant(self.library, grid, 0.0, wordings(["en", "es"]))
        self.heard: Choice | None = None
        self.visitor.presses(Action.OTHER)

    @property
    def visit(self):  # type: ignore[no-untyped-def]
        return self.visitor.attendant.visit

    def focused(self) -> Choice | None:
        page = self.visitor.attendant.page
        return page.choices[page.focus] if page.choices else None

    def _hear_one(self) -> None:
        utterance = self.visitor.hears()
        words = self.visit.state.view
        page = self.visit.state.page
        for number, choice in enumerate(page.choices):
            if utterance.text == words.reader.item(page, number).text:
                self.heard = choice
        if not self.visitor.queue:
            before = self.focused()
            self.visitor.take(self.visit.silent())
            self._same_focus(before)

    def _same_focus(self, before: Choice | None) -> None:
        """The focus stays on its choice, as long as that is on the page."""
        page, now = self.visitor.attendant.page, self.focused()
        if before is not None and any(each.does == before.does for each in page.choices):
            assert now is not None
            assert now.does == before.does

    @rule(count=st.integers(1, 8))
    def hear(self, count: int) -> None:
        before, sheet = self.focused(), self.visitor.page
        for _ in range(count):
            if not self.visitor.queue:
                break
            self._hear_one()
            said = self.visit.state.voice.sounding
            if said is not None:
                self.visitor.take(self.visit.word(said, len(said.text) - 1, len(said.text)))
        if self.visitor.page == sheet:
            self._same_focus(before)

    @rule(action=st.sampled_from([each for each in Action if each not in (Action.CHOOSE, Action.SOUND)]))
    def press(self, action: Action) -> None:
        self.visitor.now += 1.0
        before, sheet, explored = self.focused(), self.visitor.page, self.visitor.page == EXPLORE
        self.visitor.presses(action)
        self.heard = None if action.picked or self.visitor.page != sheet else self.heard
        if explored and action not in (Action.BACK, Action.UNWELL, Action.HELP):
            assert self.visitor.page == EXPLORE
        moves = MOVES | PAGES if self.visit.state.sheet.is_list else MOVES
        if self.visitor.page == sheet and action not in moves and action.picked is None:
            self._same_focus(before)
        said = self.visitor.said
        if said and action in (Action.UP, Action.DOWN, Action.NEXT, Action.END) and self.visit.page.choices:
            self.heard = self.focused() if sheet == self.visitor.page else None

    @rule()
    def choose(self) -> None:
        """Choose does what was announced last, or says what it would do instead."""
        self.visitor.now += 1.0
        told, focused, page = self.visit.state.voice.announced, self.focused(), self.visitor.attendant.page
        assume(page.sheet != EXPLORE and self.visit.settings.sound)
        if told is not None and self.heard is not None:
            assert told.does == self.heard.does, "what counts as announced is what was heard"
        state = self.visit.state
        before = (page.sheet, page.number, state.settings.language, state.agreed)
        self.visitor.presses(Action.CHOOSE)
        if told is not None and focused is not None and told.does != focused.does:
            after = (self.visitor.page, self.visitor.attendant.page.number, self.visit.settings.language, state.agreed)
            assert before == after
            assert self.visitor.said[-1].startswith(focused.label)
        elif focused is not None and focused.verb is Verb.OPEN and self.visit.state.view.has(focused.opens):
            assert self.visitor.page == focused.opens
        self.heard = None

    @rule()
    def another_language(self) -> None:
        self.visitor.now += 1.0
        before, explored = self.focused(), self.visitor.page == EXPLORE
        sheet = self.visitor.page
        self.visitor.presses(Action.LANGUAGE)
        if not explored and sheet == self.visitor.page:
            self._same_focus(before)

    @rule(turned=st.booleans())
    def content_changes(self, turned: bool) -> None:
        menu = self.library.clinic.menu
        clinic = replace(self.library.clinic, menu=tuple(reversed(menu)) if turned else menu[1:] + menu[:1])
        before = self.focused()
        self.visitor.attendant.renew(replace(self.library, clinic=clinic))
        self._same_focus(before)

    @rule(grid=st.sampled_from(GRIDS))
    def resize(self, grid: Grid) -> None:
        before = self.focused()
        self.visitor.take(self.visit.resize(grid))
        self._same_focus(before)

    @precondition(lambda self: self.visit.state.voice.reading and self.visit.state.here.position is not None)
    @rule(detours=st.lists(st.sampled_from(DETOURS), max_size=4), away=st.sampled_from(AWAY))
    def the_place_in_a_text_is_kept(self, detours: list[Action], away: Action | None) -> None:
        """Whatever comes between: Space reads on with the sentence that was read last."""
        state = self.visit.state
        assume(self.visitor.page not in (EXPLORE, "help", "all-keys", "where-am-i") and self.visit.settings.sound)
        place, position = self.visitor.page, state.here.position
        assert isinstance(position, Position)
        sentence = state.sentences[state.number]
        text = state.sheet.parts[sentence.part].text[sentence.start : sentence.end]
        self.visitor.presses(*detours)
        if away:
            self.visitor.presses(away, Action.BACK)
        self.heard = None
        while self.visitor.queue and self.visit.state.voice.busy:
            self.visitor.presses(Action.READ)  # pause what is being said
        assert (self.visitor.page, self.visit.state.here.position) == (place, position)
        assert self.visitor.presses(Action.READ)[0] == text

    @rule(times=st.integers(1, 30))
    def panic(self, times: int) -> None:
        """The key for who feels unwell, held or hammered: the first card, which is said to its end."""
        self.visitor.now += 1.0
        if self.visit.settings.sound:
            self.visitor.presses(*[Action.UNWELL] * times)
            assert self.visitor.page == UNWELL
            assert self.visitor.attendant.page.number == 1
            sounding = self.visit.state.voice.sounding
            assert any(said.emergency for said in (sounding, *self.visitor.queue[:4]) if said)
        self.heard = None

    @rule(action=st.sampled_from(Action))
    def silence_and_a_key(self, action: Action) -> None:
        """Nobody answers the question until the last second: a key only stays."""
        clinic = self.library.clinic
        if self.visit.untouched:
            return
        self.visitor.presses(Action.OTHER)  # a reading that was paused would be waited for
        before = self.visitor.page
        self.visitor.waits(clinic.warn_after + clinic.countdown - 1, step=5)
        assert self.visitor.page == "still-there"
        self.visitor.presses(action)
        assert self.visitor.page == (UNWELL if action is Action.UNWELL else before)
        self.heard = None

    @rule()
    def leaves(self) -> None:
        clinic = self.library.clinic
        self.visitor.waits(LONGEST_PAUSE_S + clinic.warn_after + clinic.countdown + 1, step=5)
        assert self.visitor.attendant.at_rest
        self.visitor.now += 1.0
        self.visitor.presses(Action.OTHER)
        self.heard = None

    @rule(action=st.sampled_from([each for each in Action if not each.at_once]))
    def the_first_key(self, action: Action) -> None:
        """At rest any key only wakes and greets."""
        self.leaves()
        clinic = self.library.clinic
        self.visitor.waits(clinic.warn_after + clinic.countdown + 1, step=5)
        before = self.visit.settings
        said = self.visitor.presses(action)
        assert self.visitor.page == DISCLAIMER
        assert said[0].startswith(("Talking kiosk.", "Quiosco que habla."))
        assert self.visit.settings == before
        assert not self.visit.state.agreed

    @invariant()
    def what_can_be_heard_is_never_lost(self) -> None:
        """Sound goes off only by the key or the choice for it."""
        if hasattr(self, "visitor"):
            state = self.visit.state
            assert state.settings.sound or state.agreed


def test_the_rules_hold_in_any_visit(library: Library):
    class OverShippedContent(AnyVisit):
        pass

    OverShippedContent.library = library
    run_state_machine_as_test(
        OverShippedContent,
        settings=settings(
            max_examples=80,
            stateful_step_count=40,
            phases=(Phase.generate,),  # each example waits for minutes of the visitor's clock: shrinking takes too long
            suppress_health_check=list(HealthCheck),
        ),
    )
