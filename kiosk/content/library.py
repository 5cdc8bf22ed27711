"""What patients read and hear, checked, and never changed once it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Urgency(StrEnum):
    """The level of a care card, most urgent first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    ROUTINE = "routine"


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it: paragraphs first, then points."""

    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()
    """At most seven; each is shown as one bullet."""
    heading: str = ""
    facts: tuple[str, ...] = ()
    """Ids of the facts that this section covers."""


@dataclass(frozen=True)
class CareCard:
    """One piece of advice on whom to contact, and how soon."""

    level: Urgency
    contact: str
    """Whom to contact, as a sentence."""
    how_soon: str
    points: tuple[str, ...]
    """One to seven signs for which the card holds."""
    when: str = ""
    """The words that lead to the points, such as "If you have:"."""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where the facts of a topic can be looked up."""

    name: str
    address: str = ""
    """A web address, or empty."""


@dataclass(frozen=True)
class Review:
    """Who approved exactly which text. `Topic.approved` tells whether it still holds."""

    reviewer: str = ""
    role: str = ""
    reviewed: date | None = None
    due: date | None = None
    text: str = ""
    """`Topic.fingerprint` of the text that was approved."""


@dataclass(frozen=True)
class Topic:
    """One content file."""

    name: str
    """The file's name without its ending, for example `when-to-seek-care`."""
    language: str
    """Two-letter code, as the name of the folder."""
    title: str
    menu_label: str
    """The words in the menu; the title where the file gives none."""
    sections: tuple[Section, ...]
    cards: tuple[CareCard, ...]
    """Most urgent first. A topic has sections or cards or both; sections come first."""
    sources: tuple[Source, ...]
    last_changed: date
    review: Review
    fingerprint: str
    """First 16 hex digits of the SHA-256 of all that a patient reads and hears of this topic."""

    @property
    def approved(self) -> bool:
        """Whether a clinician has approved exactly this text."""
        return bool(self.review.reviewer) and self.review.text == self.fingerprint


@dataclass(frozen=True)
class Clinic:
    """What is the same for all topics: `clinic.yaml`."""

    name: str
    phone: str
    emergency_number: str
    languages: tuple[str, ...] = ("en",)
    """The first is the language at the start."""
    menu: tuple[str, ...] = ()
    """Names of the topics in the main menu, in order."""
    warn_after: float = 120.0
    """Seconds without a key and without speech until the visitor is asked."""
    countdown: float = 30.0
    """Seconds that the visitor has to answer."""


@dataclass(frozen=True)
class WordRule:
    """How a word is said that the voice would say wrongly."""

    write: str
    """The word as it is written, for example `MBC`."""
    say: str
    """The words that the voice says instead."""
    language: str | None = None
    """Two-letter code of the only language in which it holds; None for all."""
    anywhere: bool = False
    """Whether it also counts inside a longer word."""


@dataclass(frozen=True)
class Library:
    """All content of a clinic."""

    clinic: Clinic
    topics: dict[str, dict[str, Topic]]
    """language → name → topic. The first language holds every topic; another may lack some."""
    words: tuple[WordRule, ...] = ()
    """Staff's own pronunciations, in the order in which they are tried."""

    def topic(self, name: str, language: str) -> Topic:
        """The topic in `language`, or in the clinic's first language where that lacks it.

        Raises KeyError when no language has it.
        """
        own = self.topics.get(language, {})
        return own[name] if name in own else self.topics[self.clinic.languages[0]][name]
