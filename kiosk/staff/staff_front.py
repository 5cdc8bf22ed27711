"""The front for staff: secret keys, a PIN, then the staff pages in place of the visitors'.

Pure except for the file that counts wrong PINs. Slow work is passed to `background`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from kiosk.staff.access import Access
from kiosk.staff.ended import mark_ended
from kiosk.staff.health_check import HealthCheck
from kiosk.staff.lock_out import LockOut
from kiosk.staff.secret_keys import SecretKeys
from kiosk.staff.staff_login import StaffLogin, Stage
from kiosk.staff.staff_sheets import CHECKS, StaffPlaces, pin_sheet
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.press import Press
from kiosk.visit.terms.target import Target

_log = logging.getLogger(__name__)

Background = Callable[[Callable[[], Any], Callable[[Any], None]], None]
"""Runs the first function in another thread, then the second one with its result in the app's thread."""


class StaffFront:
    """A `Front` while the login is not closed; before that it only watches for the secret keys."""

    at_rest = is_dim = False

    def __init__(
        self,
        access: Access,
        visitors: Attendant,
        clock: Callable[[], float],
        background: Background,
        answer: Callable[[Reply], None],
    ) -> None:
        """Start closed.

        Args:
            access: What the login and the pages need.
            visitors: Ends the visit when staff come in.
            clock: Gives seconds of a monotonic clock.
            background: Runs slow work.
            answer: Takes replies that come without a key or a tick.
        """
        self._access = access
        self._visitors = visitors
        self._clock = clock
        self._background = background
        self._answer = answer
        self._login = StaffLogin(SecretKeys(access.secret_keys), access.lock_out.load(clock()))
        self._inside = False
        """True after the right PIN."""
        self._ends = False
        """True while the PIN is asked for again, before the kiosk ends."""
        self._said = ""
        """The last text that was said for the PIN page."""
        self._places = StaffPlaces((), ())
        self._visit = visitors.visit

    @property
    def visit(self) -> Visit:
        """The visit to the staff pages."""
        return self._visit

    @property
    def is_open(self) -> bool:
        """True while keys go to staff."""
        return self._login.stage is not Stage.CLOSED

    def watch(self, press: Press, now: float) -> Reply | None:
        """Take note of a visitor's key; the last of the secret keys opens the login and is answered."""
        if self.is_open:
            return None
        self._login.press(press.key, press.character, now)
        if not self.is_open:
            return None
        self._places = StaffPlaces(self._visitors.visit.state.places.languages, self._access.problems())
        self._visit = self._visitors.other_visit(self._places)
        return self.shown(now)

    def press(self, press: Press, now: float) -> Reply:
        """Answer a key: a digit of the PIN, or an action on the staff pages."""
        stage = self._login.stage
        pin = self._login.press(press.key, press.character, now)
        if pin is not None:
            self._check(pin)
        if stage is not Stage.OPEN or not self.is_open:
            return self.shown(now)
        action = press.action
        return self._run(lambda visit: visit.act(action)) if action else Reply()

    def tap(self, target: Target | None, now: float) -> Reply:
        """Answer a tap on the staff pages; the PIN is typed."""
        inside = self._login.stage is Stage.OPEN
        self._login.press("tap", None, now)
        return self._run(lambda visit: visit.tap(target)) if inside else self.shown(now)

    def _run(self, act: Callable[[Visit], Reply]) -> Reply:
        before = self._visit.state.here.name
        reply = act(self._visit)
        match reply.errand:
            case Errand.LEAVE:
                self._login.close()
                return self.shown(self._clock())
            case Errand.RESTART:
                _log.info("staff restart the kiosk")
            case Errand.END:
                self._ends = True
                self._login.ask_again(self._clock())
                return self.shown(self._clock())
        if self._visit.state.here.name == CHECKS != before:
            self._background(self._access.doctor, self._found)
        return reply

    def tick(self, now: float, sounding: bool, clock: datetime | None = None) -> Reply | None:
        """Let time pass; a login that was left alone closes."""
        checking = self._visit.state.here.name == CHECKS and self._places.checks is None
        self._login.tick(now, sounding or checking)
        return None if self._login.stage is Stage.OPEN else self.shown(now)

    def confirm(self, remark: str, said: str, grid: Grid, now: float) -> Reply:
        """See `Front`."""
        return self._visit.confirm(remark, said, grid)

    def set_voice(self, works: bool) -> Reply:
        """See `Front`."""
        self._visitors.set_voice(works)
        return self._visit.set_voice(works)

    def headphones(self, plugged: bool, now: float) -> Reply | None:
        """Ignore headphones: staff pages do not depend on them."""
        return None

    def shown(self, now: float) -> Reply:
        """Return what to show and say at this stage of the login."""
        if not self.is_open:
            if self._inside:
                self._visitors.dismiss()
            self._inside, self._ends, self._said = False, False, ""
            return Reply(hush=True, page=self._visitors.page)
        if self._login.stage is Stage.OPEN:
            self._inside = True
            self._visitors.dismiss()
            self._visit.uncover()
            return self._visit.arrive()
        sheet = pin_sheet(self._login, now, self._visit.wording, self._visit.settings.language, self._ends)
        self._visit.cover(sheet)
        text, before = sheet.parts[0].text, self._said
        self._said = text
        if text == before:
            return Reply(page=self._visit.page)
        return self._visit.tell(text if before else f"{sheet.title}. {text}")

    def _check(self, pin: str) -> None:
        """Check the PIN in the background. The try is stored first, so that killing the app cannot undo it."""
        attempt, lock_out, access = self._login.attempt, self._login.lock_out, self._access

        def check() -> bool:
            try:
                access.lock_out.save(lock_out)
                right = access.pin.fits(pin)
                if right:
                    access.lock_out.save(LockOut())
            except Exception:  # noqa: BLE001 - whatever it is, the login must not wait forever
                _log.exception("a PIN could not be checked")
                return False
            return right

        self._background(check, lambda right: self._checked(attempt, right))

    def _checked(self, attempt: int, right: bool) -> None:
        now = self._clock()
        self._login.checked(attempt, right, now)
        if self._ends and self._login.stage is Stage.OPEN:
            _log.info("staff end the kiosk")
            mark_ended()
            self._answer(Reply(hush=True, errand=Errand.END))
            return
        if self._login.stage is Stage.OPEN and not self._inside:
            _log.info("staff have entered their PIN")
        if self.is_open and (self._ends or not self._inside):
            self._answer(self.shown(now))

    def _found(self, findings: Sequence[HealthCheck]) -> None:
        """Show the results of `doctor`, if their page is still open."""
        self._places.checks = findings
        if self._inside and self._visit.state.here.name == CHECKS:
            self._answer(self._visit.refresh())
