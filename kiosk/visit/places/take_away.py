"""What a visitor can take along of a topic: the address of its page on the web, or a short text of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.model.library import Clinic, Topic

SCHEME = "http"
"""How an address starts, and no text of ours."""
LONGEST = 400
"""Letters of a text, beyond which the pattern would be too fine for the camera of an older phone."""


def texts_to_take(topic: Topic, clinic: Clinic) -> Iterator[str]:
    """What a code could hold, the best first; the later ones are shorter, for a screen with less room.

    Where visitors have a network, the vetted address. Where they have none: the title, the longest list of points
    under its heading, and the clinic's number, one to a line.
    """
    if clinic.visitors_online and topic.web_address:
        yield topic.web_address
        return
    number = f"{clinic.name}: {clinic.phone}"
    lists = [_lines(topic, group, "heading") for group in topic.groups("sections")]
    lists += [_lines(topic, group, "contact", "when") for group in topic.groups("cards")[:1]]
    longest = max(lists, key=len, default=())
    whole = "\n".join(filter(None, [topic.title, *longest, number]))
    # All of a list or none: one that ends early would read as if there were no other signs.
    if len(longest) > 2 and len(whole) <= LONGEST:
        yield whole
    yield f"{topic.title}\n{number}"


def without_scheme(address: str) -> str:
    """The address as people write it down."""
    return address.partition("://")[2].rstrip("/")


def _lines(topic: Topic, group: str, *leads: str) -> tuple[str, ...]:
    """The points of a group, with the texts of the fields `leads` before them."""
    return (*(topic.text(f"{group}/{name}") for name in leads), *topic.texts(f"{group}/points"))
