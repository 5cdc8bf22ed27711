"""Which process of the kiosk's unit is which, by its number outside the machine."""

from __future__ import annotations

from acceptance.evening import UNIT, Evening
from acceptance.failed import StepFailedError
from acceptance.machine import first_child


def session_of(evening: Evening) -> int:
    """The first one, which systemd has started."""
    return _only(evening, "/session ")


def supervisor_of(evening: Evening) -> int:
    """The first of the kiosk's own."""
    found = _all(evening, " -m kiosk run ")
    return next(number for number in found if first_child(number) in found)


def app_of(evening: Evening) -> int:
    """Its child, which draws."""
    app = first_child(supervisor_of(evening))
    if app is None:
        raise StepFailedError("the app does not run")
    return app


def voice_of(evening: Evening) -> int:
    """Who speaks."""
    return _only(evening, " -m kiosk.speech.voice_process ")


def restarts(evening: Evening) -> int:
    """How often systemd has started the unit again."""
    return int(evening.machine.unit(UNIT, "NRestarts")["NRestarts"])


def _all(evening: Evening, part: str) -> list[int]:
    found = [number for number, line in evening.machine.processes(UNIT).items() if part in f"{line} "]
    if not found:
        raise StepFailedError(f"no process “{part.strip()}” runs")
    return found


def _only(evening: Evening, part: str) -> int:
    return _all(evening, part)[0]
