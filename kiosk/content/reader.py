"""Read a content folder: a `Library`, or the errors that prevent one.

1. `clinic.yaml` says which languages there are.
2. Each topic of each language is read by itself (`topic_file`), and so are the pronunciations (`words_file`).
3. The set is checked as a whole: the menu's topics exist, and so do those that a kiosk must have.
4. A `Library` is made only when no file has an error, so patients never get half of one. Only an error in the
   pronunciations or in a catalogue costs no more than the word that it is in, and one in a file of another language
   than the first no more than that file: its readers get the page in the first language.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.catalogue import Catalogue
from kiosk.content.files.build import clinic_of
from kiosk.content.files.clinic_file import read_clinic
from kiosk.content.files.folder import check_root, languages_in, topic_names
from kiosk.content.files.hashes import APPROVALS, CATALOGUE, resolved_once
from kiosk.content.files.languages_file import check_offers, read_languages
from kiosk.content.files.notice_file import read_notice
from kiosk.content.files.topic_file import TopicFile, read_topic_file
from kiosk.content.files.translations import compare
from kiosk.content.files.typed_numbers import check_typed_numbers
from kiosk.content.files.whole_set import check_languages, check_menu, check_required
from kiosk.content.files.words_file import FILE as WORDS_FILE
from kiosk.content.files.words_file import read_words
from kiosk.content.model.language_help import chosen
from kiosk.content.model.library import Clinic, Library, Topic
from kiosk.content.model.required import REQUIRED
from kiosk.content.model.unapproved import without_unapproved
from kiosk.content.model.word_rules import WordRule
from kiosk.content.own_words.catalogue_file import is_by_machine, is_catalogue, read_catalogue
from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.yaml_events import Reader, fastest_reader
from kiosk.content.record.approvals import read_approvals
from kiosk.content.record.bear_out import all_borne_out
from kiosk.content.schema.forms import LANGUAGE
from kiosk.content.schema.placeholders import AS_WRITTEN

if TYPE_CHECKING:
    from kiosk.content.advice.guesses import Listen


@dataclass(frozen=True)
class Reading:
    """The result of reading a content folder."""

    library: Library | None
    """What patients get; None if a diagnostic is an error outside words.yaml and the files of further languages."""
    diagnostics: tuple[Diagnostic, ...]
    """Of all files, by file and line; at most twenty a file."""
    everything: Library | None = None
    """The library with the unapproved texts that patients do not get; None if any file but words.yaml has an error."""
    wanted: tuple[str, ...] = ()
    """The topics that a kiosk needs, present or not: those in the menu and the required ones."""


@dataclass(frozen=True)
class TopicReading:
    """The result of reading one topic file."""

    topic: Topic | None
    """None if and only if a diagnostic is an error."""
    diagnostics: tuple[Diagnostic, ...]


def read_content(
    folder: Path,
    reader: Reader | None = None,
    advice_for: date | None = None,
    whole: bool = True,
    spoken: Sequence[WordRule] = (),
    listen: "Listen | None" = None,
    also: str = "",
) -> Reading:
    """Read and check everything in `folder`.

    Args:
        folder: Holds `clinic.yaml` and a folder for each language.
        reader: The YAML reader; the fastest available by default.
        advice_for: The day for which to add warnings about wording, reviews and score sheets; None for none.
        listen: With `advice_for`, finds what the voice has to guess; None for no such warnings.
        whole: Also read topics outside the menu where there are very many; see `hashes.ALL_READ`.
        also: A language that is read as if the clinic offered it, if it has a folder.
        spoken: The pronunciations that patients hear now; those that an error in words.yaml would lose are kept.

    Raises nothing, whatever the files contain.
    """
    folder = resolved_once(folder)
    reader = reader or fastest_reader()
    notes: dict[str, Diagnostics] = {}
    check_root(folder, notes)
    if notes[""].failed:
        return Reading(None, notes[""].report())
    document, about_clinic = read_clinic(folder, reader)
    notes[about_clinic.file] = about_clinic
    clinic = clinic_of(document) if document and not about_clinic.failed else None
    present = languages_in(folder)
    if clinic and also in present and also not in clinic.languages:
        clinic = replace(clinic, languages=(*clinic.languages, also))
    languages = clinic.languages if clinic else present or ("en",)
    wanted = tuple(dict.fromkeys((*clinic.offered, *REQUIRED))) if clinic else REQUIRED
    asked = None if whole else wanted
    files = {language: _read_language(folder, language, notes, reader, asked) for language in languages}
    catalogues: dict[str, Catalogue] = {}
    for language in languages:
        own_words, notes[f"{language}/{CATALOGUE}"] = read_catalogue(folder, language)
        catalogues |= {language: own_words} if own_words else {}
    words, about_words = read_words(folder, reader, spoken, languages[0])
    notes[about_words.file] = about_words
    notice, notes["notice.yaml"] = read_notice(folder, clinic, reader)
    language_help, notes["languages.yaml"] = read_languages(folder, reader)
    if clinic and document:
        check_offers(document, language_help, notes["languages.yaml"], about_clinic)
        language_help = chosen(language_help, clinic.offers, clinic.state)
        if not all(notes[language].failed for language in languages):  # a missing folder is one problem, not many
            check_menu(document, clinic, set().union(*files.values()), about_clinic)
            check_required(files, notes)
        # One that a computer made comes switched off, and the clinic is not asked to offer it.
        meant = tuple(each for each in present if each in languages or not is_by_machine(folder, each))
        check_languages(document, clinic, files, meant, about_clinic, notes)
        for topics in files.values():
            for file in topics.values():
                check_typed_numbers(file, clinic)
    records, notes[APPROVALS] = read_approvals(folder)
    everything = None
    if clinic:
        compared = _topics(files, clinic, words)
        all_borne_out(compared, files, records, clinic.reviewers)
        everything = Library(clinic, compared, words, notice, languages=language_help, catalogues=catalogues)
    if advice_for is not None:
        from kiosk.content.advice.advice import advise

        own = [file for topics in files.values() for file in topics.values()]
        advise(folder, own, everything, notes, advice_for, reader, listen)
    diagnostics = _all_problems(notes)
    wrong = [each for each in errors(diagnostics) if each.file != WORDS_FILE and not is_catalogue(each.file)]
    if everything is None or (wrong and not _others_stand_in(wrong, everything, wanted)):
        return Reading(None, diagnostics, wanted=wanted)
    return Reading(without_unapproved(everything), diagnostics, None if wrong else everything, wanted)


def _others_stand_in(wrong: Sequence[Diagnostic], library: Library, wanted: Sequence[str]) -> bool:
    """Return True if only files of other languages than the first are wrong, and every page is there in some language.

    Readers of such a language then get the page in the first one.
    """
    others = library.clinic.languages[1:]
    return all(each.file.partition("/")[0] in others for each in wrong) and all(
        any(name in own for own in library.topics.values()) for name in wanted
    )


def read_topic(
    path: Path,
    clinic: Clinic | None = None,
    reader: Reader | None = None,
    advice_for: date | None = None,
    listen: "Listen | None" = None,
) -> TopicReading:
    """Read and check one topic file on its own, to preview it during editing.

    Args:
        path: The file, in the folder of its language.
        clinic: Fills in the placeholders; by default the clinic whose folder contains the file. Without one,
            placeholders stay as written.
        reader: The YAML reader; the fastest available by default.
        advice_for: The day for which to add warnings about wording and reviews; None for none.
        listen: With `advice_for`, finds what the voice has to guess; None for no such warnings.

    Raises nothing, whatever the files contain.
    """
    reader = reader or fastest_reader()
    language = path.absolute().parent.name
    file = read_topic_file(path, path.name, language if LANGUAGE.fits(language) else "en", reader)
    rules, _ = read_words(path.absolute().parent.parent, reader)
    clinic = clinic or _clinic_around(path, reader)
    check_typed_numbers(file, clinic)
    topic = file.topic(clinic, rules)
    if advice_for is not None:
        from kiosk.content.advice.advice import advise_on_topic

        advise_on_topic(path.absolute().parent.parent, file, topic, advice_for, reader, rules, listen)
    return TopicReading(topic, file.diagnostics.report())


def _clinic_around(path: Path, reader: Reader) -> Clinic:
    """Return the clinic whose folder contains a topic, or one that leaves placeholders as written."""
    document, about = read_clinic(path.absolute().parent.parent, reader)
    if document and not about.failed:
        return clinic_of(document)
    return AS_WRITTEN


def _read_language(
    folder: Path, language: str, notes: dict[str, Diagnostics], reader: Reader, wanted: tuple[str, ...] | None
) -> dict[str, TopicFile]:
    """Return the topics of one language by name; add their diagnostics to `notes`. `wanted`: see `topic_names`."""
    files: dict[str, TopicFile] = {}
    for name in topic_names(folder / language, language, notes, wanted):
        shown = f"{language}/{name}.yaml"
        files[name] = read_topic_file(folder / language / f"{name}.yaml", shown, language, reader)
        notes[shown] = files[name].diagnostics
    return files


def _topics(
    files: dict[str, dict[str, TopicFile]], clinic: Clinic, words: tuple[WordRule, ...]
) -> dict[str, dict[str, Topic]]:
    """Return the topics of each language, compared with their originals."""
    topics = {
        language: {name: topic for name, file in own.items() if (topic := file.topic(clinic, words)) is not None}
        for language, own in files.items()
    }
    for name in dict.fromkeys(name for own in topics.values() for name in own):
        versions = {language: own[name] for language, own in topics.items() if name in own}
        compared = compare(versions, {language: files[language][name] for language in versions})
        for language, topic in compared.items():
            topics[language][name] = topic
    return topics


def _all_problems(notes: dict[str, Diagnostics]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of all files, by file and line."""
    return tuple(sorted(diagnostic for diagnostics in notes.values() for diagnostic in diagnostics.report()))
