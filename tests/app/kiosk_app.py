"""The app for tests: a library, and whatever else a test sets."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.content.model.library import Library
from kiosk.ui.app import KioskApp
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.wording import Wording


def lit(app: KioskApp, *what: str) -> list[str]:
    """The rows of the screen as far as they look like what sounds: like the "sentence", the "word", or either."""
    styles = {each: app.view.get_component_rich_style(f"page-view--{each}") for each in what}
    rows = [
        "".join(
            segment.text
            for segment in app.view.render_line(y)
            if segment.style is not None
            and any(
                segment.style.bgcolor == style.bgcolor and (each == "sentence" or segment.style.color == style.color)
                for each, style in styles.items()
            )
        )
        for y, row in enumerate(app.attendant.page.rows)
        if any(piece.part is not None for piece in row)
    ]
    return [row for row in rows if row]


def kiosk_app(
    library: Library,
    narrator: Any = None,
    clock: Callable[[], float] = time.monotonic,
    wordings: Mapping[str, Wording] | None = None,
    machine: Machine | None = None,
    **options: Any,
) -> KioskApp:
    """`narrator`: what stands in for the voice; None for a kiosk without sound. `options`: see `KioskApp`."""
    visitors = Attendant(library, Grid(80, 24), clock(), wordings, machine=machine)
    return KioskApp(visitors, (lambda app: narrator) if narrator is not None else None, clock=clock, **options)
