"""`kiosk approve --clinic`: record who made sure that the clinic's name and numbers are right."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.topics import refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.content.advice.samples import CONFIRM
from kiosk.content.approval.record_particulars import record
from kiosk.content.files.particulars_file import (
    FILE,
    Confirmation,
    Particular,
    particulars_of,
    read_particulars,
    unconfirmed,
)
from kiosk.content.history.keep import kept
from kiosk.content.model.library import Clinic
from kiosk.content.model.samples import samples_of_clinic
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.machine.files import rewrite

_QUESTIONS = {
    "name": "Is “{words}” the name of your clinic?",
    "phone": "Please dial {words} on another phone now. Did your clinic answer?",
    "answered": "Please dial {words} while you are closed. Did somebody answer?",
    "night-phone": "Please dial {words} on another phone. Is it answered at night?",
    "emergency-number": "Is {words} the number for an ambulance where you are? Please do not dial it to find out.",
    "crisis-line": "Is {words} the crisis line for people who do not want to live any more?",
}
_DIALED = ("phone", "answered", "night-phone")


def somebody_can_answer() -> bool:
    """True at a terminal, false in a script."""
    return sys.stdin.isatty()


def missing_in(folder: Path, clinic: Clinic) -> tuple[Particular, ...]:
    """Return the particulars of `clinic` that nobody has confirmed as they are now."""
    return unconfirmed(clinic, read_particulars(folder, fastest_reader())[0])


def confirm(folder: Path, clinic: Clinic, asked: Iterable[Particular], by: str, dialed: bool) -> None:
    """Ask about each particular in `asked`, unless all were `dialed` before; record the answers as those of `by`.

    Exits with status 1 if a particular is a sample, if one is not confirmed, or if nobody can be asked.
    """
    asked = tuple(asked)
    for sample in samples_of_clinic(clinic):
        refuse(f"“{sample.words}” is still the sample. Type your own into {folder / sample.file} first.")
    if not dialed:
        if not somebody_can_answer():
            words = ", ".join(each.words for each in asked)
            command = as_typed(f"“{CONFIRM} --dialed”", folder)
            refuse(f"Nobody has recorded that this is right: {words}. Dial your own numbers, and then run {command}.")
        for each in asked:
            if not click.confirm(_QUESTIONS[each.what].format(words=each.words)):
                refuse(f"Nothing was recorded. Correct “{each.what}” in {folder / 'clinic.yaml'}, and try again.")
    today = date.today()
    known, _ = read_particulars(folder, fastest_reader())
    new = [Confirmation(each.what, each.words, by, today) for each in asked]
    try:
        with kept(folder, "numbers confirmed", by):
            rewrite(folder / FILE, record(particulars_of(clinic), [*known, *new]))
    except OSError as error:
        refuse(f"The file {folder / FILE} could not be written ({error.strerror}). Nothing was recorded.")
    for each in asked:
        how = "dialed and answered" if each.what in _DIALED else "confirmed"
        click.echo(f"{each.what}: {each.words}, {how} on {today}, by {by}.")
