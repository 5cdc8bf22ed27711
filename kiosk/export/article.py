"""An `Article`: a topic as a whole, with its cards and questions, made from the sheets that the kiosk shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kiosk.content.model.library import Library, Topic
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.card_sheets import cards_of, is_index
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.names import DISCLAIMER, QUESTIONS
from kiosk.visit.terms.sheet import Part, Role, Sheet
from kiosk.visit.terms.told import Told
from kiosk.visit.terms.wording import Wording

WHOLE = Grid(120, 100_000)
"""So large that a place is one page, with its picture."""


class Section(NamedTuple):
    """Parts below one heading."""

    heading: Part | None
    parts: tuple[Part, ...]


class Article(NamedTuple):
    """One topic."""

    name: str
    title: Told
    language: str
    """Of the title and of parts without a language of their own."""
    approved: bool
    """True if a clinician has approved exactly this page, or if it is one of the kiosk's own."""
    sections: tuple[Section, ...]
    notes: tuple[Part, ...]
    """Who approved it, when it was changed, where its facts are from."""


def sheets_in(library: Library, language: str, wordings: Mapping[str, Wording]) -> Sheets:
    """Return the places in one language, without a screen."""
    return view_of(library, WHOLE, language, wordings).sheets


def article(sheets: Sheets, name: str) -> Article:
    """Return the topic `name`. Raises KeyError if there is none."""
    topic = sheets.library.topic(name, sheets.language)
    sheet = sheets.sheet(name)
    notes = tuple(sheets.provenance.of(topic))
    other = "" if topic.language == sheets.language else topic.language
    if is_index(topic):
        opened = [sheets.sheet(card.place) for card in cards_of(topic)]
        sections = [_of_card(each, other) for each in opened]
    else:
        sections = list(_sections(_without(sheet.parts, notes)))
    extra = f"{name}/{QUESTIONS}"
    if sheets.has(extra):
        sections.append(_of_questions(sheets.sheet(extra)))
    return Article(name, sheet.told, topic.language, topic.approved or topic.built_in, tuple(sections), notes)


def start_article(sheets: Sheets) -> Article:
    """Return the start page, without what it says about the keys of a kiosk."""
    topic: Topic = sheets.library.topic(DISCLAIMER, sheets.language)
    sheet = sheets.sheet(DISCLAIMER)
    keys = sheets.helping.how_to_move()
    parts = [part for part in sheet.parts if part.text != keys]
    notes = tuple(part for part in parts if part.role is Role.NOTE)
    sections = tuple(_sections(_without(parts, notes)))
    approved = topic.approved or topic.built_in
    return Article(DISCLAIMER, sheet.told, topic.language, approved, sections, notes)


def _without(parts: tuple[Part, ...] | list[Part], notes: tuple[Part, ...]) -> list[Part]:
    said = {note.text for note in notes}
    return [part for part in parts if part.text not in said]


def _sections(parts: list[Part]) -> Iterator[Section]:
    """Yield the parts by their headings; each care card is a section too."""
    heading: Part | None = None
    held: list[Part] = []
    for part in parts:
        if part.role is Role.HEADING or part.role is Role.LEVEL:
            if heading or held:
                yield Section(heading, tuple(held))
            heading, held = part, []
        else:
            held.append(part)
    if heading or held:
        yield Section(heading, tuple(held))


def _of_card(sheet: Sheet, language: str) -> Section:
    """Return a care card below its name; its level stays the first part."""
    level = next(part.level for part in sheet.parts)
    title = Part(Role.HEADING, sheet.title, level, language=language, numbers=sheet.numbers)
    return Section(title, tuple(part for part in sheet.parts if part.role is not Role.NOTE))


def _of_questions(sheet: Sheet) -> Section:
    """Return the questions to ask, without the title of the topic and without what its page says itself."""
    kept = [part for part in sheet.parts if part.role not in (Role.HEADING, Role.NOTE)]
    return Section(Part(Role.HEADING, sheet.title), tuple(kept))
