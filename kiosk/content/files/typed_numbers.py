"""Finds telephone numbers that staff typed into a topic in place of a placeholder.

A typed number stays when the clinic's changes, and the voice has to guess that it is one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.block import Role
from kiosk.content.model.library import Clinic, Urgency
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import walk

EMERGENCY = "emergency-number"
_EVERYWHERE = ("911", "112", "999")
"""Emergency numbers that many people know by heart."""
_LONG = 5
"""Digits from which on a number may be written with signs between them."""
_UNIT = r"\s?(?:mc?g|µg|kg|g|m?L|ml|dL|mmHg|bpm|cells)\b|\s?[%°/]"
_STARTS = r"(?<![\w$€£#])(?<!\d[.,:/-])"
_ENDS = rf"(?!\w|[-.,:/]\d|{_UNIT})"
_ANY = re.compile(rf"{_STARTS}\+?\(?\d(?:[\s().-]{{0,2}}\d){{2,}}{_ENDS}")
"""Three digits or more in a row, as a number is typed that can be dialed."""
_TO_DO = (Role.LEAD, Role.CONTACT, Role.POINT)
"""What an emergency card says to do: only placeholders belong there, so any number counts."""
_NOT_SAID = (Role.ADDRESS, Role.SOURCE, Role.REFERENCE)


class Words(NamedTuple):
    """One text of a topic, as in the file."""

    path: str
    role: Role
    words: str


class TypedNumber(NamedTuple):
    """A number that was typed by hand."""

    path: str
    """Of its text."""
    words: str
    """Its text, from the number on."""
    number: str
    name: str
    """The placeholder that belongs there, such as `phone`."""
    in_the_way: bool
    """True if patients in an emergency could dial the wrong number: it is in a care card."""


def typed_numbers(texts: Iterable[Words], clinic: Clinic) -> Iterator[TypedNumber]:
    """Yield the first typed number of each text of a topic."""
    patterns = list(_patterns(clinic))
    emergency = ""
    for text in texts:
        if text.role is Role.LEVEL and text.words == Urgency.EMERGENCY.value:
            emergency = text.path.removesuffix("level")
        if text.role in _NOT_SAID or not any(sign.isdecimal() for sign in text.words):
            continue
        is_first_aid = bool(emergency) and text.path.startswith(emergency) and text.role in _TO_DO
        for name, pattern in [*patterns, (EMERGENCY, _ANY)] if is_first_aid else patterns:
            if found := pattern.search(text.words):
                in_card = is_first_aid or (name == EMERGENCY and text.path.startswith("cards/"))
                yield TypedNumber(text.path, text.words[found.start() :], found.group().strip(), name, in_card)
                break


def check_typed_numbers(file: TopicFile, clinic: Clinic) -> None:
    """Record an error for a number that is in the way in an emergency, and a warning for any other of the clinic."""
    if file.entries is None:
        return
    found = {each.path: each for each in walk(file.entries, TOPIC)}
    texts = [Words(each.path, each.role, each.words) for each in found.values()]
    for typed in typed_numbers(texts, clinic):
        record = file.diagnostics.add if typed.in_the_way else file.diagnostics.warn
        record(
            "typed-number",
            f"“{typed.number}” is typed by hand, so it stays when the number changes.",
            f"Type <{typed.name}> in its place.",
            line=found[typed.path].line(typed.words, file.diagnostics.lines),
        )


def _patterns(clinic: Clinic) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each placeholder of a number with the pattern of that number."""
    for name, number in clinic.numbers.items():
        known = (number, *_EVERYWHERE) if name == EMERGENCY else (number,)
        digits = sorted({re.sub(r"\D", "", each) for each in known} - {""})
        if digits:
            written = "|".join((r"[\s().-]*" if len(each) >= _LONG else "-?").join(each) for each in digits)
            yield name, re.compile(rf"{_STARTS}\+?\(?(?:{written}){_ENDS}")
