"""What a visitor can take along on a phone: the web address of a topic, or a short text."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.model.library import Clinic, Topic
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.terms.told import Told

SCHEME = "http"
"""The start of every address and of no other text here."""
LONGEST = 400
"""Characters. A longer text makes a code too fine for the camera of an older phone."""


def texts_to_take(topic: Topic, clinic: Clinic, clinic_words: ClinicWords, language: str = "") -> Iterator[list[Told]]:
    """Yield what a code could hold, in lines, the best first; later ones are shorter, for smaller screens.

    If visitors are online: the vetted web address. If not: the title, the longest list of points with its heading, and
    the clinic's phone number. `language`: of the topic, if it is not the visitor's.
    """
    if clinic.visitors_online and topic.web_address:
        yield [Told(topic.web_address)]
        return
    lists = [_lines(topic, group, "heading") for group in topic.groups("sections")]
    lists += [_lines(topic, group, "contact", "when") for group in topic.groups("cards")[:1]]
    title, number = (
        clinic_words.title(topic.written_at("title"), language),
        clinic_words.told("<clinic>: <phone>", language),
    )
    told = [[told for line in lines if (told := clinic_words.told(line, language)).text] for lines in lists]
    longest = max(told, key=len, default=[])
    whole = [title, *longest, number]
    # The whole list or none: a shortened list would read as if there were no other symptoms.
    if len(longest) > 2 and len("\n".join(line.text for line in whole)) <= LONGEST:
        yield whole
    yield [title, number]


def without_scheme(address: str) -> str:
    """Return the address as people write it down."""
    return address.partition("://")[2].rstrip("/")


def _lines(topic: Topic, group: str, *leads: str) -> list[str]:
    """Return the texts of the fields `leads`, then the points of the group, as in the file."""
    wanted = (*(f"{group}/{name}" for name in leads), f"{group}/points")
    return [block.as_written for path in wanted for block in topic.blocks if block.is_under(path)]
