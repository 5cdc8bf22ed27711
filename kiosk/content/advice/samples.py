"""Warnings that the content is still a sample, and that the clinic's particulars are not yet sure.

`check` gives them with their lines; a running kiosk counts the samples, for the sign on the start page.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kiosk.content.files.particulars_file import has_night_number, read_particulars, unconfirmed
from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library
from kiosk.content.model.samples import Sample, original_of, samples_in, samples_of_clinic
from kiosk.content.model.word_rules import touching
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.yaml_events import Reader

CODE = "sample"
CLINIC_FILE, WORDS_FILE = "clinic.yaml", "words.yaml"
CONFIRM = 'kiosk approve --clinic --by "NAME"'
"""The command that records who made sure of the clinic's particulars."""
NIGHT = "Nobody knows whom to call at night."
NIGHT_FIX = (
    "Add a line “night-phone:” with the number that is answered when you are closed, or “answered: day and night” if "
    "somebody always answers the other one."
)
_TO_TYPE = {
    "name": "Type your clinic's name.",
    "phone": "Type your number with its area code.",
    "night-phone": "Type the number that is answered at night, with its area code.",
    "crisis-line": "Type the number of the crisis line, or delete the line.",
}


def sample_diagnostics(library: Library) -> tuple[Diagnostic, ...]:
    """Return what in `library` is still a sample, as warnings without lines."""
    return tuple(
        Diagnostic(sample.file, 0, 0, CODE, *_told(sample, library), Level.WARNING) for sample in samples_in(library)
    )


def warn_about_samples(files: Iterable[TopicFile], library: Library, notes: dict[str, Diagnostics]) -> None:
    """Warn about each text that is still a sample, on its line; of copies `files.translations` warns."""
    by_name = {f"{file.language}/{file.name}.yaml": file for file in files}
    for sample in samples_in(library):
        if sample.is_copy:
            continue
        about = notes[sample.file]
        file = by_name.get(sample.file)
        line = file.line_of(sample.path or "title") if file else line_of_field(about, sample.path)
        about.warn(CODE, *_told(sample, library), line=line)


def warn_about_particulars(folder: Path, library: Library, notes: dict[str, Diagnostics], reader: Reader) -> None:
    """Warn if nobody knows whom to call at night, or if nobody has made sure of the clinic's name and numbers.

    Also if a pronunciation changes a number: an approval does not cover that, since it does not cover the number.
    """
    clinic = library.clinic
    confirmations, about_record = read_particulars(folder, reader)
    notes[about_record.file] = about_record
    about = notes[CLINIC_FILE]
    if not has_night_number(clinic):
        about.warn("no-night-phone", NIGHT, NIGHT_FIX, line=line_of_field(about, "phone"))
    typed = {sample.words for sample in samples_of_clinic(clinic)}
    missing = [each for each in unconfirmed(clinic, confirmations) if each.words not in typed]
    if missing:
        about.warn(
            "not-confirmed",
            f"Nobody has recorded that this is right: {', '.join(dict.fromkeys(each.words for each in missing))}.",
            f"Make sure of it, then run “{CONFIRM}”.",
            line=line_of_field(about, missing[0].what),
        )

    _warn_about_pronunciations(library, notes[WORDS_FILE])


def _warn_about_pronunciations(library: Library, about: Diagnostics) -> None:
    numbers = tuple(filter(None, library.clinic.numbers.values()))
    rules = {rule for language in library.topics for rule in touching(library.words, language, numbers)}
    for rule in sorted(rules, key=lambda rule: rule.write):
        line = next((n for n, line in enumerate(about.lines, 1) if "write:" in line and rule.write in line), 0)
        about.warn(
            "number-changed",
            f"“{shortened(rule.write, 40)}” changes how one of the clinic's numbers is said.",
            "Delete these lines, or choose other words for “write”.",
            line=line,
        )


def line_of_field(diagnostics: Diagnostics, name: str) -> int:
    """Return the line of a field of `clinic.yaml`; 0 if it is not there."""
    return next((n for n, line in enumerate(diagnostics.lines, 1) if line.startswith(f"{name}:")), 0)


def _told(sample: Sample, library: Library) -> tuple[str, str]:
    """Return message and fix."""
    if sample.is_copy:
        language = sample.file[:2]
        original = original_of(library.topics[language][Path(sample.file).stem], library)
        theirs = language_name(original.language if original else library.clinic.languages[0])
        return (
            f"Most of this is still the {theirs} text: “{shortened(sample.words, 40)}”.",
            f"Translate it, or delete the file, and patients read it in {theirs}.",
        )
    message = f"This is still the sample: “{shortened(sample.words, 40)}”."
    return message, _TO_TYPE.get(sample.path, "Type your own words, or delete it.")
