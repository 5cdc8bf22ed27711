"""The `Attendant` sees visitors come and go: it begins each `Visit`, asks who is silent, and ends it.

It is told the time (seconds of a monotonic clock) and never reads a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.places.places import ClinicPlaces, Places
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.session.content_schedule import ContentSchedule
from kiosk.visit.session.idle_clock import IdleClock, Presence
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.scanning import Scanning
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.press import Press
from kiosk.visit.terms.wording import Wording

SIGN = "§"
"""Stands before the number of errors in the content."""
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
        """Start at rest on the disclaimer, in `language` or in the clinic's first one."""
        self._machine = machine or Machine()
        self._schedule = ContentSchedule(library)
        self._wordings = wordings or {}
        self._language = language
        self._clock = IdleClock(library.clinic.warn_after, library.clinic.countdown, now)
        self._sign = ""
        self._begin(grid, has_voice=True)

    def _begin(self, grid: Grid, has_voice: bool) -> None:
        """Make ready for the next visitor."""
        places = self._places()
        language = self._language if self._language in places.languages else places.languages[0]
        self._visit = Visit(places, grid, language, self._wordings, has_voice, self._machine)
        self._visit.state.sign = self._sign
        self._at_rest = True
        self._paused_at: float | None = None
        """Since when the visitor has paused the voice."""
        self._scanning = Scanning(self._machine.scan_s)
        self._asked: int | None = None
        """Whole seconds left to answer "Are you still there?", while it is asked."""

    def _places(self) -> ClinicPlaces:
        return ClinicPlaces(self._schedule.library)

    @property
    def visit(self) -> Visit:
        """The present visit; at rest, the one that the next key begins."""
        return self._visit

    @property
    def page(self) -> Page:
        """What is on the screen now."""
        return self._visit.page

    @property
    def at_rest(self) -> bool:
        """Whether nobody is here: no key since the start or the last reset."""
        return self._at_rest

    @property
    def is_dim(self) -> bool:
        """Whether the clinic is closed and nobody is here."""
        return self._at_rest and not self._schedule.is_open

    def other_visit(self, places: Places) -> Visit:
        """A visit of other places, in the visitor's language and room."""
        visit = self._visit
        return Visit(places, visit.grid, visit.settings.language, self._wordings, visit.state.has_voice, self._machine)

    # What staff change

    def set_problems(self, count: int) -> Reply:
        """Number of errors that keep changed content from being shown; a sign on the first page tells staff."""
        self._sign = self._visit.state.sign = f"{SIGN}{count}" if count else ""
        return Reply(page=self.page)

    def renew(self, library: Library) -> Reply:
        """The content has changed: it is shown at once where nobody is there, else from the visitor's next page on."""
        self._schedule.renew(library)
        self._clock.warn_after, self._clock.countdown = library.clinic.warn_after, library.clinic.countdown
        self._take_over()
        return Reply(page=self.page)

    def _take_over(self) -> None:
        if self._at_rest:
            self.dismiss()
        else:
            self._visit.renew(self._places())

    def dismiss(self) -> None:
        """End the visit: whoever was here is gone, and nothing of it is left."""
        self._begin(self._visit.grid, self._visit.state.has_voice)

    # What the visitor does

    def press(self, press: Press, now: float) -> Reply | None:
        """A key; None for one that does nothing by itself, such as Shift."""
        return None if press.action is None else self.act(press.action, now)

    def act(self, action: Action, now: float) -> Reply:
        """The visitor did something; any key wakes, and answers "Are you still there?"."""
        self._end_if_gone(now)
        covered = self._visit.uncover()
        if self._scanning.paused and action is Action.CHOOSE and not covered:
            action = Action.NEXT  # the one switch of a visitor does not choose, but resumes scanning
        woken = self._stirred(now)
        if covered or (woken and action.wakes_only):
            return self._visit.arrive()
        return self._done(self._visit.act(action), now)

    def _stirred(self, now: float) -> bool:
        """Note that somebody is here; return whether nobody was."""
        self._scanning.reset(now)
        self._clock.reset(now)
        woken, self._at_rest, self._asked = self._at_rest, False, None
        return woken

    def _done(self, reply: Reply, now: float) -> Reply:
        """What follows from a reply: the voice may have been paused, or the visitor may be done."""
        if reply.errand is Errand.FINISH:
            words = self._visit.wording("Finished. All your settings are cleared. Goodbye.")
            goodbye = self._visit.say_goodbye(words)
            self.dismiss()
            return replace(goodbye, page=self.page)
        self._paused_at = now if self._visit.paused else None
        return reply

    def _end_if_gone(self, now: float) -> None:
        """End the visit of who is gone, where no tick has come since to do so."""
        if self._clock.presence(now) is Presence.GONE and not self._at_rest:
            self.dismiss()

    def confirm(self, remark: str, said: str, grid: Grid, now: float) -> Reply:
        """The visitor has changed how pages look: show `remark`, say `said`, and read on."""
        self._at_rest = False
        self._clock.reset(now)
        return self._visit.confirm(remark, said, grid)

    def set_voice(self, works: bool) -> Reply:
        """Note whether sound works; the page shows it."""
        return self._visit.set_voice(works)

    def headphones(self, plugged: bool, now: float) -> Reply:
        """Headphones were plugged in, for which somebody must be there, or out."""
        self._end_if_gone(now)
        if not plugged and self._at_rest:
            return Reply(hush=True)
        self._visit.uncover()
        self._stirred(now)
        return self._done(self._visit.headphones(plugged), now)

    # What time brings

    def tick(self, now: float, sounding: bool, clock: datetime | None = None) -> Reply | None:
        """Time passes; to be called some four times a second. None where nothing is to be done.

        `clock` is what the clinic's own clock shows, where anybody wants to know.
        """
        news = None if clock is None else self.tell_time(clock)
        if news is not None:
            return news
        if self._at_rest:
            self._clock.reset(now)
            return None
        if (sounding or self._pauses(now)) and self._asked is None:
            self._clock.sounds(now)
        presence = self._clock.presence(now)
        if presence is Presence.GONE:
            self.dismiss()
            return Reply(hush=True, page=self.page)
        if presence is Presence.HERE or self._visit.untouched:
            return self._scan_on(now, sounding)
        return self._ask(self._clock.seconds_left(now))

    def tell_time(self, now: datetime) -> Reply | None:
        """The clinic's clock shows `now`. A notice that begins to hold is shown and said over everything else."""
        before = self._schedule.notice
        if not self._schedule.tell(now):
            return None
        self._take_over()
        notice = self._schedule.notice
        if notice is None or notice == before or self._at_rest:
            return Reply(page=self.page)
        return self._visit.announce(self._sheets.notice(notice))

    def _pauses(self, now: float) -> bool:
        """Whether the visitor has paused the voice, and not for longer than anybody would."""
        return self._paused_at is not None and now - self._paused_at < LONGEST_PAUSE_S

    def _scan_on(self, now: float, sounding: bool) -> Reply | None:
        """Where choices come into focus by themselves: the next one, when it is time."""
        if self._scanning.due(now, sounding, len(self._visit.state.page.choices)):
            return self._visit.act(Action.NEXT)
        return None

    def _ask(self, seconds: int) -> Reply | None:
        """Ask whether somebody is still there, or count on down."""
        before, self._asked = self._asked, seconds
        if seconds == before:
            return None
        self._visit.cover(self._sheets.warning(seconds))
        page = self.page
        if before is None:
            said = " ".join([page.title, *(part.text for part in page.parts)])
            return self._visit.tell(said, cue=Cue.WARNING)
        if any(seconds <= mark < before for mark in SPOKEN_COUNTDOWN):
            return self._visit.tell(page.parts[0].text, cue=Cue.WARNING)
        return Reply(page=page)

    @property
    def _sheets(self) -> Sheets:
        """The places in the visitor's language, as they are now."""
        state = self._visit.state
        return self._places().sheets(state.settings.language, self._visit.wording, state.keys, self._visit.grid)
