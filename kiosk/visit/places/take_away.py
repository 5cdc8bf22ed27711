"""What a visitor can take along on a phone: the web address of a topic, or a short text."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.model.library import Clinic, Topic

SCHEME = "http"
"""The start of every address and of no other text here."""
LONGEST = 400
"""Characters. A longer text makes a code too fine for the camera of an older phone."""


def texts_to_take(topic: Topic, clinic: Clinic) -> Iterator[str]:
    """Yield what a code could hold, the best first; later ones are shorter, for smaller screens.

    If visitors are online: the vetted web address. If not: the title, the longest list of points with its heading, and
    the clinic's phone number, one per line.
    """
    if clinic.visitors_online and topic.web_address:
        yield topic.web_address
        return
    number = f"{clinic.name}: {clinic.phone}"
    lists = [_lines(topic, group, "heading") for group in topic.groups("sections")]
    lists += [_lines(topic, group, "contact", "when") for group in topic.groups("cards")[:1]]
    longest = max(lists, key=len, default=())
    whole = "\n".join(filter(None, [topic.title, *longest, number]))
    # The whole list or none: a shortened list would read as if there were no other symptoms.
    if len(longest) > 2 and len(whole) <= LONGEST:
        yield whole
    yield f"{topic.title}\n{number}"


def without_scheme(address: str) -> str:
    """Return the address as people write it down."""
    return address.partition("://")[2].rstrip("/")


def _lines(topic: Topic, group: str, *leads: str) -> tuple[str, ...]:
    """Return the texts of the fields `leads`, then the points of the group."""
    return (*(topic.text(f"{group}/{name}") for name in leads), *topic.texts(f"{group}/points"))
