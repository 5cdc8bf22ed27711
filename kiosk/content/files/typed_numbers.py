"""Finds the clinic's own telephone numbers where staff typed them into a topic.

A typed number stays when the clinic's changes, and the voice has to guess that it is one.
"""

import re
from collections.abc import Iterator

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.library import Clinic
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import walk

EMERGENCY = "emergency-number"
_EVERYWHERE = ("911", "112", "999")
"""Emergency numbers that many people know by heart."""
_LONG = 5
"""Digits from which on a number may be written with signs between them."""
_UNIT = r"\s?(?:mc?g|µg|kg|g|m?L|ml|dL|mmHg|bpm|cells)\b|\s?[%°/]"
_ENDS = rf"(?!\w|[-.,:/]\d|{_UNIT})"


def check_typed_numbers(file: TopicFile, clinic: Clinic) -> None:
    """Record an error for an emergency number in a card, and a warning for any other number of the clinic."""
    if file.entries is None:
        return
    patterns = list(_patterns(clinic))
    for found in walk(file.entries, TOPIC):
        if not any(sign.isdecimal() for sign in found.words):
            continue
        for name, pattern in patterns:
            match = pattern.search(found.words)
            if match is None:
                continue
            in_card = name == EMERGENCY and found.path.startswith("cards/")
            record = file.diagnostics.add if in_card else file.diagnostics.warn
            record(
                "typed-number",
                f"“{match.group().strip()}” is typed by hand, so it stays when the number changes.",
                f"Type <{name}> in its place.",
                line=found.line(found.words[match.start() :], file.diagnostics.lines),
            )
            break


def _patterns(clinic: Clinic) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each placeholder of a number with the pattern of that number."""
    for name, number in clinic.numbers.items():
        known = (number, *_EVERYWHERE) if name == EMERGENCY else (number,)
        digits = sorted({re.sub(r"\D", "", each) for each in known} - {""})
        if digits:
            written = "|".join((r"[\s().-]*" if len(each) >= _LONG else "-?").join(each) for each in digits)
            yield name, re.compile(rf"(?<![\w$€£#])(?<!\d[.,:/-])\+?\(?(?:{written}){_ENDS}")
