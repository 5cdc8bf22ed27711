"""The Textual app: keys come in, the `Attendant` decides, the page is drawn and the voice speaks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.driver import Driver
from textual.geometry import Offset

from kiosk.content.model.library import Library
from kiosk.terminal.key_map import STANDARD, action_for
from kiosk.terminal.lettering import Plain
from kiosk.ui.appearance import Appearance, text_size_here
from kiosk.ui.cursor import Cursor, cursor_cell
from kiosk.ui.hearing import Hearing
from kiosk.ui.locked_app import LockedApp
from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.machine import Machine
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.wording import Wording

if TYPE_CHECKING:
    from kiosk.speech.narrator.narrator import Narrator
    from kiosk.supervision.lifeline import Lifeline
    from kiosk.visit.layout.page import Page
    from kiosk.visit.session.visit import Lit

TICK_S = 0.25
"""How often the idle clock and the voice are looked after, in seconds."""
SETTLE_S = 0.05
"""Likewise whether the terminal has answered, before the first page."""


class KioskApp(Hearing, LockedApp, inherit_bindings=False):
    """One kiosk."""

    CSS_PATH: ClassVar[list[str]] = ["kiosk.tcss", "page_view.tcss"]  # type: ignore[assignment]
    TITLE = "Waiting-room kiosk"

    def __init__(
        self,
        library: Library,
        narrator: Callable[[KioskApp], Narrator] | None,
        keys: Mapping[str, Action] = STANDARD,
        wordings: Mapping[str, Wording] | None = None,
        language: str = "",
        clock: Callable[[], float] = time.monotonic,
        after_first_page: Callable[[], None] | None = None,
        text_size: str = "plain",
        screen_width_mm: float | None = None,
        driver_class: type[Driver] | None = None,
        lifeline: Lifeline | None = None,
        machine: Machine | None = None,
    ) -> None:
        """`narrator` makes the voice once the app runs; None for a kiosk without sound.

        `clock` gives seconds of a monotonic clock; `after_first_page` is called once the first page is shown.
        `text_size` and `screen_width_mm` are those of `device.yaml`; `machine` is what this machine gives visitors.
        """
        super().__init__(driver_class, lifeline)
        self._clock = clock
        self._keys = keys
        self._text_size = text_size
        self._screen_width_mm = screen_width_mm
        self._appearance: Appearance | None = None
        self._size_asked = False
        """Whether a visitor has asked for another size that is not on the screen yet."""
        self._make_narrator = narrator
        self._after_first_page = after_first_page
        self.narrator: Narrator | None = None
        self.attendant = Attendant(library, Grid(80, 24), clock(), wordings, language, machine)
        self._visit = self.attendant.visit
        self.attendant.set_voice(narrator is not None)
        self.view = PageView()
        self._cursor = Cursor(self._write_to_terminal)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        """One widget is the whole screen."""
        yield self.view

    def on_mount(self) -> None:
        """Finds out how large letters can be, and shows the first page."""
        self.lock(asyncio.get_running_loop())
        keep = self._lifeline.way_back if self._lifeline else lambda request: None
        width, height, write = self.size.width, self.size.height, self._write_to_terminal
        text_size = text_size_here(width, height, self._text_size, self._screen_width_mm, write, keep)
        self._appearance = Appearance(text_size)
        self._appearance.begin(self._clock())
        self.set_interval(TICK_S, self._tick)
        self._settle()
        self.call_after_refresh(self._first_page_is_shown)

    def _settle(self) -> None:
        """Waits, for a moment at most, until the terminal has shown what sizes it has; then draws the first page."""
        if self._appearance and not self._appearance.settled:
            self._appearance.tick(self._clock())
            self.set_timer(SETTLE_S, self._settle)
            return
        self._lay_out()
        self._draw()

    def _write_to_terminal(self, data: bytes) -> None:
        if self._driver is not None and not self.is_headless:
            self._driver.write(data.decode("latin-1"))

    def on_unmount(self) -> None:
        """Ends the voice process with the app, and gives the terminal its letters and its cursor back."""
        self._cursor.restore()
        if self._appearance:
            self._appearance.restore()
        if self.narrator:
            self.narrator.close()

    def _first_page_is_shown(self) -> None:
        if self._lifeline:
            self._lifeline.beat()
        self._have_narrator()
        if self._after_first_page:
            self._after_first_page()

    def _have_narrator(self) -> None:
        """Starts the voice: after the first page, or at a key that is quicker."""
        if self.narrator is None and self._make_narrator is not None:
            self.narrator = self._make_narrator(self)
            self.narrator.start()

    # What comes in

    async def on_event(self, event: events.Event) -> None:
        """Keys are the visitor's only way in."""
        if isinstance(event, events.Key):
            self._press(event)
        else:
            await super().on_event(event)
            if isinstance(event, events.Resize):
                self._fit_terminal()

    def _press(self, event: events.Key) -> None:
        action = action_for(event.key, event.character, self._keys)
        if action is None:
            return
        self._have_narrator()
        if self.narrator:
            self.narrator.wake()
        now = self._clock()
        self.attendant.see_off(now)
        self._receive_next()
        action = self.attendant.meant(action, now)
        if action.looks and not self.attendant.asking and not self.attendant.explores:
            self._change_look(action, now)
        else:
            self._answer(self.attendant.act(action, now))
        self._receive_next()

    def _change_look(self, action: Action, now: float) -> None:
        """Another size of text, or other colours."""
        look = self._appearance
        if look is None:
            return
        if action is Action.CONTRAST:
            look.next_theme()
            self._confirm(look.say_theme(self.attendant.wording), "")
        elif not look.next_size(1 if action is Action.SIZE else -1, now):
            self._answer(self.attendant.act(Action.OTHER, now))
        elif look.grid(*self.size) == self.attendant.grid:
            self._size_asked = True  # the terminal itself changes its font, and tells when it has
        else:
            self._confirm_size()

    def _confirm_size(self) -> None:
        self._size_asked = False
        if self._appearance:
            self._confirm(*self._appearance.say_size(self.attendant.wording))

    def _confirm(self, remark: str, said: str) -> None:
        if look := self._appearance:
            self._answer(self.attendant.confirm(remark, said or f"{remark}.", look.grid(*self.size), self._clock()))

    def _receive_next(self) -> None:
        """When a visit has ended, everything looks as for a new visitor."""
        if self._appearance and self.attendant.visit is not self._visit:
            self._visit = self.attendant.visit
            self._appearance.reset(self._clock())
            self._lay_out()
            self._draw()

    def _fit_terminal(self) -> None:
        """The terminal has another size. Textual paints some 8 ms later, and then the page should fit already."""
        if self._appearance:
            self._appearance.resized(*self.size, self._clock())
            if self._size_asked:
                self._confirm_size()
            elif self._appearance.settled:
                self._lay_out()

    def _lay_out(self) -> None:
        """Pages fit the window in the present size of text."""
        if self._appearance:
            self._answer(self.attendant.resize(self._appearance.grid(*self.size)))

    def _tick(self) -> None:
        now, narrator, look = self._clock(), self.narrator, self._appearance
        if narrator:
            narrator.tick()
        if look and look.settled:
            before = look.lettering
            look.tick(now)
            if self._size_asked and not look.waiting:
                self._confirm_size()  # the terminal did not do what it was asked: tells the size that there is
            elif look.lettering != before:
                self._lay_out()
        was_asking = self.attendant.asking
        reply = self.attendant.tick(now, narrator is not None and narrator.sounding, datetime.now())
        if reply is not None or was_asking or self.attendant.asking:
            self._answer(reply)
        self._receive_next()
        if narrator and self.attendant.at_rest and not narrator.sounding:
            narrator.rest()

    # What staff change

    def renew(self, library: Library) -> None:
        """The content has changed; a visitor sees and hears it from the next page on."""
        self.attendant.renew(library)
        if self.narrator:
            self.narrator.set_words(library.words)
        self._visit = self.attendant.visit
        self._draw()

    def set_problems(self, count: int) -> None:
        """So many mistakes keep changed content from being shown."""
        self.attendant.problems = count
        self._draw()

    # What goes out

    def _answer(self, reply: Reply | None) -> None:
        """Speech first, for it takes longer to be noticed; then the page."""
        if reply is not None and self.narrator:
            settings = self.attendant.visit.settings
            self.narrator.set_voice(settings.rate_wpm, settings.gain_db)
            self.narrator.speak(reply.say, reply.hush, reply.cue)
        self._draw()

    def _draw(self) -> None:
        look = self._appearance
        if look is None or not look.settled:
            return
        theme = THEMES[-1] if self.attendant.is_dim else look.theme
        if self.theme != theme.name:
            self.theme = theme.name
        page, lit = self._seen()
        self.cursor_position = Offset(*cursor_cell(page, lit))
        self.view.show(page, lit, Plain() if page.own_letters else look.lettering)

    def _seen(self) -> tuple[Page, Lit | None]:
        """What is to be seen now, and what of it is lit."""
        if self.attendant.screen_is_on:
            return self.attendant.page, self.attendant.lit
        return replace(self.attendant.page, rows=((),) * len(self.attendant.page.rows)), None

    def post_display_hook(self) -> None:
        """Textual has painted, and put the cursor at `cursor_position`."""
        super().post_display_hook()
        look = self._appearance
        self._cursor.show(look is not None and look.settled and look.lettering.rows == 1)
