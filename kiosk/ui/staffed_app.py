"""The app with a door for staff: a chord of keys, a PIN, and pages of their own in the visitor's place."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from typing import Any

from textual import events

from kiosk.staff.access import Access
from kiosk.staff.chord import Chord
from kiosk.staff.desk import Desk
from kiosk.staff.door import Door, Stage
from kiosk.staff.ended import mark_ended
from kiosk.staff.lock_out import LockOut
from kiosk.staff.sheets import Errand, pin_sheet
from kiosk.terminal.key_map import action_for
from kiosk.ui.app import KioskApp
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, compose
from kiosk.visit.layout.paging import cut
from kiosk.visit.session.visit import Lit
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.action import Action

_log = logging.getLogger(__name__)


class StaffedApp(KioskApp, inherit_bindings=False):
    """A `KioskApp` whose keys, screen and voice are the staff's while their door is not shut."""

    def __init__(self, access: Access, *arguments: Any, **options: Any) -> None:
        """`arguments` and `options` are those of `KioskApp`."""
        super().__init__(*arguments, **options)
        self._access = access
        self._door = Door(Chord(access.chord), access.lock_out.load(self._clock()))
        self._desk: Desk | None = None
        """What is behind the door, while it is open."""
        self._said = ""
        """What was said last of the page that asks for the PIN."""

    @property
    def _shut(self) -> bool:
        return self._door.stage is Stage.SHUT

    # What comes in

    def _press(self, event: events.Key) -> None:
        now, before = self._clock(), self._door.stage
        pin = self._door.press(event.key, event.character, now)
        if pin is not None:
            self._check(pin)
        if before is Stage.SHUT and self._shut:
            super()._press(event)
            return
        if before is Stage.OPEN:
            self._at_desk(action_for(event.key, event.character, self._keys))
        self._have_narrator()
        self._show_staff()

    def _tick(self) -> None:
        if self._shut:
            super()._tick()
            return
        if self.narrator:
            self.narrator.tick()
        self._door.tick(self._clock())
        self._show_staff()

    # The PIN

    def _check(self, pin: str) -> None:
        """In a thread, for it takes a while: the try is written down first, so that no end of the app undoes it."""
        attempt, lock_out, access = self._door.attempt, self._door.lock_out, self._access

        def check() -> None:
            right = False
            try:
                access.lock_out.save(lock_out)
                right = access.pin.fits(pin)
                if right:
                    access.lock_out.save(LockOut())
            except Exception:  # noqa: BLE001 - whatever it is, the door must not wait for ever
                _log.exception("a PIN could not be checked")
            self.call_soon(self._checked, attempt, right)

        self._in_background(check)

    def _checked(self, attempt: int, right: bool) -> None:
        self._door.checked(attempt, right, self._clock())
        if self._door.stage is Stage.OPEN and self._desk is None:
            _log.info("staff have entered their PIN")
            self._desk = Desk(self._access.problems())
            self.attendant.dismiss()
            self._receive_next()
        self._show_staff()

    # Behind the door

    def _at_desk(self, action: Action | None) -> None:
        if self._desk is None or action is None:
            return
        match self._desk.act(action, self._grid):
            case Errand.LEAVE:
                self._door.shut()
            case Errand.DOCTOR:
                self._in_background(lambda: self.call_soon(self._found, self._access.doctor()))
            case Errand.RESTART:
                _log.info("staff start the kiosk again")
                self.exit(0)
            case Errand.REALLY_END:
                _log.info("staff end the kiosk")
                mark_ended()
                if self._lifeline:
                    self._lifeline.leave()
                self.exit(0)

    def _found(self, findings: Any) -> None:
        if self._desk:
            self._desk.found(findings)
            self._show_staff()

    def _in_background(self, work: Callable[[], object]) -> None:
        # A daemon: what hangs must not keep the kiosk from ending.
        Thread(target=work, name="staff", daemon=True).start()

    # What goes out

    @property
    def _grid(self) -> Grid:
        return self._appearance.grid(*self.size) if self._appearance else self.attendant.grid

    def _show_staff(self) -> None:
        """Says what is new and draws; gives screen and voice back once the door is shut."""
        if self._shut:
            self._desk, self._said = None, ""
            self._speak("")
        elif self._desk:
            if words := self._desk.says(self._grid):
                self._speak(words)
        else:
            sheet = pin_sheet(self._door, self._clock())
            if sheet.parts[0].text != self._said:
                self._speak(sheet.parts[0].text if self._said else f"{sheet.title}. {sheet.parts[0].text}")
                self._said = sheet.parts[0].text
        self._draw()

    def _speak(self, words: str) -> None:
        if self.narrator:
            self.narrator.speak((Utterance(words, "en"),) if words else (), hush=True)

    def _seen(self) -> tuple[Page, Lit | None]:
        if self._shut:
            return super()._seen()
        if self._desk:
            return self._desk.page(self._grid), None
        sheet = pin_sheet(self._door, self._clock())
        return compose(sheet, cut(sheet, self._grid, ""), 0, (), -1, (), self._grid), None

    # The visitor's, while the door is shut

    def _answer(self, reply: Reply | None) -> None:
        super()._answer(reply if self._shut else None)

    def started(self, utterance: Utterance) -> None:
        """See `narrator.Hearer`."""
        if self._shut:
            super().started(utterance)

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """See `narrator.Hearer`."""
        if self._shut:
            super().word(utterance, start, end)

    def silent(self) -> None:
        """See `narrator.Hearer`."""
        if self._shut:
            super().silent()
