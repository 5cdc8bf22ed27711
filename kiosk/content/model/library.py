"""What patients read and hear, checked, and never changed once it is made.

The hints are not deferred: the last good copy is read by them, and the first page waits for that.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from unicodedata import bidirectional

from kiosk.content.model.block import Block, Role


class Urgency(StrEnum):
    """The level of a care card, most urgent first: a row of all that is known of it."""

    EMERGENCY = "emergency", "Emergency", "▲", "emergency"
    URGENT = "urgent", "Urgent", "◆", "level"
    ROUTINE = "routine", "Not urgent", "●", "level"

    label: str
    """The word for patients; English, to be looked up in the language's words."""
    sign: str
    """A shape before the word, so that colour is never the only sign of a level."""
    style: str
    """The name of the style in which a screen draws the word."""

    def __new__(cls, value: str, label: str, sign: str, style: str) -> Self:
        """A level; `value` is what a file says."""
        level = str.__new__(cls, value)
        level._value_ = value
        level.label, level.sign, level.style = label, sign, style
        return level

    @classmethod
    def named(cls, value: str) -> Self:
        """The level that a file calls `value`. Raises KeyError for a word that is none."""
        return {level.value: level for level in cls}[value]


@dataclass(frozen=True)
class Review:
    """Who approved exactly which text. `Topic.approved` tells whether it still holds."""

    reviewer: str = ""
    role: str = ""
    reviewed: date | None = None
    due: date | None = None
    text: str = ""
    """`Topic.fingerprint` of the page that was approved."""


@dataclass(frozen=True)
class Translation:
    """Who put a text into this language, and from which text."""

    made_from: str
    """`Topic.written` of the text in the clinic's first language."""
    translator: str
    role: str = ""
    reviewer: str = ""
    """Who compared it with the first language; empty while nobody has."""
    reviewer_role: str = ""
    reviewed: date | None = None


@dataclass(frozen=True)
class Topic:
    """One content file."""

    name: str
    """The file's name without its ending, for example `when-to-seek-care`."""
    language: str
    """Two-letter code, as the name of the folder."""
    blocks: tuple[Block, ...]
    """All that patients get of it and its approval covers, in the order in which it is read."""
    last_changed: date
    review: Review = Review()
    fingerprint: str = ""
    """First 16 hex digits of the SHA-256 of the page as it is seen and heard, see `fingerprint.approved_text`."""
    written: str = ""
    """The same of the words as they stand in the file, with `<phone>` where the clinic's number will be, and
    without the sources; a translation names it, so that another phone number makes no translation stale."""
    translation: Translation | None = None
    """In a language that is not the clinic's first."""
    stale: bool = False
    """Whether the text in the first language has changed since this one was translated, or the file does not say
    what it was translated from. Patients read the first language instead (`Library.topic`)."""
    show_from: datetime | None = None
    """By the clinic's own clock; `times` says what holds when."""
    show_until: datetime | None = None
    """The first moment at which the page is gone."""

    @property
    def approved(self) -> bool:
        """Whether a clinician has approved exactly this page."""
        return bool(self.review.reviewer) and self.review.text == self.fingerprint

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.text("title")

    @property
    def menu_label(self) -> str:
        """The words in the menu; the title where the file gives none."""
        return self.text("menu-label") or self.title

    @property
    def questions(self) -> tuple[str, ...]:
        """What patients could ask their care team; at most five."""
        return self.texts("questions")

    @property
    def web_address(self) -> str:
        """A web page that the clinic has found good; empty where there is none."""
        return self.text("web-address")

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the facts can be looked up: publisher and title of each."""
        return tuple(block.text for block in self.blocks if block.role is Role.SOURCE)

    def text(self, path: str) -> str:
        """The text at `path`, such as `cards/0/contact`; empty where there is none."""
        return next((block.text for block in self.blocks if block.path == path), "")

    def texts(self, path: str) -> tuple[str, ...]:
        """All texts under `path`, such as `sections/0/points` or `cards`, in order."""
        return tuple(block.text for block in self.blocks if block.is_under(path))

    def groups(self, name: str) -> tuple[str, ...]:
        """The paths of all members of a list of groups: of `cards` for example `cards/0`, `cards/1`."""
        return tuple(dict.fromkeys(block.group for block in self.blocks if block.is_under(name)))


@dataclass(frozen=True)
class Hours:
    """Some days of the week on which the clinic is open from one time to another."""

    days: tuple[int, ...]
    """0 is Monday."""
    start: int
    """Minutes from midnight."""
    end: int


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
    show_unapproved: bool = True
    """Whether patients may read texts that no clinician has approved."""
    visitors_online: bool = True
    """Whether visitors' phones reach the web."""
    opening: tuple[Hours, ...] = ()
    """Empty where the clinic is always open."""
    closed_on: tuple[date, ...] = ()


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
class LanguageHelp:
    """That help with the language is free, said in one language."""

    language: str
    """Two or three letters, such as `vi`; the kiosk itself need not speak it."""
    name: str
    """As its own speakers write it."""
    english_name: str
    help: str
    """The sentence."""
    voice: str = ""
    """The voice of eSpeak NG that says it; empty where none is understood, and it is only shown."""
    say: str = ""
    """The sentence in a spelling that the voice can read, where the usual one is none."""
    checked_by: str = ""
    """Who is qualified and has checked the sentence; empty while nobody has."""

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left, which few terminals do by themselves."""
        return any(bidirectional(letter) in ("R", "AL") for letter in self.name)

    @property
    def spoken(self) -> str:
        """What the voice gets; empty where nothing is said."""
        return (self.say or self.help) if self.voice else ""


class Weight(StrEnum):
    """What a notice asks of patients."""

    INFORMATION = "information"
    IMPORTANT = "important"


@dataclass(frozen=True)
class Notice:
    """Something that every patient is to know for a time."""

    texts: dict[str, str]
    """language → text; the first language always has one."""
    level: Weight
    start: datetime | None
    """By the clinic's own clock; None for at once."""
    end: datetime
    """The first moment at which it is over."""

    def text(self, language: str, first: str) -> tuple[str, str]:
        """The text and the language that it is in: `language`, or else the clinic's `first` one."""
        return (self.texts[language], language) if language in self.texts else (self.texts[first], first)


@dataclass(frozen=True)
class Library:
    """All content of a clinic."""

    clinic: Clinic
    topics: dict[str, dict[str, Topic]]
    """language → name → topic. The first language holds every topic; another may lack some."""
    words: tuple[WordRule, ...] = ()
    """Staff's own pronunciations, in the order in which they are tried."""
    notice: Notice | None = None
    """Whether it holds now is for `times.notice_at` to say."""
    withheld: tuple[str, ...] = ()
    """Topics that patients do not get because nobody has approved them, each as `en/signs`."""
    languages: tuple[LanguageHelp, ...] = ()
    """In which languages patients are told that help with the language is free, in order."""

    def topic(self, name: str, language: str) -> Topic:
        """The topic in `language`, or in the clinic's first language where that lacks it or is stale.

        `Topic.language` tells which of the two it is. Raises KeyError when no language has it.
        """
        own = self.topics.get(language, {}).get(name)
        return self.topics[self.clinic.languages[0]][name] if own is None or own.stale else own
