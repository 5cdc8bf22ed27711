"""The Textual app: takes keys, lets the front answer them, draws the page and has the reply spoken."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.driver import Driver
from textual.geometry import Offset

from kiosk.terminal.key_map import STANDARD, action_for
from kiosk.terminal.lettering import Plain
from kiosk.ui.appearance import SCREEN, Appearance, Confirmation, Screen, colours_here, text_size_here
from kiosk.ui.cursor import Cursor, cursor_cell
from kiosk.ui.locked_app import LockedApp
from kiosk.ui.page_view import PageView
from kiosk.ui.tapping import tapped_target
from kiosk.ui.themes import themes_for
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.press import Press

if TYPE_CHECKING:
    from kiosk.content.model.library import Library
    from kiosk.speech.narrator.narrator import Narrator
    from kiosk.staff.staff_front import StaffFront
    from kiosk.supervision.supervisor_socket import SupervisorSocket
    from kiosk.terminal.touch.taps import Tapped
    from kiosk.ui.front import Front
    from kiosk.visit.layout.grid import Grid
    from kiosk.visit.speech_text.utterance import Utterance

TICK_S = 0.25
"""Seconds between two ticks of the front and the voice."""
SETTLE_S = 0.05
"""Seconds between two checks, before the first page, if the terminal has answered."""


class KioskApp(LockedApp, inherit_bindings=False):
    """One kiosk. It is also the narrator's `SpeechEvents`."""

    CSS_PATH: ClassVar[list[str]] = ["kiosk.tcss", "page_view.tcss"]  # type: ignore[assignment]
    TITLE = "Waiting-room kiosk"

    def __init__(
        self,
        visitors: Attendant,
        narrator: Callable[[KioskApp], Narrator] | None,
        keys: Mapping[str, Action] = STANDARD,
        clock: Callable[[], float] = time.monotonic,
        after_first_page: Callable[[], object] = lambda: None,
        text_size: str = "plain",
        screen: Screen = SCREEN,
        driver_class: type[Driver] | None = None,
        supervisor: SupervisorSocket | None = None,
        staff: Callable[[KioskApp], StaffFront] | None = None,
    ) -> None:
        """Show nothing yet.

        Args:
            visitors: The front while staff are not logged in.
            narrator: Creates the voice once the app runs; None for a kiosk without sound.
            keys: The key map.
            clock: Gives seconds of a monotonic clock.
            after_first_page: Called once the first page is shown.
            text_size: As in `device.yaml`.
            screen: The same.
            driver_class: Textual's driver of the terminal.
            supervisor: The socket to the supervisor, if there is one.
            staff: Creates the front for staff, if they have a PIN.
        """
        super().__init__(driver_class, supervisor)
        self._clock, self._keys, self._text_size, self._screen = clock, keys, text_size, screen
        self._appearance: Appearance | None = None
        self._make_narrator, self._after_first_page = narrator, after_first_page
        self.narrator: Narrator | None = None
        self.attendant = visitors
        visitors.visit.set_voice(narrator is not None)
        self._visit, self._page = visitors.visit, visitors.visit.page
        self._staff = staff(self) if staff else None
        self._front: Front = visitors
        self.view, self._cursor = PageView(), Cursor(self.write_to_terminal)
        self._themes = themes_for(self.console.color_system, os.environ)
        for theme in self._themes:
            self.register_theme(theme)
        self.theme = self._themes[0].name

    @property
    def front(self) -> Front:
        """The front that has the keys."""
        return self._staff if self._staff and self._staff.is_open else self.attendant

    def compose(self) -> ComposeResult:
        """Yield the only widget, which fills the screen."""
        yield self.view

    def on_mount(self) -> None:
        """Find out which text sizes there are, and show the first page."""
        self.lock(asyncio.get_running_loop())
        write, keep = self.write_to_terminal, self._supervisor.restore_request if self._supervisor else lambda _: None
        text_size = text_size_here(*self.size, self._text_size, self._screen.width_mm, write, keep)
        self._appearance = Appearance(text_size, self._themes, colours_here(write, keep), self._screen.touch)
        self._appearance.begin(self._clock())
        self.set_interval(TICK_S, self._tick)
        self._settle()
        self.call_after_refresh(self._first_page_is_shown)

    def _settle(self) -> None:
        """Wait briefly until the terminal's text sizes are known, then draw the first page."""
        if self._appearance and not self._appearance.settled:
            self._appearance.tick(self.front.visit.wording, self._clock())
            self.set_timer(SETTLE_S, self._settle)
            return
        self._lay_out()

    def on_unmount(self) -> None:
        """End the voice process with the app, and restore the terminal's font and cursor."""
        self._cursor.restore()
        if self._appearance:
            self._appearance.restore()
        if self.narrator:
            self.narrator.close()

    def _first_page_is_shown(self) -> None:
        if self._supervisor:
            self._supervisor.beat()
        self._have_narrator()
        self._after_first_page()

    def _have_narrator(self) -> None:
        """Start the voice, after the first page or at the first key, whichever is earlier."""
        if self.narrator is None and self._make_narrator is not None:
            self.narrator = self._make_narrator(self)
            self.narrator.start()

    def escape_begun(self) -> None:
        """Hush."""
        if self.narrator:
            self.narrator.speak((), hush=True)

    def pressed(self, event: events.Key) -> None:
        """Have the front answer a key."""
        press = Press(event.key, event.character, action_for(event.key, event.character, self._keys))
        now = self._clock()
        opened = self._staff.watch(press, now) if self._staff else None
        if press.action is not None:
            self._wake()
        self.answer(opened or self.front.press(press, now))

    def tapped(self, event: Tapped) -> None:
        """Have the front answer a tap."""
        self._wake()
        target = tapped_target(self._page, event, self.view.lettering, self.front.visit.grid.button_rows)
        self.answer(self.front.tap(target, self._clock()))

    def _wake(self) -> None:
        """Get the voice ready, because somebody is there."""
        self._have_narrator()
        if self.narrator:
            self.narrator.wake()

    def _run(self, reply: Reply) -> None:
        """Do what only the app can do."""
        match reply.errand:
            case Errand.SIZE | Errand.SIZE_BACK | Errand.CONTRAST if self._appearance:
                self._confirm(self._appearance.change(reply.errand, self.front.visit.wording, self._clock()))
            case Errand.RESTART:
                self.exit(0)
            case Errand.END:
                self.end_for_good()

    def _confirm(self, told: Confirmation | None) -> None:
        if told and self._appearance:
            self.answer(self.front.confirm(*told, self._appearance.grid(*self.size), self._clock()))

    def resized(self) -> None:
        """Fit the page to another window size at once: Textual paints some 8 ms later."""
        if look := self._appearance:
            if told := look.resized(*self.size, self.front.visit.wording, self._clock()):
                self._confirm(told)
            elif look.settled:
                self._lay_out()

    def _lay_out(self) -> None:
        """Fit pages to the window in the present text size."""
        if self._appearance:
            self.answer(self.front.visit.resize(self._appearance.grid(*self.size)) or Reply(page=self.front.visit.page))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The grids of all text sizes here."""
        return self._appearance.grids(*self.size) if self._appearance else ()

    def _tick(self) -> None:
        now, narrator, look = self._clock(), self.narrator, self._appearance
        if narrator:
            narrator.tick()
        if look and look.settled:
            before = look.lettering
            if told := look.tick(self.front.visit.wording, now):
                self._confirm(told)
            elif look.lettering != before:
                self._lay_out()
        self.answer(self.front.tick(now, narrator is not None and narrator.sounding, datetime.now()))
        if narrator and self.front.at_rest and not narrator.sounding:
            narrator.rest()

    def started(self, utterance: Utterance) -> None:
        """See `SpeechEvents`."""
        self.answer(self.front.visit.started(utterance))

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """See `SpeechEvents`."""
        if turned := self.front.visit.word(utterance, start, end):
            self._page = turned.page or self._page
        self._draw()

    def failed(self, utterance: Utterance, no_voice: bool) -> None:
        """See `SpeechEvents`."""
        self.answer(self.front.visit.failed(utterance, no_voice))

    def silent(self) -> None:
        """See `SpeechEvents`."""
        self.answer(self.front.visit.silent())

    def sound(self, works: bool) -> None:
        """See `SpeechEvents`."""
        from kiosk.machine.condition import note_sound

        self.answer(self.front.set_voice(works))
        note_sound(works)

    def headphones(self, plugged: bool) -> None:
        """See `SpeechEvents`."""
        self.answer(self.front.headphones(plugged, self._clock()))

    @property
    def is_well(self) -> bool:
        """True if the voice answers, or there is none."""
        return self.narrator is None or self.narrator.answers

    def renew(self, library: Library) -> None:
        """Replace the content; a visitor gets it from the next page on."""
        if self.narrator:
            self.narrator.set_words(library.words)
        reply = self.attendant.renew(library)
        self.answer(reply if self.front is self.attendant else None)

    def set_problems(self, count: int) -> None:
        """Set how many errors and samples staff have to fix."""
        reply = self.attendant.set_problems(count)
        self.answer(reply if self.front is self.attendant else None)

    def answer(self, reply: Reply | None) -> None:
        """Carry out a reply: speech first, because its delay is longest; then the page; then the errand."""
        met = self._meet()
        if not (reply or met):
            return
        reply = reply or Reply()
        if self.narrator and (reply.hush or reply.say):
            settings = self.front.visit.settings
            self.narrator.set_voice(settings.rate_wpm, settings.gain_db, settings.classic)
            self.narrator.speak(reply.say, reply.hush, reply.cue)
        self._page = self.front.visit.page if met else reply.page or self._page
        self._draw()
        self._run(reply)

    def _meet(self) -> bool:
        """Give a new visit its start size and colours, a new front the window's grid; False if neither is new."""
        begun = self.attendant.visit is not self._visit
        if not self._appearance or not (begun or self.front is not self._front):
            return False
        self._visit, self._front = self.attendant.visit, self.front
        if begun:
            self._appearance.reset(self._clock())
        self.front.visit.resize(self._appearance.grid(*self.size))
        return True

    def _draw(self) -> None:
        look, front = self._appearance, self.front
        if look is None or not look.settled:
            return
        self.theme = look.theme(front.is_dim)
        page, lit = self._page, front.visit.lit
        self.cursor_position = Offset(*cursor_cell(page, lit))
        self.view.show(page, lit, Plain() if page.own_letters else look.lettering)

    def post_display_hook(self) -> None:
        """Show the cursor after Textual has painted and put it at `cursor_position`."""
        super().post_display_hook()
        self._cursor.show((look := self._appearance) is not None and look.settled and look.lettering.rows == 1)
