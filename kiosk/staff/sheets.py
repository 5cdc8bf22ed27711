"""What the staff's pages hold. In English: they are for those who run commands and read messages in English, too."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from math import ceil

from kiosk.content.parsing.problem import Problem
from kiosk.staff.door import Door, Stage
from kiosk.staff.finding import Finding
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb

DOT = "●"
STATES = {"bad": "Not right", "note": "Please look", "good": "Right"}


class Errand(Enum):
    """What staff can do here."""

    DOCTOR = "doctor"
    MISTAKES = "mistakes"
    RESTART = "restart"
    END = "end"
    REALLY_END = "really-end"
    LEAVE = "leave"
    BACK = "back"


def _choice(label: str, errand: Errand) -> Choice:
    return Choice(label, Verb.ACT, errand.value)


_BACK = _choice("Back", Errand.BACK)


def pin_sheet(door: Door, now: float) -> Sheet:
    """The question for the PIN. Nothing of a visit is on it, and no digit."""
    wait_s = door.lock_out.left_s(now)
    if door.stage is Stage.CHECKING:
        text = "One moment."
    elif wait_s > 0:
        text = f"Too many wrong PINs. Wait {_waiting(wait_s)}."
    elif door.was_wrong:
        text = "That was not it. Enter the PIN."
    else:
        text = "Enter the PIN."
    parts = [Part(Role.TEXT, text)]
    if door.typed:
        parts.append(Part(Role.HEADING, DOT * door.typed))
    return Sheet("staff-pin", "Staff only", tuple(parts), (), ("Enter: done", "Esc: leave"))


def _waiting(seconds: float) -> str:
    """In steps, so that it is not said anew each second."""
    if seconds > 90:
        return f"{ceil(seconds / 60)} minutes"
    return f"{10 * ceil(seconds / 10)} seconds"


def desk_sheet(mistakes: int) -> Sheet:
    """What staff can choose from."""
    choices = (
        _choice("What works", Errand.DOCTOR),
        _choice(f"Mistakes in the texts: {mistakes}", Errand.MISTAKES),
        _choice("Start the kiosk again", Errand.RESTART),
        _choice("End the kiosk", Errand.END),
        _choice("Leave this page", Errand.LEAVE),
    )
    return Sheet("staff", "For staff", (), choices, ("Enter: choose", "Esc: leave"), is_list=True)


def looking_sheet() -> Sheet:
    """While it is found out what works."""
    return Sheet("staff-looking", "What works", (Part(Role.TEXT, "Looking. One moment."),), (_BACK,), ())


def findings_sheet(findings: Sequence[Finding]) -> Sheet:
    """What works on this machine, and what to do about the rest."""
    parts: list[Part] = []
    for finding in findings:
        parts.append(Part(Role.HEADING, f"{finding.name}: {STATES[finding.state]}", with_next=True))
        parts.append(Part(Role.TEXT, " ".join(filter(None, (finding.found, finding.to_do)))))
    return Sheet("staff-findings", "What works", tuple(parts), (_BACK,), ())


def mistakes_sheet(problems: Sequence[Problem]) -> Sheet:
    """Why changed texts are not shown to patients."""
    parts = [Part(Role.TEXT, "There are none. Patients see the texts as they are in the files.")]
    if problems:
        parts = [Part(Role.TEXT, "Patients see the texts from before the change, until these are mended.")]
    for problem in problems:
        parts.append(Part(Role.HEADING, problem.place, with_next=True))
        parts.append(Part(Role.TEXT, f"{problem.message} {problem.fix}"))
    return Sheet("staff-mistakes", "Mistakes in the texts", tuple(parts), (_BACK,), ())


def end_sheet() -> Sheet:
    """Asked before the kiosk ends."""
    text = "Then nothing is shown to patients, until somebody starts it from outside or starts the machine anew."
    choices = (_choice("No, go back", Errand.BACK), _choice("Yes, end it", Errand.REALLY_END))
    return Sheet("staff-end", "End the kiosk?", (Part(Role.TEXT, text),), choices, ())
