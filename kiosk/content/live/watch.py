"""Polls the content folder from a separate thread, so that a slow network share never holds up the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event, Thread

from kiosk.content.live.live import POLL_S, LiveContent
from kiosk.content.model.library import Library

Deliver = Callable[[Callable[[], object]], object]
"""Runs a function in the screen's thread, such as Textual's `call_from_thread` or the app's `call_soon`."""


class ContentWatch:
    """Polls `live` until stopped; calls back with a new library, and with a new number of problems."""

    def __init__(
        self,
        live: LiveContent,
        deliver: Deliver,
        on_library: Callable[[Library], object],
        on_problem_count: Callable[[int], object],
        period: float = POLL_S,
    ) -> None:
        self._live = live
        self._deliver = deliver
        self._on_library = on_library
        self._on_problem_count = on_problem_count
        self._period = period
        self._ended = Event()
        # A daemon, so that a share that hangs cannot stop the kiosk from exiting.
        self._thread = Thread(target=self._run, name="content", daemon=True)

    def start(self) -> None:
        """Start polling; the number of problems is delivered at once if it is not 0."""
        self._thread.start()

    def stop(self, patience: float = 1.0) -> None:
        """Stop; wait at most `patience` seconds for a poll in progress. Nothing is delivered afterwards."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _run(self) -> None:
        shown = 0
        while True:
            if self._live.problem_count != shown:
                shown = self._live.problem_count
                self._post(partial(self._on_problem_count, shown))
            if self._ended.wait(self._period):
                return
            library = self._live.poll()
            if library is not None:
                self._post(partial(self._on_library, library))
            self._live.keep()

    def _post(self, news: Callable[[], object]) -> None:
        """Deliver `news` unless the kiosk is exiting."""
        try:
            self._deliver(lambda: None if self._ended.is_set() else news())
        except RuntimeError:  # the screen has closed already
            self._ended.set()
