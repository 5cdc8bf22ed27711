"""Calls with a deadline, for folders that may hang: a share whose server is gone, a disk that is dying."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import monotonic
from typing import TypeVar

_T = TypeVar("_T")

AGAIN_S = 60.0
"""Seconds until a call is tried beside one that hangs; doubled with each that does, so they stay few."""


class Deadline:
    """Runs each call in a thread of its own, which is left to itself once the time is over.

    Nothing can end a thread that waits for a disk. Python keeps it from nothing else, since it holds no lock.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        """`now`: a monotonic clock, in seconds."""
        self._now = now
        self._hung: list[Thread] = []
        self._again = 0.0

    @property
    def hangs(self) -> bool:
        """True while a call hangs."""
        return any(thread.is_alive() for thread in self._hung)

    def call(self, function: Callable[[], _T], seconds: float) -> _T:
        """Return what `function` returns, or raise what it raises.

        Raises TimeoutError after so many `seconds`, and at once while an earlier call hangs and it is too early for
        another.
        """
        self._hung = [thread for thread in self._hung if thread.is_alive()]
        if self._hung and self._now() < self._again:
            raise TimeoutError("an earlier call still hangs")
        found: list[_T] = []
        faults: list[Exception] = []

        def work() -> None:
            try:
                found.append(function())
            except Exception as fault:  # noqa: BLE001 - handed to the caller
                faults.append(fault)

        thread = Thread(target=work, name="disk", daemon=True)  # a daemon does not delay the exit
        try:
            thread.start()
        except RuntimeError as no_thread:
            raise TimeoutError("no thread can be started") from no_thread
        thread.join(seconds)
        if found:
            return found[0]
        if faults:
            raise faults[0]
        self._hung.append(thread)
        self._again = self._now() + AGAIN_S * 2 ** (len(self._hung) - 1)
        raise TimeoutError(f"no answer within {seconds:g} s")
