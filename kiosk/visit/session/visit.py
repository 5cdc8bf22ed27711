"""A `Visit`: one visitor's place, choices and settings. The next visitor gets a new one, so nothing remains.

Pure: an action or a report of the voice comes in; a `Reply` (what to say) and the `page` (what to see) go out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.content.model.library import Library, Notice
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.session import listening, moving
from kiosk.visit.session.helping import explain, explores, help_
from kiosk.visit.session.languages import next_language
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.private import plugged_in, unplugged
from kiosk.visit.session.settings import Settings
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.following import index_of
from kiosk.visit.speech_text.utterance import Priority, Reply, Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.names import DISCLAIMER, NOTICE, UNWELL
from kiosk.visit.terms.sheet import Choice, Verb
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording

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
    Action.UNWELL: lambda state: moving.go(state, UNWELL),
    Action.HELP: help_,
    Action.LANGUAGE: next_language,
    Action.SCREEN: listening.toggle_screen,
    Action.ONE_BY_ONE: listening.one_by_one,
}


@dataclass(frozen=True)
class Lit:
    """The sentence that sounds, and the word in it, as characters of a part's text."""

    part: int
    start: int
    end: int
    word_start: int
    word_end: int
    """Equal to `word_start` where no word is known."""


class Visit:
    """What one visitor does, from the disclaimer on."""

    def __init__(
        self,
        library: Library,
        grid: Grid,
        language: str,
        wordings: Mapping[str, Wording],
        has_voice: bool = True,
        machine: Machine | None = None,
    ) -> None:
        """Begins on the disclaimer, with every setting at its default."""
        self._state = State(library, grid, language, wordings, machine)
        self._state.has_voice = has_voice

    # What is seen

    @property
    def page(self) -> Page:
        """What is on the screen now."""
        return self._state.page

    @property
    def state(self) -> State:
        """All that is known of the visitor; to be read, not changed."""
        return self._state

    @property
    def settings(self) -> Settings:
        """What the visitor has set."""
        return self._state.settings

    def would_finish(self, action: Action) -> bool:
        """Whether `action` chooses to end the visit."""
        choice = self._chosen(action)
        return choice is not None and choice.verb is Verb.FINISH

    def meant(self, action: Action) -> Action:
        """What `action` comes to: where it chooses what stands in for a key, the action of that key.

        The list that it was chosen from is left then.
        """
        choice = self._chosen(action)
        if choice is None or choice.verb is not Verb.ACT:
            return action
        self._state.leave_passing()
        self._state.voice.hushed()
        self._state.voice.last = self._state.last_before
        return Action(choice.opens)

    def _chosen(self, action: Action) -> Choice | None:
        """The choice that `action` chooses on this page."""
        page = self.page
        number = page.focus if action is Action.CHOOSE else (action.picked or 0) - 1
        return page.choices[number] if 0 <= number < len(page.choices) else None

    @property
    def paused(self) -> bool:
        """Whether the visitor has stopped the voice in the middle of a text."""
        return self._state.voice.paused is not None

    @property
    def explores(self) -> bool:
        """Whether the visitor tries keys, none of which does anything then."""
        return explores(self._state)

    def announce(self, notice: Notice) -> tuple[Utterance, ...]:
        """What to say of a notice at once; what it interrupts is said again after it."""
        state = self._state
        state.passing[NOTICE] = state.view.sheets.notice(notice)
        said = state.reader.arrival(self.notice_page)
        return tuple(replace(each, priority=Priority.NOW) for each in said)

    @property
    def notice_page(self) -> Page:
        """The notice that was announced last."""
        state = self._state
        return state.view.page(Place(NOTICE), state.remarks, state.passing[NOTICE])

    def renew(self, library: Library) -> None:
        """Content has changed: it is shown from the next page on."""
        self._state.newer = library

    @property
    def untouched(self) -> bool:
        """Whether there is nothing yet that a reset would take from the visitor."""
        return not self._state.agreed and self._state.here.name == DISCLAIMER

    @property
    def lit(self) -> Lit | None:
        """What to light on the page, for whoever reads along."""
        sounding, word = self._state.voice.sounding, self._state.voice.word or (0, 0)
        if sounding is None or sounding.unit is None or self._state.voice.at(self.page) is None:
            return None
        unit = sounding.unit
        return Lit(unit.part, unit.start, unit.end, unit.start + word[0], unit.start + word[1])

    # What comes in

    def act(self, action: Action, until_asked: int = 0) -> Reply:
        """The visitor does something; speech is always interrupted.

        `until_asked`: whole seconds until the kiosk will ask whether somebody is there, for "Where am I?".
        """
        state = self._state
        state.remark = ""
        if self.explores:
            return self._heard(replace(explain(state, action), hush=True))
        if action.picked is not None:
            reply = moving.pick(state, action.picked)
        elif action is Action.WHERE:
            reply = listening.where_am_i(state, until_asked)
        else:
            reply = _ACTIONS[action](state) if action in _ACTIONS else Reply()
        if not action.moves:
            state.edge = 0
        state.repeats = state.repeats + 1 if action is Action.REPEAT else 0
        return self._heard(replace(reply, hush=True))

    def arrive(self) -> Reply:
        """Says the present page from the top, in place of anything else."""
        return self._heard(replace(self._state.arrive(), hush=True))

    def tell(self, what: str, remark: str = "", cue: Cue | None = None) -> Reply:
        """Says something of the kiosk's own, in place of anything else, and shows `remark`."""
        self._state.remark = remark
        return self._heard(replace(self._state.saying(what), hush=True, cue=cue))

    def set_voice(self, works: bool) -> None:
        """Sound works, or does not; the page shows it, for which the screen must be on."""
        self._state.has_voice = works
        if not works:
            self._state.settings = replace(self._state.settings, screen=True)

    def headphones(self, plugged: bool) -> Reply:
        """Headphones were plugged in, or out."""
        self._state.remark = ""
        reply = plugged_in(self._state) if plugged else unplugged(self._state)
        return self._heard(replace(reply, hush=True))

    def confirm(self, remark: str, said: str, grid: Grid) -> Reply:
        """The look of pages was changed, and with it perhaps the room for text: shows and says it, and reads on."""
        state = self._state
        reading = self._fit(grid)
        state.remark = said.rstrip(".") if grid.roomy else remark
        reply = Reply() if reading is None else state.read_from(reading)
        return self._heard(replace(state.confirming(said, reply), hush=True))

    def resize(self, grid: Grid) -> Reply | None:
        """The room for text has changed; the place, the focus and the sentence being read are kept."""
        reading = self._fit(grid)
        return None if reading is None else self._heard(replace(self._state.read_from(reading), hush=True))

    def _fit(self, grid: Grid) -> int | None:
        """Lays all pages out anew, and keeps the place; returns which sentence of the page is being read, if any."""
        state, page = self._state, self.page
        reading = state.voice.going_on(page)
        anchor = page.units[reading or 0] if page.units else None
        state.lay_out(grid)
        if anchor and state.here.name not in state.passing:
            state.here.number = state.view.page_holding(state.here, anchor.part, anchor.start)
        if anchor is None or reading is None:
            return None
        return index_of(self.page, anchor) or 0

    def started(self, utterance: Utterance) -> None:
        """The voice begins to say `utterance`."""
        self._state.voice.started(utterance)
        if self._state.here.name == DISCLAIMER and utterance.unit is not None:
            self._state.disclaimer_heard = True

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """The characters `start` to `end` of `utterance.text` sound now."""
        if utterance is self._state.voice.sounding and not utterance.say:
            self._state.voice.word = (start, end)

    def silent(self) -> Reply | None:
        """All has been said. Where a page of a longer text was read, the next one follows."""
        state = self._state
        reads_on = state.voice.reading_on and state.page.reads_on
        state.voice.hushed()
        if not reads_on:
            return None
        moving.go_to_page(state, state.here.number + 1)
        return self._heard(replace(state.read_from(0), cue=Cue.PAGE))

    def _heard(self, reply: Reply) -> Reply:
        """What of `reply` a visitor hears who may have turned the sound off."""
        if reply.hush:
            self._state.voice.sounding = None
        if not self._state.settings.sound or not reply.say:
            self._state.voice.reading_on, self._state.voice.due = False, None
            return replace(reply, say=(), cue=None)
        return reply if self._state.cues else replace(reply, cue=None)
