"""The checks of `kiosk doctor` on the content: texts that are samples, numbers nobody dialed, translations, reviews."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.machine.health_check import HealthCheck
from kiosk.commands.review.confirm_clinic import missing_in
from kiosk.content.advice.review_dates import DUE_SOON_DAYS
from kiosk.content.advice.samples import CONFIRM, NIGHT, NIGHT_FIX, sample_diagnostics
from kiosk.content.files.particulars_file import has_night_number
from kiosk.content.files.topic_file import approve_command
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library, Topic
from kiosk.content.parsing.diagnostic import errors
from kiosk.content.reader import read_content
from kiosk.machine.paths import SAMPLE

_NAMED = 3
"""How many things are named before “and more”."""


def examine_content(folder: Path, today: date) -> list[HealthCheck]:
    """Run the checks of the content in `folder`."""
    reading = read_content(folder)
    wrong = errors(reading.diagnostics)
    found = [
        HealthCheck("Content", "bad", f"{each.place}: {each.message}", as_typed(each.fix, folder)) for each in wrong[:1]
    ]
    if reading.library is None or reading.everything is None:
        return found
    return [
        *(found or [_texts(folder, reading.everything, len(reading.diagnostics))]),
        _numbers(folder, reading.everything),
        *_translations(reading.library, folder),
        _reviews(folder, reading.library, reading.everything, today),
    ]


def _texts(folder: Path, library: Library, warnings: int) -> HealthCheck:
    samples = sample_diagnostics(library)
    if folder == SAMPLE:
        to_do = "Create your clinic's own texts with “kiosk init”, and name them with --content."
        return HealthCheck("Content", "bad", "The kiosk shows its sample texts.", to_do)
    if samples:
        found = _some([f"{each.place}: {each.message}" for each in samples], " ")
        return HealthCheck("Content", "bad", found, f"{samples[0].fix} {as_typed('See “kiosk check”.', folder)}")
    if warnings:
        return HealthCheck("Content", "note", f"{warnings} warnings.", as_typed("See “kiosk check”.", folder))
    return HealthCheck("Content", "good", f"No error in {folder}.")


def _numbers(folder: Path, library: Library) -> HealthCheck:
    """Check that patients can be told whom to call at any hour, and that somebody has dialed the numbers."""
    if not has_night_number(library.clinic):
        return HealthCheck("Numbers", "bad", NIGHT, NIGHT_FIX)
    missing = missing_in(folder, library.clinic)
    if missing:
        found = f"Nobody has recorded that this is right: {_some([each.words for each in missing], ', ')}."
        return HealthCheck("Numbers", "note", found, as_typed(f"Make sure of it, then run “{CONFIRM}”.", folder))
    return HealthCheck("Numbers", "good", "The clinic's name and numbers are confirmed.")


def _translations(library: Library, folder: Path) -> list[HealthCheck]:
    """Return a check for each language in which patients read texts that are older than the originals."""
    checks: list[HealthCheck] = []
    for language, own in library.topics.items():
        older = [topic for topic in own.values() if topic.newer_in]
        if not older:
            continue
        named = ", ".join(f"{topic.name} of {topic.last_changed}" for topic in older)
        found = f"Readers of {language_name(language)} keep older texts: {named}."
        if cards := [topic.name for topic in older if topic.groups("cards")]:
            found += f" In an emergency they get older advice: {', '.join(cards)}."
        to_do = as_typed("Have these translated as soon as you can; “kiosk check” says what to run then.", folder)
        checks.append(HealthCheck("Translations", "note", found, to_do))
    return checks


def _reviews(folder: Path, library: Library, everything: Library, today: date) -> HealthCheck:
    topics = [topic for own in everything.topics.values() for topic in own.values()]
    late = [topic for topic in topics if topic.approved and topic.review.due and topic.review.due < today]
    if late:
        since = min(topic.review.due for topic in late if topic.review.due)
        found = f"The review of {_some([_name(topic) for topic in late], ', ')} is overdue, since {since}."
        to_do = f"Have it reviewed, then run “{approve_command(late[0].language, late[0].name)}”."
        return HealthCheck("Reviews", "bad", found, as_typed(to_do, folder))
    waiting = [topic for topic in topics if not topic.approved]
    if library.withheld:
        found = f"{len(library.withheld)} texts are hidden from patients, because no clinician has approved them."
        to_do = "Ask a clinician to read them, or see show-unapproved in clinic.yaml."
        return HealthCheck("Reviews", "note", found, to_do)
    if waiting:
        found = f"{len(waiting)} of {len(topics)} texts are not approved by a clinician; patients are told so."
        return HealthCheck("Reviews", "note", found, "Ask a clinician to read them.")
    due = min((topic.review.due for topic in topics if topic.review.due), default=None)
    if due is None:
        return HealthCheck("Reviews", "good", "All texts are approved.")
    found = f"All texts are approved; the next review is due on {due}."
    return HealthCheck("Reviews", "note" if due <= today + timedelta(days=DUE_SOON_DAYS) else "good", found)


def _name(topic: Topic) -> str:
    return f"{topic.language}/{topic.name}"


def _some(words: list[str], between: str) -> str:
    """Return the first of `words` as one text, and how many more there are."""
    more = len(words) - _NAMED
    return between.join(words[:_NAMED]) + (f"{between}and {more} more" if more > 0 else "")
