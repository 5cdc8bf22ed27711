"""The `Attendant` begins each `Visit`, asks silent visitors if they are still there, and ends the visit.

It never reads a clock: `now` is in seconds of a monotonic clock.
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
from kiosk.visit.terms.target import Target
from kiosk.visit.terms.wording import ClinicWordings, Wording

SIGN = "§"
"""Drawn before the number of errors in the content, for staff."""
LONGEST_PAUSE_S = 600.0
"""Seconds; during a longer pause of the voice the idle clock runs again."""
HELD_S = 0.8
"""Seconds; longer than any keyboard waits until a key that is held down repeats."""
SPOKEN_COUNTDOWN = (20, 10)
"""Seconds left at which the countdown is spoken again."""


class Attendant:
    """The visits of one kiosk, one after the other."""

    def __init__(
        self,
        library: Library,
        grid: Grid,
        now: float,
        wordings: Mapping[str, Wording] | None = None,
        language: str = "",
        machine: Machine | None = None,
    ) -> None:
        """Start at rest, on the disclaimer.

        Args:
            library: The content.
            grid: The cells that a page may fill.
            now: Seconds of a monotonic clock.
            wordings: The kiosk's own texts in each language.
            language: Code of the first language; empty for the clinic's first one.
            machine: Settings of this machine.
        """
        self._machine = machine or Machine()
        self._schedule = ContentSchedule(library)
        self._shipped: Mapping[str, Wording] = wordings or {}
        self._wordings = ClinicWordings(self._shipped, library.catalogues)
        self._language = language
        self._clock = IdleClock(library.clinic.warn_after, library.clinic.countdown, now)
        self._sign = ""
        self._voiceless: set[str] = set()
        """Languages that no voice of this machine speaks; visits find them."""
        self._begin(grid, has_voice=True)

    def _begin(self, grid: Grid, has_voice: bool) -> None:
        """Prepare a new visit for the next visitor."""
        places = self._places()
        language = self._language if self._language in places.languages else places.languages[0]
        self._visit = Visit(places, grid, language, self._wordings, has_voice, self._machine)
        self._visit.state.sign, self._visit.state.voiceless = self._sign, self._voiceless
        self._at_rest = True
        self._paused_at: float | None = None
        """When the visitor paused the voice; None if it is not paused."""
        self._scanning = Scanning(self._machine.scan_s)
        self._asked: int | None = None
        """Whole seconds left to answer "Are you still there?"; None if it is not being asked."""
        self._pressed: tuple[Action, float] | None = None
        """The last action of this visit, and when it came."""

    def _places(self) -> ClinicPlaces:
        return ClinicPlaces(self._schedule.library, self._wordings)

    @property
    def visit(self) -> Visit:
        """The present visit; at rest, the one that the next key starts."""
        return self._visit

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self._visit.page

    @property
    def at_rest(self) -> bool:
        """True if nobody is here: no key since the start or the last reset."""
        return self._at_rest

    @property
    def is_dim(self) -> bool:
        """True if the clinic is closed and nobody is here."""
        return self._at_rest and not self._schedule.is_open

    def other_visit(self, places: Places) -> Visit:
        """Return a visit to other places, in the visitor's language and on the same grid."""
        visit = self._visit
        other = Visit(places, visit.grid, visit.settings.language, self._wordings, visit.state.has_voice, self._machine)
        other.state.voiceless = self._voiceless
        return other

    # What staff change

    def set_problems(self, count: int) -> Reply:
        """Set how many errors and samples staff have to fix; shown to them on the first page."""
        self._sign = self._visit.state.sign = f"{SIGN}{count}" if count else ""
        return Reply(page=self.page)

    def renew(self, library: Library) -> Reply:
        """Replace the content: at once if nobody is here, else from the visitor's next page on."""
        self._schedule.renew(library)
        self._wordings = ClinicWordings(self._shipped, library.catalogues)
        self._clock.warn_after, self._clock.countdown = library.clinic.warn_after, library.clinic.countdown
        self._take_over()
        return Reply(page=self.page)

    def _take_over(self) -> None:
        if self._at_rest:
            self.dismiss()
        else:
            self._visit.renew(self._places())

    def dismiss(self) -> None:
        """End the visit and forget everything about it."""
        self._begin(self._visit.grid, self._visit.state.has_voice)

    # What the visitor does

    def press(self, press: Press, now: float) -> Reply | None:
        """Answer a key; None for one that does nothing alone, such as Shift."""
        return None if press.action is None else self.act(press.action, now)

    def act(self, action: Action, now: float) -> Reply:
        """Answer an action. Any key starts a visit and answers "Are you still there?", and does nothing else then.

        Exceptions are the keys for who feels unwell, needs help or another language: they work at once.
        """
        self._end_if_gone(now)
        covered = self._visit.uncover()
        if self._scanning.paused and action is Action.CHOOSE and not covered:
            action = Action.NEXT  # with a single switch, the first press must resume scanning, not choose
        woken, held = self._note_presence(now), self._is_held(action, now)
        if (covered and action is not Action.UNWELL) or (woken and not action.at_once):
            return self._visit.arrive()
        if held:
            return Reply(page=self.page)
        return self._done(self._visit.act(action), now)

    def tap(self, target: Target | None, now: float) -> Reply:
        """Answer a tap on `target`, or beside everything. The first one of a visit only starts it, as any key does."""
        if target is not None and target.action is not None:
            return self.act(target.action, now)
        self._end_if_gone(now)
        covered = self._visit.uncover()
        if self._note_presence(now) or covered:
            return self._visit.arrive()
        return self._done(self._visit.tap(target), now)

    def _is_held(self, action: Action, now: float) -> bool:
        """Return True for the key that woke the kiosk and is still held down: nobody agrees by that."""
        before, self._pressed = self._pressed, (action, now)
        if before is None or action is not before[0] or now - before[1] >= HELD_S:
            return False
        return self._visit.untouched and (action is Action.CHOOSE or action.picked is not None)

    def _note_presence(self, now: float) -> bool:
        """Note that somebody is here; return True if nobody was."""
        self._scanning.reset(now)
        self._clock.reset(now)
        woken, self._at_rest, self._asked = self._at_rest, False, None
        return woken

    def _done(self, reply: Reply, now: float) -> Reply:
        """Act on a reply: the voice may have been paused, or the visitor may have finished."""
        if reply.errand is Errand.FINISH:
            words = self._visit.wording("Finished. All your settings are cleared. Goodbye.")
            goodbye = self._visit.say_goodbye(words)
            self.dismiss()
            return replace(goodbye, page=self.page)
        self._paused_at = now if self._visit.paused else None
        return reply

    def _end_if_gone(self, now: float) -> None:
        """End the visit if its time is up but no tick has come to end it yet."""
        if self._clock.presence(now) is Presence.GONE and not self._at_rest:
            self.dismiss()

    def confirm(self, remark: str, said: str, grid: Grid, now: float) -> Reply:
        """Confirm a change of size or colours: show `remark`, say `said`, and continue reading."""
        self._at_rest = False
        self._clock.reset(now)
        return self._visit.confirm(remark, said, grid)

    def set_voice(self, works: bool) -> Reply:
        """Note if sound works; the page shows it."""
        return self._visit.set_voice(works, self._at_rest)

    def headphones(self, plugged: bool, now: float) -> Reply:
        """Answer headphones that were plugged in, which shows that somebody is here, or unplugged."""
        self._end_if_gone(now)
        if not plugged and self._at_rest:
            return Reply(hush=True)
        self._visit.uncover()
        self._note_presence(now)
        return self._done(self._visit.headphones(plugged), now)

    # What time brings

    def tick(self, now: float, sounding: bool, clock: datetime | None = None) -> Reply | None:
        """Let time pass; call it about four times a second. Returns None if nothing changes.

        `clock`: the time of the clinic's clock, for notices and opening hours.
        """
        news = None if clock is None else self.tell_time(clock)
        if news is not None:
            return news
        if self._at_rest:
            self._clock.reset(now)  # or the first visitor after a long rest would count as gone
            return None
        # Once the question is asked, only a key counts: its own speech must not answer it.
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
        """Take the time of the clinic's clock. A notice that becomes valid covers the page and is read at once."""
        before = self._schedule.notice
        if not self._schedule.advance(now):
            return None
        self._take_over()
        notice = self._schedule.notice
        if notice is None or notice == before or self._at_rest:
            return Reply(page=self.page)
        sheet = self._sheets.notice(notice)
        return self._visit.announce(sheet) if sheet.parts else Reply(page=self.page)

    def _pauses(self, now: float) -> bool:
        """Return True while the visitor has paused the voice for a plausible time."""
        return self._paused_at is not None and now - self._paused_at < LONGEST_PAUSE_S

    def _scan_on(self, now: float, sounding: bool) -> Reply | None:
        """Move the focus to the next choice if scanning is on and it is time."""
        waits = sounding and self._visit.tells
        if self._scanning.due(now, waits, len(self._visit.state.page.choices)):
            return self._visit.act(Action.NEXT)
        return None

    def _ask(self, seconds: int) -> Reply | None:
        """Ask if somebody is still there, or continue the countdown."""
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
        """The places in the visitor's language, with the present content."""
        state = self._visit.state
        return self._places().sheets(state.settings.language, self._visit.wording, state.keys, self._visit.grid)
