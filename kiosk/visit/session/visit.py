"""A `Visit`: one person's place, choices and settings. The next person gets a new visit, so nothing remains.

Pure: an action or a report of the voice comes in; a `Reply` (what to show and what to say) goes out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.sentences import first_unit
from kiosk.visit.places.places import Places
from kiosk.visit.session import listening, moving, touching, voice_reports
from kiosk.visit.session.helping import explain, explores, help_, resolved, unused
from kiosk.visit.session.languages import next_language
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.private import plugged_in, unplugged
from kiosk.visit.session.settings import Settings
from kiosk.visit.session.state import State
from kiosk.visit.session.voice_reports import audible_part
from kiosk.visit.speech_text.speech_cursor import Lit
from kiosk.visit.speech_text.utterance import Priority, Reply, Utterance
from kiosk.visit.terms.action import PICKS, Action
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.names import DISCLAIMER
from kiosk.visit.terms.sheet import Sheet
from kiosk.visit.terms.target import Target
from kiosk.visit.terms.wording import Wording


def _ask(state: State, errand: Errand) -> Reply:
    return Reply(errand=errand)


_ACTIONS: dict[Action, Callable[[State], Reply]] = {
    Action.NEXT: moving.next_one,
    Action.UP: lambda state: moving.move(state, -1),
    Action.DOWN: lambda state: moving.move(state, 1),
    Action.LEFT: lambda state: moving.sideways(state, -1),
    Action.RIGHT: lambda state: moving.sideways(state, 1),
    Action.PAGE_UP: lambda state: moving.skip(state, -1),
    Action.PAGE_DOWN: lambda state: moving.skip(state, 1),
    Action.END: moving.last_one,
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
    Action.VOICE: listening.change_voice,
    Action.WHERE: listening.where_am_i,
    Action.UNWELL: moving.unwell,
    Action.HELP: help_,
    Action.LANGUAGE: next_language,
    Action.SCREEN: listening.toggle_screen,
    Action.ONE_BY_ONE: listening.one_by_one,
    Action.OTHER: unused,
    **{action: partial(moving.pick, number=number) for number, action in enumerate(PICKS, 1)},
    **{action: partial(_ask, errand=Errand(action.value)) for action in Action if action.looks},
}
if missing := set(Action) - set(_ACTIONS):
    raise TypeError(f"no function for {missing}")


class Visit:
    """One person's visit."""

    def __init__(
        self,
        places: Places,
        grid: Grid,
        language: str,
        wordings: Mapping[str, Wording] | None = None,
        has_voice: bool = True,
        machine: Machine | None = None,
    ) -> None:
        """Start at the root of `places`, with every setting at its default."""
        self._state = State(places, grid, language, wordings, machine, has_voice)
        self._announced: tuple[Utterance, ...] = ()
        """The utterances of the notice that covers the page."""

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self._state.shown

    @property
    def lit(self) -> Lit | None:
        """What to highlight on the page, for visitors who read along."""
        state = self._state
        return state.voice.lit(state.page) if state.overlay is None and state.settings.screen else None

    @property
    def state(self) -> State:
        """Everything known about the visitor; read it, do not change it."""
        return self._state

    @property
    def settings(self) -> Settings:
        """The visitor's settings."""
        return self._state.settings

    @property
    def grid(self) -> Grid:
        """The grid that pages are laid out for."""
        return self._state.view.grid

    @property
    def wording(self) -> Wording:
        """The kiosk's own words in the visitor's language."""
        return self._state.view.wording

    @property
    def paused(self) -> bool:
        """True if the visitor has paused the voice in the middle of a text."""
        return self._state.voice.paused

    @property
    def tells(self) -> bool:
        """True until the choice in focus begins to sound after a text or a heading; scanning waits for that."""
        voice = self._state.voice
        return voice.busy and (voice.reading_on or voice.to_announce is not None)

    @property
    def untouched(self) -> bool:
        """True until the visitor has something to lose by a reset."""
        return not self._state.agreed and self._state.here.name == DISCLAIMER

    def act(self, action: Action) -> Reply:
        """Do an action; it always interrupts speech."""
        state = self._state
        state.remark = ""
        if action is Action.UNWELL and moving.leads_already(state):
            return Reply(page=self.page)
        if explores(state) and action is not Action.UNWELL:
            return self._answer(replace(explain(state, action), hush=True))
        if listening.pauses(state, action):
            return self._answer(replace(listening.pause(state), hush=True))
        action = resolved(state, action)
        reply = _ACTIONS[action](state)
        if reply.errand:
            return reply
        if not action.moves:
            state.edge = 0
        state.repeats = state.repeats + 1 if action is Action.REPEAT else 0
        return self._answer(replace(reply, hush=True))

    def tap(self, target: Target | None) -> Reply:
        """Answer a tap on `target`. One beside everything hushes."""
        if target is None:
            return self.hush()
        if target.action is not None or touching.chooses(self._state, target):
            return self.act(target.action or Action.CHOOSE)
        return self._answer(replace(touching.announce(self._state, target), hush=True))

    def arrive(self) -> Reply:
        """Interrupt and say the present page from the top."""
        return self._answer(replace(self._state.arrive(), hush=True))

    def refresh(self) -> Reply:
        """Lay out the present place again after a change, and say it."""
        self._state.take_over()
        self._state.lay_out(self.grid)
        return self.arrive()

    def go_to(self, name: str) -> Reply:
        """Go to the place called `name`, from anywhere."""
        return self._answer(replace(moving.go(self._state, name), hush=True))

    def turn(self, by: int) -> Reply:
        """Turn one page on (1) or back (-1)."""
        self._state.remark = ""
        return self._answer(replace(moving.turn(self._state, by), hush=True))

    def hush(self) -> Reply:
        """Fall silent and stop reading."""
        self._state.voice.hushed()
        return Reply(hush=True, page=self.page)

    def tell(self, what: str, remark: str = "", cue: Cue | None = None) -> Reply:
        """Interrupt and say `what`, one of the kiosk's own texts, and show `remark`."""
        self._state.remark = remark
        return self._answer(replace(self._state.saying(what), hush=True, cue=cue))

    def cover(self, sheet: Sheet) -> None:
        """Show `sheet` over everything else."""
        self._state.overlay = sheet

    def uncover(self) -> bool:
        """Remove the overlay; return False if there is none."""
        covered, self._state.overlay, self._announced = self._state.overlay is not None, None, ()
        return covered

    def announce(self, notice: Sheet) -> Reply:
        """Cover the page with a notice and say it at once; the interrupted utterance is repeated afterwards."""
        self.cover(notice)
        page, reader = self._state.shown, self._state.reader
        said = (*reader.heading(page), *reader.whole(page), *reader.hints(page))
        self._announced = tuple(each._replace(priority=Priority.NOW) for each in said)
        return Reply(say=self._announced, page=self.page)

    def renew(self, places: Places) -> None:
        """Show changed content, from the next page on."""
        self._state.newer = places

    def set_voice(self, works: bool, at_rest: bool = True) -> Reply:
        """Note if sound works. The page shows it, so without sound the screen is turned on.

        `at_rest`: nobody is here, so the choices of the start page, which offers to read aloud, may change.
        """
        changed, self._state.has_voice = self._state.has_voice != works, works
        if changed and at_rest:
            self._state.lay_out(self.grid)
        if not works:
            self._state.settings = replace(self._state.settings, screen=True)
        return Reply(page=self.page)

    def headphones(self, plugged: bool) -> Reply:
        """Answer headphones that were plugged in or unplugged."""
        self._state.remark = ""
        reply = plugged_in(self._state) if plugged else unplugged(self._state)
        return self._answer(replace(reply, hush=True))

    def confirm(self, remark: str, said: str, grid: Grid) -> Reply:
        """Confirm a change of size or colours: fit pages to `grid`, show and say the change, continue reading."""
        state = self._state
        reading = self._fit(grid)
        state.remark = said.rstrip(".") if grid.roomy else remark
        reply = state.read_from(state.number) if reading else Reply()
        return self._answer(replace(state.confirming(said, reply), hush=True))

    def resize(self, grid: Grid) -> Reply | None:
        """Fit pages to another grid; place, focus and sentence are kept. Returns None if the grid is the same."""
        if grid == self.grid:
            return None
        if not self._fit(grid):
            return Reply(page=self.page)
        return self._answer(replace(self._state.read_from(self._state.number), hush=True))

    def _fit(self, grid: Grid) -> bool:
        """Lay out all pages for `grid` at the same place; return True if a text is being read."""
        state, page = self._state, self._state.page
        state.lay_out(grid, None if page.is_list else first_unit(page.units, len(page.parts)))
        return state.voice.reading

    def started(self, utterance: Utterance) -> Reply:
        """Note that `utterance` has begun; a notice is removed once anything else is said."""
        if self._announced and utterance not in self._announced:
            self.uncover()
        voice_reports.started(self._state, utterance)
        return Reply(page=self.page)

    def word(self, utterance: Utterance, start: int, end: int) -> Reply | None:
        """Note that the characters `start` to `end` of `utterance.text` are being spoken.

        Returns the next page if the word is there; None if the page stays.
        """
        if utterance.say or not voice_reports.word(self._state, utterance, (start, end)):
            return None
        return Reply(page=self.page)

    def failed(self, utterance: Utterance, no_voice: bool) -> Reply:
        """Note that `utterance` cannot be said; with `no_voice`, nothing in its language."""
        voice_reports.failed(self._state, utterance, no_voice)
        return Reply(page=self.page)

    def silent(self) -> Reply | None:
        """Answer the end of all speech: the rest of a longer text is read."""
        state, voice = self._state, self._state.voice
        if state.overlay is not None:
            return None
        until = voice.until if voice.reading_on else None
        voice.hushed()
        if until is None:
            return Reply(page=self.page)
        return self._answer(replace(moving.read_on(state, until), cue=Cue.PAGE))

    def say_goodbye(self, what: str) -> Reply:
        """Return the last words of the visit, without a page."""
        return audible_part(self._state, replace(self._state.saying(what), hush=True))

    def _answer(self, reply: Reply) -> Reply:
        """Return the audible part of `reply`, with the resulting page."""
        return replace(audible_part(self._state, reply), page=self.page)
