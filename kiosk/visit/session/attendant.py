"""The `Attendant` sees visitors come and go: it begins each `Visit`, asks who is silent, and ends it.

It is told the time (seconds of a monotonic clock) and never reads a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, with_sign
from kiosk.visit.session.almanac import Almanac
from kiosk.visit.session.idle_clock import IdleClock, Presence
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.scan import Scan
from kiosk.visit.session.visit import Lit, Visit
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.names import DISCLAIMER, WARNING
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording

SIGN = "§"
"""Stands before the number of mistakes in the content."""
LONGEST_PAUSE_S = 600.0
"""Seconds that a visitor may pause the voice for before the idle clock goes on."""
SPOKEN_COUNTDOWN = (20, 10)
"""Seconds left at which the countdown is said again."""


class Attendant:
    """One kiosk's visits, one after the other."""

    def __init__(
        self,
        library: Library,
        grid: Grid,
        now: float,
        wordings: Mapping[str, Wording] | None = None,
        language: str = "",
        machine: Machine | None = None,
    ) -> None:
        """Starts at rest on the disclaimer, in `language` or in the clinic's first one."""
        self._machine = machine or Machine()
        self._almanac = Almanac(library)
        self._wordings = wordings or {}
        self._language = language
        self._grid = grid
        self._clock = IdleClock(library.clinic.warn_after, library.clinic.countdown, now)
        self._has_voice = True
        self.problems = 0
        """How many mistakes keep changed content from being shown; a sign on the first page tells staff."""
        self._receive()

    def _receive(self) -> None:
        """Makes ready for the next visitor."""
        library = self._almanac.library
        language = self._language if self._language in library.topics else library.clinic.languages[0]
        self._visit = Visit(library, self._grid, language, self._wordings, self._has_voice, self._machine)
        self._at_rest = True
        self._paused_at: float | None = None
        """Since when the visitor has paused the voice."""
        self._scan = Scan(self._machine.scan_s)
        self._announced: tuple[Utterance, ...] = ()
        """What is said of a notice, while it is shown over the page."""
        self._asked: int | None = None
        """Whole seconds left to answer "Are you still there?", while it is asked."""

    @property
    def visit(self) -> Visit:
        """The present visit; at rest, the one that the next key begins."""
        return self._visit

    @property
    def at_rest(self) -> bool:
        """Whether nobody is here: no key since the start or the last reset."""
        return self._at_rest

    @property
    def asking(self) -> bool:
        """Whether the visitor is being asked if somebody is still there."""
        return self._asked is not None

    @property
    def page(self) -> Page:
        """What is on the screen now."""
        if self._asked is None:
            page = self._visit.notice_page if self._announced else self._visit.page
            signed = self.problems and page.sheet == DISCLAIMER
            return with_sign(page, f"{SIGN}{self.problems}", self._grid) if signed else page
        state = self._visit.state
        return state.view.page(Place(WARNING), state.remarks, state.view.sheets.warning(self._asked))

    @property
    def lit(self) -> Lit | None:
        """What to light on the page."""
        return None if self.asking or self._announced else self._visit.lit

    def renew(self, library: Library) -> None:
        """The content has changed: shown at once where nobody is there, else from the visitor's next page on."""
        self._almanac.renew(library)
        self._clock.warn_after, self._clock.countdown = library.clinic.warn_after, library.clinic.countdown
        self._take_over()

    def _take_over(self) -> None:
        if self._at_rest:
            self._receive()
        else:
            self._visit.renew(self._almanac.library)

    def tell_time(self, now: datetime) -> Reply | None:
        """The clinic's clock shows `now`. A notice that begins to hold is shown and said over everything else."""
        before = self._almanac.notice
        if not self._almanac.tell(now):
            return None
        self._take_over()
        notice = self._almanac.notice
        if notice is None or notice == before or self._at_rest:
            return Reply()
        self._announced = self._visit.announce(notice)
        return Reply(say=self._announced)

    @property
    def is_dim(self) -> bool:
        """Whether the clinic is closed and nobody is here."""
        return self._at_rest and not self._almanac.is_open

    def meant(self, action: Action, now: float) -> Action:
        """What `action` comes to: where it chooses what stands in for a key, the action of that key."""
        if self._at_rest or self.asking or self._clock.presence(now) is Presence.GONE:
            return action
        return action if self._sets_going(action) else self._visit.meant(action)

    def _sets_going(self, action: Action) -> bool:
        """Whether the one switch of a visitor does not choose, but sets the choices going that came to rest."""
        return self._scan.rests and action is Action.CHOOSE and not self.asking

    @property
    def explores(self) -> bool:
        """Whether the visitor tries keys, none of which does anything then."""
        return self._visit.explores

    @property
    def screen_is_on(self) -> bool:
        """Whether anything is to be seen."""
        return self._visit.settings.screen

    def see_off(self, now: float) -> None:
        """Ends the visit of who is gone, where no tick has come since to do so."""
        if self._clock.presence(now) is Presence.GONE and not self._at_rest:
            self._receive()

    def act(self, action: Action, now: float) -> Reply:
        """The visitor did something; any key wakes, and answers "Are you still there?"."""
        self.see_off(now)
        if self._sets_going(action):
            action = Action.NEXT
        self._scan.stir(now)
        asked, self._asked = self.asking or bool(self._announced), None
        self._announced = ()
        woken, self._at_rest = self._at_rest, False
        self._clock.stir(now)
        if asked or (woken and action.wakes_only):
            return self._visit.arrive()
        if self._visit.would_finish(action):
            return self._finish()
        reply = self._visit.act(action, self._clock.seconds_until_asked(now))
        self._paused_at = now if self._visit.paused else None
        return reply

    def tick(self, now: float, sounding: bool, clock: datetime | None = None) -> Reply | None:
        """Time passes; to be called some four times a second. None where nothing is to be done.

        `clock` is what the clinic's own clock shows, where anybody wants to know.
        """
        news = None if clock is None else self.tell_time(clock)
        if news is not None:
            return news
        if self._at_rest:
            self._clock.stir(now)
            return None
        if (sounding or self._pauses(now)) and not self.asking:
            self._clock.sounds(now)
        presence = self._clock.presence(now)
        if presence is Presence.GONE:
            self._receive()
            return Reply(hush=True)
        if presence is Presence.HERE or self._visit.untouched:
            return self._scan_on(now, sounding)
        return self._ask(self._clock.seconds_left(now))

    def _pauses(self, now: float) -> bool:
        """Whether the visitor has paused the voice, and not for longer than anybody would."""
        return self._paused_at is not None and now - self._paused_at < LONGEST_PAUSE_S

    def _scan_on(self, now: float, sounding: bool) -> Reply | None:
        """Where choices come into focus by themselves: the next one, when it is time."""
        if self._scan.due(now, sounding, len(self._visit.page.choices)):
            return self._visit.act(Action.NEXT)
        return None

    def resize(self, grid: Grid) -> Reply | None:
        """The room for text has changed."""
        if grid == self._grid:
            return None
        self._grid = grid
        return self._visit.resize(grid)

    def confirm(self, remark: str, said: str, grid: Grid, now: float) -> Reply:
        """The visitor has changed how pages look: shows `remark`, says `said`, and reads on."""
        self._at_rest = False
        self._clock.stir(now)
        self._grid = grid
        return self._visit.confirm(remark, said, grid)

    @property
    def grid(self) -> Grid:
        """The room that pages are laid out for."""
        return self._grid

    @property
    def wording(self) -> Wording:
        """The kiosk's own words in the visitor's language."""
        return self._visit.state.view.wording

    def set_voice(self, works: bool) -> None:
        """Sound works, or does not."""
        self._has_voice = works
        self._visit.set_voice(works)

    def headphones(self, plugged: bool, now: float) -> Reply:
        """Headphones were plugged in, for which somebody must be there, or out."""
        self.see_off(now)
        if not plugged and self._at_rest:
            return Reply(hush=True)
        self._at_rest, self._asked, self._announced = False, None, ()
        self._clock.stir(now)
        self._scan.stir(now)
        reply = self._visit.headphones(plugged)
        self._paused_at = now if self._visit.paused else None
        return reply

    def started(self, utterance: Utterance) -> None:
        """The voice begins to say `utterance`."""
        if utterance not in self._announced:
            self._announced = ()
        self._visit.started(utterance)

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """The characters `start` to `end` of `utterance.text` sound now."""
        self._visit.word(utterance, start, end)

    def silent(self) -> Reply | None:
        """All has been said."""
        return None if self.asking or self._announced else self._visit.silent()

    def _ask(self, seconds: int) -> Reply | None:
        """Asks whether somebody is still there, or goes on counting down."""
        before, self._asked = self._asked, seconds
        page = self.page
        if before is None:
            said = " ".join([page.title, *(part.text for part in page.parts)])
            return self._visit.tell(said, cue=Cue.WARNING)
        if any(seconds <= mark < before for mark in SPOKEN_COUNTDOWN):
            return self._visit.tell(page.parts[0].text, cue=Cue.WARNING)
        return None

    def dismiss(self) -> None:
        """Staff take over: whoever was here is gone, and nothing of the visit is left."""
        self._receive()

    def _finish(self) -> Reply:
        """The visitor is done: says goodbye, and is ready for the next one."""
        goodbye = self._visit.tell(self._visit.state.words("Finished. All your settings are cleared. Goodbye."))
        self._receive()
        return goodbye
