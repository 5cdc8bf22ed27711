"""The care cards of a topic: a list of them by number, and each as a place of its own, such as `feel-unwell/2`.

A listener chooses from the list in a few seconds, instead of waiting until the right card is read out.
"""

from __future__ import annotations

from typing import NamedTuple

from kiosk.content.model.block import Block, Role
from kiosk.content.model.library import Topic, Urgency
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.grid import Grid
from kiosk.visit.terms.sheet import Choice, Part, Verb
from kiosk.visit.terms.wording import Wording

FIRST_POINTS = 2
"""Points that name a card without a name of its own."""


class Card(NamedTuple):
    """One care card."""

    place: str
    """The name of its place, such as `feel-unwell/2`."""
    urgency: Urgency
    name: str
    """The words for it in the list."""
    action: str
    """What to do, as a short sentence."""
    blocks: tuple[Block, ...]


def cards_of(topic: Topic) -> tuple[Card, ...]:
    """Return the care cards of `topic`, most urgent first."""
    return tuple(
        _card(topic, group, f"{topic.name}/{number}") for number, group in enumerate(topic.groups("cards"), 1)
    )


def is_index(topic: Topic) -> bool:
    """Return True if the page of `topic` is the list of its cards: it has several, and nothing else."""
    return len(topic.groups("cards")) > 1 and not topic.groups("sections")


def _card(topic: Topic, group: str, place: str) -> Card:
    blocks = tuple(block for block in topic.blocks if block.group == group)
    points = topic.texts(f"{group}/points")
    told = topic.text(f"{group}/here") or topic.text(f"{group}/contact")
    start, end = sentence_spans(told)[0]
    name = topic.text(f"{group}/name") or ", ".join(point.rstrip(".") for point in points[:FIRST_POINTS])
    return Card(place, Urgency.named(topic.text(f"{group}/level")), name, told[start:end], blocks)


class CardParts:
    """Describes cards in one language and on one grid."""

    def __init__(self, wording: Wording, grid: Grid) -> None:
        self._wording = wording
        self._grid = grid

    def label(self, card: Card) -> str:
        """Return the words for a card in the list, with its level."""
        return self._wording("{level}: {name}", level=self._wording(card.urgency.label), name=card.name)

    def head(self, card: Card) -> str:
        """Return what stands at the top of each further page of a card, so that no sign is without its level."""
        if not self._grid.roomy:  # the level stands in the title band
            return card.action
        level = self._wording(card.urgency.label)
        return self._wording("{level}, continued. {action}", level=level, action=card.action)

    def foremost(self, card: Card, language: str) -> list[Part]:
        """Return the parts above the list of all cards: the level and the action of the first one."""
        level = Part(Role.LEVEL, self._wording(card.urgency.label), card.urgency, with_next=True)
        return [level, Part(Role.CONTACT, card.action, card.urgency, language=language)]

    def choices(self, cards: tuple[Card, ...], language: str) -> tuple[Choice, ...]:
        """Return the choices that open the cards."""
        return tuple(Choice(self.label(card), Verb.OPEN, card.place, language, card.urgency) for card in cards)

    def onward(self, cards: tuple[Card, ...], number: int, language: str) -> tuple[Choice, ...]:
        """Return the choice that leads from card `number` (0-based) to the next one, if any."""
        if number + 1 == len(cards):
            return ()
        following = cards[number + 1]
        small = not self._grid.roomy
        label = self._wording("Next card") if small else self._wording("Next: {name}", name=following.name)
        return (Choice(label, Verb.OPEN, following.place, language, following.urgency),)
