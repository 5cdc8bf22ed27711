"""The care cards of a topic: a list of them by number, and each as a place of its own, such as `feel-unwell/2`.

A listener chooses from the list in a few seconds, instead of waiting until the right card is read out.
"""

from __future__ import annotations

from typing import NamedTuple

from kiosk.content.model.block import Block
from kiosk.content.model.library import Topic, Urgency
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.terms.sheet import Choice, Part, Role, Verb
from kiosk.visit.terms.told import Told
from kiosk.visit.terms.wording import Wording

FIRST_POINTS = 2
"""Points that name a card without a name of its own."""


class Card(NamedTuple):
    """One care card."""

    place: str
    """The name of its place, such as `feel-unwell/2`."""
    urgency: Urgency
    name: str
    """The words for it in the list, as written."""
    action: str
    """What to do, as a short sentence, as written."""
    blocks: tuple[Block, ...]


def cards_of(topic: Topic) -> tuple[Card, ...]:
    """Return the care cards of `topic`, most urgent first."""
    return tuple(_card(topic, group, f"{topic.name}/{number}") for number, group in enumerate(topic.groups("cards"), 1))


def is_index(topic: Topic) -> bool:
    """Return True if the page of `topic` is the list of its cards: it has several, and nothing else."""
    return len(topic.groups("cards")) > 1 and not topic.groups("sections")


def _card(topic: Topic, group: str, place: str) -> Card:
    blocks = tuple(block for block in topic.blocks if block.group == group)
    written = {block.path.removeprefix(f"{group}/"): block.as_written for block in blocks}
    points = [block.as_written.rstrip(".") for block in blocks if block.role is Role.POINT]
    told = written.get("here") or written.get("contact", "")
    start, end = sentence_spans(told)[0]
    name = written.get("name") or ", ".join(points[:FIRST_POINTS])
    return Card(place, Urgency.named(written["level"]), name, told[start:end], blocks)


class CardParts:
    """Describes cards in one language and on one grid."""

    def __init__(self, wording: Wording, grid: Grid, clinic_words: ClinicWords) -> None:
        self._wording = wording
        self._grid = grid
        self._clinic_words = clinic_words

    def name(self, card: Card, language: str) -> Told:
        """Return the words for a card as patients get them; `language` is that of the card if it is not theirs."""
        return self._clinic_words.title(card.name, language)

    def action(self, card: Card, language: str) -> Told:
        """Return what to do, in a short sentence."""
        return self._clinic_words.title(card.action, language)

    def head(self, card: Card, language: str) -> Told:
        """Return what stands at the top of each further page of a card, so that no sign is without its level."""
        action = self.action(card, language)
        if not self._grid.roomy:  # the level stands in the title band
            return action
        level = self._wording(card.urgency.label)
        return action.inside(self._wording("{level}, continued. {action}", level=level, action=action.text))

    def foremost(self, card: Card, language: str) -> list[Part]:
        """Return the parts above the list of all cards: the level and the action of the first one."""
        action = self.action(card, language)
        level = Part(Role.LEVEL, self._wording(card.urgency.label), card.urgency, with_next=True)
        return [level, Part(Role.CONTACT, action.text, card.urgency, language=language, numbers=action.numbers)]

    def choices(self, cards: tuple[Card, ...], language: str) -> tuple[Choice, ...]:
        """Return the choices that open the cards, each with its level."""
        made = []
        for card in cards:
            level, name = self._wording(card.urgency.label), self.name(card, language)
            label = name.inside(self._wording("{level}: {name}", level=level, name=name.text))
            made.append(_opening(card, label, language))
        return tuple(made)

    def onward(self, cards: tuple[Card, ...], number: int, language: str) -> tuple[Choice, ...]:
        """Return the choice that leads from card `number` (0-based) to the next one, if any."""
        if number + 1 == len(cards):
            return ()
        following = cards[number + 1]
        label = Told(self._wording("Next card"))
        if self._grid.long_labels:
            name = self.name(following, language)
            label = name.inside(self._wording("Next: {name}", name=name.text))
        return (_opening(following, label, language),)


def _opening(card: Card, label: Told, language: str) -> Choice:
    return Choice(label.text, Verb.OPEN, card.place, language, label.numbers, card.urgency, picture=card.urgency.style)
