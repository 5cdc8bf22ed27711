"""The emergency cards of “I feel unwell”: there must be one, and its number must be the clinic's own."""

from __future__ import annotations

import re

from kiosk.content.model.block import Block, Role
from kiosk.content.model.library import Clinic, Topic, Urgency
from kiosk.content.model.required import WITH_CARDS

NUMBER = "<emergency-number>"
_KNOWN = ("911", "112")
"""Emergency numbers of North America and of Europe, in addition to the clinic's own."""
_DIALED = re.compile(r"(?<![\d.])\+?\(?\d(?:[ ()-]{0,2}\d){2,}(?![\d.]\d)")
"""Three digits or more in a row, as a number is typed that one can dial."""


def has_emergency_card(topic: Topic) -> bool:
    """True if `topic` has a card of the level `emergency`, or need not have one."""
    return topic.name not in WITH_CARDS or bool(_emergency_cards(topic))


def typed_by_hand(topic: Topic, clinic: Clinic) -> tuple[Block, str] | None:
    """Return the first text with an emergency number that is typed in place of `<emergency-number>`, and the number.

    On an emergency card whom to contact is said with placeholders only, so there any number counts. None if there is
    no such text.
    """
    numbers = dict.fromkeys((clinic.emergency_number, *_KNOWN))
    known = re.compile("|".join(rf"(?<![\d.-]){re.escape(number)}(?![\d-])(?!\.\d)" for number in numbers if number))
    cards = _emergency_cards(topic) if topic.name in WITH_CARDS else ()
    for block in topic.blocks:
        if block.role in (Role.ADDRESS, Role.SOURCE, Role.REFERENCE):
            continue
        pattern = _DIALED if block.role is Role.CONTACT and block.group in cards else known
        if found := pattern.search(block.as_written):
            return block, found[0]
    return None


def _emergency_cards(topic: Topic) -> tuple[str, ...]:
    """Return the paths of the cards of the level `emergency`."""
    return tuple(
        block.group for block in topic.blocks if block.role is Role.LEVEL and block.text == Urgency.EMERGENCY.value
    )
