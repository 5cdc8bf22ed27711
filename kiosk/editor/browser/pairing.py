"""Who may edit: a browser in which the code of the command was typed once, until it is idle too long."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from threading import Lock

IDLE_SECONDS = 3600
"""After this time without a request a browser has to be paired again."""
MOST_WRONG = 5
"""Wrong codes before a new one is needed."""
WAIT_SECONDS = 60
"""How long no code is accepted after that."""


class Session:
    """One paired browser."""

    def __init__(self, now: float, name: str = "") -> None:
        self.token = secrets.token_urlsafe(32)
        """Kept in the browser's cookie."""
        self.form_token = secrets.token_urlsafe(32)
        """Sent with each form, which another web site cannot do."""
        self.seen = now
        self.name = name
        """Who is at it."""


class Pairing:
    """Gives out sessions. Raises nothing."""

    def __init__(self, show: Callable[[str], None], clock: Callable[[], float]) -> None:
        """`show` is given each new code, which is valid once; `clock` counts seconds and never goes back."""
        self._show = show
        self._clock = clock
        self._lock = Lock()
        self._sessions: dict[str, Session] = {}
        self._wrong = 0
        self._closed_until = float("-inf")
        self._code = ""
        self.new_code()

    def new_code(self) -> None:
        """Make and show a code; the one before it is no longer valid."""
        self._code = f"{secrets.randbelow(10**8):08}"
        self._wrong = 0
        self._show(f"{self._code[:4]} {self._code[4:]}")

    def pair(self, typed: str, name: str) -> Session | None:
        """Return a new session of `name` if `typed` is the code, which is then used up.

        Return None if it is not, or too many codes were wrong.
        """
        code = "".join(sign for sign in typed if sign.isdigit())
        with self._lock:
            now = self._clock()
            if now < self._closed_until:
                return None
            if hmac.compare_digest(code.encode(), self._code.encode()):
                session = Session(now, name)
                self._sessions[session.token] = session
                self.new_code()
                return session
            self._wrong += 1
            if self._wrong >= MOST_WRONG:
                self._closed_until = now + WAIT_SECONDS
                self.new_code()
        return None

    @property
    def is_closed(self) -> bool:
        """True while no code is accepted, because too many were wrong."""
        return self._clock() < self._closed_until

    def session(self, token: str) -> Session | None:
        """Return the session of a cookie, or None if there is none or it has been idle too long."""
        with self._lock:
            now = self._clock()
            for old in [each for each in self._sessions.values() if now - each.seen > IDLE_SECONDS]:
                del self._sessions[old.token]
            session = self._sessions.get(token)
            if session:
                session.seen = now
            return session

    def end(self, session: Session) -> None:
        """End a session; its cookie is worth nothing any more."""
        with self._lock:
            self._sessions.pop(session.token, None)
