"""Warnings that only `check` gives staff: wording, dates, score sheets. The kiosk itself does not need them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path

from kiosk.content.advice.guesses import Listen, warn_about_guesses
from kiosk.content.advice.marks import warn_about_marks
from kiosk.content.advice.offers import warn_about_offers
from kiosk.content.advice.review_dates import warn_about_dates, warn_about_notice, warn_about_withheld
from kiosk.content.advice.samples import warn_about_particulars, warn_about_samples
from kiosk.content.advice.score_file import check_scores
from kiosk.content.advice.wording import warn_about_wording
from kiosk.content.files.glossary_file import FILE as GLOSSARY_FILE
from kiosk.content.files.glossary_file import read_glossary
from kiosk.content.files.notice_file import FILE as NOTICE_FILE
from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.word_rules import WordRule
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.yaml_events import Reader


def advise(
    folder: Path,
    files: Iterable[TopicFile],
    everything: Library | None,
    notes: dict[str, Diagnostics],
    today: date,
    reader: Reader,
    listen: Listen | None = None,
) -> None:
    """Add warnings to the diagnostics of all files in `folder`.

    Args:
        folder: The content folder.
        files: Its topics.
        everything: The library made from them, approved or not; None while the clinic's file has an error.
        notes: The diagnostics by file; those of further files are added.
        today: The day against which dates are checked.
        reader: The YAML reader.
        listen: Finds what the voice has to guess; None for no such warnings.
    """
    terms, notes[GLOSSARY_FILE] = read_glossary(folder, reader)
    files = list(files)
    for file in files:
        warn_about_wording(file, terms)
        warn_about_marks(file)
        if listen and everything:
            warn_about_guesses(file, everything.words, listen)
        topic = everything.topics.get(file.language, {}).get(file.name) if everything else None
        if everything and topic:
            warn_about_dates(file, topic, today)
            if not everything.clinic.show_unapproved:
                warn_about_withheld(file, topic)
    if everything:
        if everything.notice:
            warn_about_notice(everything.notice, notes[NOTICE_FILE], datetime.combine(today, time()))
        warn_about_samples(files, everything, notes)
        warn_about_particulars(folder, everything, notes, reader)
        warn_about_offers(everything.clinic, everything.languages, notes["languages.yaml"], notes["clinic.yaml"])
        check_scores(folder, everything, notes, reader)


def advise_on_topic(
    folder: Path,
    file: TopicFile,
    topic: Topic | None,
    today: date,
    reader: Reader,
    rules: Sequence[WordRule] = (),
    listen: Listen | None = None,
) -> None:
    """Add warnings to one topic in the content folder `folder`; `rules` and `listen` as for `warn_about_guesses`."""
    terms, _ = read_glossary(folder, reader)
    warn_about_wording(file, terms)
    warn_about_marks(file)
    if listen:
        warn_about_guesses(file, rules, listen)
    if topic:
        warn_about_dates(file, topic, today)
