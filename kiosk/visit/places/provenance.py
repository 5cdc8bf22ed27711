"""Says of texts who approved them and when, when they were last changed, and where their facts are from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kiosk.content.model.languages import language_of
from kiosk.content.model.library import Library, Topic
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.terms.sheet import Part, Role
from kiosk.visit.terms.wording import Wording

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Provenance:
    """The small print of topics, in one language."""

    def __init__(self, language: str, wording: Wording, clinic_words: ClinicWords) -> None:
        self._language = language
        self._wording = wording
        self._clinic_words = clinic_words

    def of(self, topic: Topic) -> list[Part]:
        """Return who approved a topic, when it was last changed, and where its facts are from."""
        w = self._wording
        day = self._date(topic.last_changed)
        changed = w("We last changed this text on {date}.", date=day)
        if topic.newer_in and not topic.groups("cards"):  # nothing may distract from the cards
            newer = self.name_of(topic.newer_in)
            changed = w("This text is from {date}. The {language} version is newer.", date=day, language=newer)
        review = topic.review
        if topic.approved and review.reviewed:
            reviewed = self._date(review.reviewed)
            text = w(
                "Reviewed by {name}, {role}, on {date}.",
                name=review.reviewer,
                role=review.role,
                date=reviewed,
            )
            if topic.overdue:
                text = f"{text} {w('The review of this page is overdue.')}"
        else:
            text = w("Not yet approved by a clinician.")
        if topic.translation and topic.translation.machine:
            text = f"{text} {w('A computer translated this page, and no translator has checked it.')}"
        notes = [Part(Role.NOTE, f"{text} {changed}")]
        written = "; ".join(block.as_written for block in topic.blocks if block.role is Role.SOURCE)
        if written:  # built-in pages have no sources
            names = self._clinic_words.told(written)
            told = names.inside(w("Sources: {names}.", names=names.text))
            notes.append(Part(Role.NOTE, told.text, numbers=told.numbers))
        return notes

    def name_of(self, language: str) -> str:
        """Return the name of a language in the visitor's, or in itself if it has no name there."""
        entry = language_of(language)
        called = self._wording(entry.name) if entry.in_catalogues else entry.name
        return called if called != entry.name or self._language == "en" else entry.own_name

    def _date(self, day: date) -> str:
        month = self._wording(_MONTHS[day.month - 1])
        return self._wording("{month} {day}, {year}", month=month, day=day.day, year=day.year)

    def of_all(self, topics: Sequence[Topic]) -> list[Part]:
        """Return the sentence that says how many of the clinic's pages were checked; nothing if it has none to show."""
        w = self._wording
        own = [topic for topic in topics if not topic.built_in]
        days = [topic.review.reviewed for topic in own if topic.holds and topic.review.reviewed]
        if not own:
            return []
        if not days:
            text = w("No doctor or nurse here has checked these pages yet.")
        elif len(days) < len(own):
            text = w("A doctor or nurse here has checked some of these pages. Each page says if it was checked.")
        elif min(days) == max(days):
            text = w("A doctor or nurse here checked these pages on {date}.", date=self._date(days[0]))
        else:
            first, last = self._date(min(days)), self._date(max(days))
            text = w("A doctor or nurse here checked these pages between {first} and {last}.", first=first, last=last)
        return [Part(Role.NOTE, text)]


def is_by_machine(library: Library, language: str) -> bool:
    """Return True if a computer translated words of the kiosk or a page into `language`, and nobody checked it."""
    own = (topic.translation for topic in library.topics.get(language, {}).values() if not topic.untranslated)
    words = library.catalogues.get(language)
    return bool(words and words.machine) or any(made.machine for made in own if made)
