"""Runs the kiosk inside a real terminal and writes down, as lines of JSON, what becomes of each key.

    python report_app.py LOG CONTENT DEVICE

Each line has `at` (seconds of the monotonic clock, which all processes of the machine share), `what` (`begun`, `asks`
the terminal for the first time, `key`, `painted`, `sounds`, `ended`), `pid` of the process, `columns` and `rows` of the
terminal; `painted` also tells what page it was. `tests/terminal/app_in_terminal.py` starts it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from textual import events

from kiosk.startup.launch import launch
from kiosk.terminal.lettering import Plain
from kiosk.ui.app import KioskApp
from kiosk.ui.appearance import Appearance
from kiosk.visit.speech_text.utterance import Utterance

GIVEN_BACK_S = 0.5
"""Seconds for the terminal to change its font once the kiosk has ended."""


def main() -> None:
    """Runs until the kiosk ends."""
    log = Path(sys.argv[1]).open("a", buffering=1, encoding="utf-8")  # noqa: SIM115 - open as long as we run

    def tell(what: str, **more: object) -> None:
        columns, rows = os.get_terminal_size()
        line = {"at": time.monotonic(), "what": what, "pid": os.getpid(), "columns": columns, "rows": rows, **more}
        log.write(json.dumps(line) + "\n")

    on_event, painted = KioskApp.on_event, KioskApp.post_display_hook
    begin, started = Appearance.begin, KioskApp.started

    def note_question(self: Appearance, now: float) -> None:
        tell("asks")
        begin(self, now)

    def note_sound(self: KioskApp, utterance: Utterance) -> None:
        tell("sounds", words=utterance.text)
        started(self, utterance)

    async def note_key(self: KioskApp, event: events.Event) -> None:
        if isinstance(event, events.Key):
            tell("key", key=event.key)
        await on_event(self, event)

    def note_painted(self: KioskApp) -> None:
        painted(self)
        page, look = self.attendant.page, self.view._lettering
        grid = [self.size.width, self.size.height]
        focus = page.choices[page.focus].label if page.choices else ""
        settled = self._appearance is not None and self._appearance.settled
        fits = settled and len(page.rows) == look.grid(*grid).height
        size = look.size if isinstance(look, Plain) else None
        told = {
            "text": ["".join(segment.text for segment in row) for row in page.rows],
            "pieces": [[segment.text for segment in row] for row in page.rows],
            "page": page.sheet,
            "number": page.number,
            "focus": focus,
            "status": page.status,
            "size": size,
            "cells": look.rows,
        }
        tell("painted", grid=grid, fits=fits, **told)

    KioskApp.on_event = note_key  # type: ignore[method-assign]
    KioskApp.post_display_hook = note_painted  # type: ignore[method-assign]
    KioskApp.started = note_sound  # type: ignore[method-assign]
    Appearance.begin = note_question  # type: ignore[method-assign]
    time.sleep(GIVEN_BACK_S)  # the window manager has made the window as large as the screen
    tell("begun")
    status = launch(Path(sys.argv[2]), Path(sys.argv[3]))
    time.sleep(GIVEN_BACK_S)
    tell("ended", status=status)


if __name__ == "__main__":
    main()
