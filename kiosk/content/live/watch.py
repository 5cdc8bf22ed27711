"""Looks at the content folder from a thread of its own, so that a slow network share never holds up the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event, Thread

from kiosk.content.live.live import PERIOD, LiveContent
from kiosk.content.model.library import Library

Deliver = Callable[[Callable[[], object]], object]
"""Runs a function where the screen lives, such as Textual's `call_from_thread` or the app's `call_soon`."""


class Watch:
    """Polls `live` until it is stopped; tells of a new library, and of a new number on the staff's sign."""

    def __init__(
        self,
        live: LiveContent,
        deliver: Deliver,
        on_library: Callable[[Library], object],
        on_sign: Callable[[int], object],
        period: float = PERIOD,
    ) -> None:
        self._live = live
        self._deliver = deliver
        self._on_library = on_library
        self._on_sign = on_sign
        self._period = period
        self._ended = Event()
        # A share that hangs must not keep the kiosk from ending.
        self._thread = Thread(target=self._run, name="content", daemon=True)

    def start(self) -> None:
        """Begins; the sign is told at once where it is not 0."""
        self._thread.start()

    def stop(self, patience: float = 1.0) -> None:
        """Ends; waits at most `patience` seconds for a look that is under way. Nothing is told afterwards."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _run(self) -> None:
        shown = 0
        while True:
            if self._live.sign != shown:
                shown = self._live.sign
                self._tell(partial(self._on_sign, shown))
            if self._ended.wait(self._period):
                return
            library = self._live.poll()
            if library is not None:
                self._tell(partial(self._on_library, library))

    def _tell(self, news: Callable[[], object]) -> None:
        """Hands over what is new, unless the kiosk is ending."""
        try:
            self._deliver(lambda: None if self._ended.is_set() else news())
        except RuntimeError:  # the screen has ended before us
            self._ended.set()
