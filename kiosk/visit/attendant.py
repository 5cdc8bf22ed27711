"""The `Attendant` sees visitors come and go: it begins each `Visit`, asks who is silent, and ends it.

It is told the time (seconds of a monotonic clock) and never reads a clock.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.library import Library
from kiosk.visit.action import Action
from kiosk.visit.grid import Grid
from kiosk.visit.idle_clock import IdleClock, Presence
from kiosk.visit.page import Page
from kiosk.visit.sheets import WARNING
from kiosk.visit.trail import Place
from kiosk.visit.utterance import Reply, Utterance
from kiosk.visit.visit import Lit, Visit
from kiosk.visit.wording import Wording

SPOKEN_COUNTDOWN = (20, 10)
"""Seconds left at which the countdown is said again."""
_WAKES_ONLY = frozenset(
    {
        *(Action.OTHER, Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.PAGE_UP, Action.PAGE_DOWN),
        *(Action.READ, Action.REPEAT, Action.BACK, Action.MENU, Action.WHERE),
    }
)
"""Actions that, when nobody was there, do nothing but begin the visit."""


class Attendant:
    """One kiosk's visits, one after the other."""

    def __init__(
        self,
        library: Library,
        grid: Grid,
        now: float,
        wordings: Mapping[str, Wording] | None = None,
        language: str = "",
    ) -> None:
        """Starts at rest on the disclaimer, in `language` or in the clinic's first one."""
        self._library = library
        self._wordings = wordings or {}
        self._language = language or library.clinic.languages[0]
        self._grid = grid
        self._clock = IdleClock(library.clinic.warn_after, library.clinic.countdown, now)
        self._has_voice = True
        self._receive()

    def _receive(self) -> None:
        """Makes ready for the next visitor."""
        self._visit = Visit(self._library, self._grid, self._language, self._wordings, self._has_voice)
        self._at_rest = True
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
            return self._visit.page
        state = self._visit.state
        return state.view.page(Place(WARNING), state.remarks, state.view.sheets.warning(self._asked))

    @property
    def lit(self) -> Lit | None:
        """What to light on the page."""
        return None if self.asking else self._visit.lit

    def act(self, action: Action, now: float) -> Reply:
        """The visitor did something; any key wakes, and answers "Are you still there?"."""
        if self._clock.presence(now) is Presence.GONE:
            self._receive()
        asked, self._asked = self.asking, None
        woken, self._at_rest = self._at_rest, False
        self._clock.stir(now)
        if asked or (woken and action in _WAKES_ONLY):
            return self._visit.arrive()
        if self._visit.would_finish(action):
            return self._finish()
        return self._visit.act(action, self._clock.seconds_until_asked(now))

    def tick(self, now: float, sounding: bool) -> Reply | None:
        """Time passes; to be called some four times a second. None where nothing is to be done."""
        if self._at_rest:
            self._clock.stir(now)
            return None
        if sounding and not self.asking:
            self._clock.sounds(now)
        presence = self._clock.presence(now)
        if presence is Presence.GONE:
            self._receive()
            return Reply(hush=True)
        if presence is Presence.HERE or self._visit.untouched:
            return None
        return self._ask(self._clock.seconds_left(now))

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

    def started(self, utterance: Utterance) -> None:
        """The voice begins to say `utterance`."""
        self._visit.started(utterance)

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """The characters `start` to `end` of `utterance.text` sound now."""
        self._visit.word(utterance, start, end)

    def silent(self) -> Reply | None:
        """All has been said."""
        return None if self.asking else self._visit.silent()

    def _ask(self, seconds: int) -> Reply | None:
        """Asks whether somebody is still there, or goes on counting down."""
        before, self._asked = self._asked, seconds
        page = self.page
        if before is None:
            return self._visit.tell(" ".join([page.title, *(part.text for part in page.parts)]))
        if any(seconds <= mark < before for mark in SPOKEN_COUNTDOWN):
            return self._visit.tell(page.parts[0].text)
        return None

    def _finish(self) -> Reply:
        """The visitor is done: says goodbye, and is ready for the next one."""
        goodbye = self._visit.tell(self._visit.state.words("Finished. All your settings are cleared. Goodbye."))
        self._receive()
        return goodbye
