"""A `Visit`: one person's place, choices and settings. The next one gets a new visit, so nothing remains.

Pure: an action or a report of the voice comes in; a `Reply` (what to see and what to say) goes out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.places.places import Places
from kiosk.visit.session import listening, moving
from kiosk.visit.session.helping import explain, explores, help_
from kiosk.visit.session.languages import next_language
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.private import plugged_in, unplugged
from kiosk.visit.session.settings import Settings
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.speech_cursor import Lit, index_of
from kiosk.visit.speech_text.utterance import Priority, Reply, Utterance
from kiosk.visit.terms.action import PICKS, Action
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.names import DISCLAIMER, UNWELL
from kiosk.visit.terms.sheet import Choice, Sheet, Verb
from kiosk.visit.terms.wording import Wording


def _ask(state: State, errand: Errand) -> Reply:
    return Reply(errand=errand)


_ACTIONS: dict[Action, Callable[[State], Reply]] = {
    Action.NEXT: moving.next_one,
    Action.UP: lambda state: moving.move(state, -1),
    Action.DOWN: lambda state: moving.move(state, 1),
    Action.LEFT: lambda state: moving.sideways(state, -1),
    Action.RIGHT: lambda state: moving.sideways(state, 1),
    Action.PAGE_UP: lambda state: moving.turn(state, -1),
    Action.PAGE_DOWN: lambda state: moving.turn(state, 1),
    Action.CHOOSE: moving.choose,
    Action.BACK: moving.back,
    Action.MENU: moving.menu,
    Action.READ: listening.read,
    Action.REPEAT: listening.repeat,
    Action.SLOWER: lambda state: listening.set_rate(state, -1),
    Action.FASTER: lambda state: listening.set_rate(state, 1),
    Action.QUIETER: lambda state: listening.set_volume(state, -1),
    Action.LOUDER: lambda state: listening.set_volume(state, 1),
    Action.SOUND: listening.toggle_sound,
    Action.WHERE: listening.where_am_i,
    Action.UNWELL: lambda state: moving.go(state, UNWELL),
    Action.HELP: help_,
    Action.LANGUAGE: next_language,
    Action.SCREEN: listening.toggle_screen,
    Action.ONE_BY_ONE: listening.one_by_one,
    Action.OTHER: lambda state: Reply(),
    **{action: partial(moving.pick, number=number) for number, action in enumerate(PICKS, 1)},
    **{action: partial(_ask, errand=Errand(action.value)) for action in Action if action.looks},
}
if missing := set(Action) - set(_ACTIONS):
    raise TypeError(f"nothing is done for {missing}")


class Visit:
    """What one person does, from the first place on."""

    def __init__(
        self,
        places: Places,
        grid: Grid,
        language: str,
        wordings: Mapping[str, Wording] | None = None,
        has_voice: bool = True,
        machine: Machine | None = None,
    ) -> None:
        """Begin at the root of `places`, with every setting at its default."""
        self._state = State(places, grid, language, wordings, machine)
        self._state.has_voice = has_voice
        self._announced: tuple[Utterance, ...] = ()
        """What is said of a notice, while it is shown over the page."""

    # What is seen

    @property
    def page(self) -> Page:
        """What is on the screen now."""
        return self._state.shown

    @property
    def lit(self) -> Lit | None:
        """What to light on the page, for whoever reads along."""
        state = self._state
        return state.voice.lit(state.page) if state.overlay is None and state.settings.screen else None

    @property
    def state(self) -> State:
        """All that is known of the visitor; to be read, not changed."""
        return self._state

    @property
    def settings(self) -> Settings:
        """What the visitor has set."""
        return self._state.settings

    @property
    def grid(self) -> Grid:
        """The room that pages are laid out for."""
        return self._state.view.grid

    @property
    def wording(self) -> Wording:
        """The kiosk's own words in the visitor's language."""
        return self._state.view.wording

    @property
    def paused(self) -> bool:
        """Whether the visitor has stopped the voice in the middle of a text."""
        return self._state.voice.paused is not None

    @property
    def untouched(self) -> bool:
        """True until the visitor has something to lose by a reset."""
        return not self._state.agreed and self._state.here.name == DISCLAIMER

    # What comes in

    def act(self, action: Action) -> Reply:
        """Do what the visitor asks for; speech is always interrupted."""
        state = self._state
        state.remark = ""
        if explores(state):
            return self._answer(replace(explain(state, action), hush=True))
        action = self._resolved(action)
        reply = _ACTIONS[action](state)
        if reply.errand:
            return reply
        if not action.moves:
            state.edge = 0
        state.repeats = state.repeats + 1 if action is Action.REPEAT else 0
        return self._answer(replace(reply, hush=True))

    def _resolved(self, action: Action) -> Action:
        """Translate a choice that stands for a key into that key's action; the list of such choices is left then."""
        choice = self._chosen(action)
        if choice is None or choice.verb is not Verb.ACT:
            return action
        self._state.close_transient()
        self._state.voice.hushed()
        self._state.voice.last = self._state.last_before
        return Action(choice.opens)

    def _chosen(self, action: Action) -> Choice | None:
        """The choice that `action` chooses on this page."""
        if action is not Action.CHOOSE and action.picked is None:
            return None
        page = self._state.page
        number = page.focus if action is Action.CHOOSE else (action.picked or 0) - 1
        return page.choices[number] if 0 <= number < len(page.choices) else None

    def arrive(self) -> Reply:
        """Say the present page from the top, instead of anything else."""
        return self._answer(replace(self._state.arrive(), hush=True))

    def refresh(self) -> Reply:
        """Lay the present place out again, as something on it has changed, and say it."""
        self._state.take_over()
        self._state.lay_out(self.grid)
        return self.arrive()

    def go_to(self, name: str) -> Reply:
        """Go to the place called `name`, whatever leads there."""
        return self._answer(replace(moving.go(self._state, name), hush=True))

    def hush(self) -> Reply:
        """Fall silent; nothing is read on."""
        self._state.voice.hushed()
        return Reply(hush=True, page=self.page)

    def tell(self, what: str, remark: str = "", cue: Cue | None = None) -> Reply:
        """Say something of the kiosk's own, instead of anything else, and show `remark`."""
        self._state.remark = remark
        return self._answer(replace(self._state.saying(what), hush=True, cue=cue))

    def cover(self, sheet: Sheet) -> None:
        """Show `sheet` over everything else."""
        self._state.overlay = sheet

    def uncover(self) -> bool:
        """Take away what is shown over the page; False where nothing is."""
        covered, self._state.overlay, self._announced = self._state.overlay is not None, None, ()
        return covered

    def announce(self, notice: Sheet) -> Reply:
        """Show a notice over everything else and say it at once; what it interrupts is said again after it."""
        state = self._state
        self.cover(notice)
        self._announced = tuple(replace(each, priority=Priority.NOW) for each in state.reader.arrival(state.shown))
        return Reply(say=self._announced, page=self.page)

    def renew(self, places: Places) -> None:
        """Show changed content, from the next page on."""
        self._state.newer = places

    def set_voice(self, works: bool) -> Reply:
        """Note whether sound works; the page shows it, for which the screen must be on."""
        self._state.has_voice = works
        if not works:
            self._state.settings = replace(self._state.settings, screen=True)
        return Reply(page=self.page)

    def headphones(self, plugged: bool) -> Reply:
        """Headphones were plugged in, or out."""
        self._state.remark = ""
        reply = plugged_in(self._state) if plugged else unplugged(self._state)
        return self._answer(replace(reply, hush=True))

    def confirm(self, remark: str, said: str, grid: Grid) -> Reply:
        """The look of pages was changed, and with it perhaps the room for text: show and say it, and read on."""
        state = self._state
        reading = self._fit(grid)
        state.remark = said.rstrip(".") if grid.roomy else remark
        reply = Reply() if reading is None else state.read_from(reading)
        return self._answer(replace(state.confirming(said, reply), hush=True))

    def resize(self, grid: Grid) -> Reply | None:
        """Fit pages to other room; place, focus and the sentence being read are kept. None where it is as big."""
        if grid == self.grid:
            return None
        reading = self._fit(grid)
        if reading is None:
            return Reply(page=self.page)
        return self._answer(replace(self._state.read_from(reading), hush=True))

    def _fit(self, grid: Grid) -> int | None:
        """Lay all pages out for `grid`, and keep the place; return which sentence of the page is being read, if any."""
        state, page = self._state, self._state.page
        reading = state.voice.current_or_pending(page)
        anchor = page.units[reading or 0] if page.units else None
        state.lay_out(grid)
        if anchor and state.here.name not in state.transient:
            state.here.number = state.view.page_holding(state.here, anchor.part, anchor.start)
        if anchor is None or reading is None:
            return None
        return index_of(state.page, anchor) or 0

    # What the voice reports

    def started(self, utterance: Utterance) -> Reply:
        """The voice begins to say `utterance`; a notice goes once something else is said."""
        if self._announced and utterance not in self._announced:
            self.uncover()
        self._state.voice.started(utterance)
        if self._state.here.name == DISCLAIMER and utterance.unit is not None:
            self._state.disclaimer_heard = True
        return Reply(page=self.page)

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """The characters `start` to `end` of `utterance.text` sound now."""
        if utterance is self._state.voice.sounding and not utterance.say:
            self._state.voice.word = (start, end)

    def silent(self) -> Reply | None:
        """All has been said. Where a page of a longer text was read, the next one follows."""
        state = self._state
        if state.overlay is not None:
            return None
        reads_on = state.voice.reading_on and state.page.reads_on
        state.voice.hushed()
        if not reads_on:
            return Reply(page=self.page)
        moving.go_to_page(state, state.here.number + 1)
        return self._answer(replace(state.read_from(0), cue=Cue.PAGE))

    def say_goodbye(self, what: str) -> Reply:
        """Say the last thing of the visit, of which no page is seen any more."""
        return self._audible(replace(self._state.saying(what), hush=True))

    def _answer(self, reply: Reply) -> Reply:
        """`reply` as it is heard, with the page that comes of it."""
        return replace(self._audible(reply), page=self.page)

    def _audible(self, reply: Reply) -> Reply:
        """What is heard of `reply`: the sound may be off."""
        state = self._state
        if reply.hush:
            state.voice.sounding = None
        if not state.settings.sound or not reply.say:
            state.voice.reading_on, state.voice.pending = False, None
            return replace(reply, say=(), cue=None)
        return reply if state.cues else replace(reply, cue=None)
