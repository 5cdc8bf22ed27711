"""What patients read and hear: checked, and immutable.

Type hints are not deferred: the last good copy is read by them while the first page waits, and resolving deferred ones
is ten times slower.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Self

from kiosk.content.catalogue import Catalogue
from kiosk.content.model.block import Block, Role
from kiosk.content.model.dates import Hours
from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.model.word_rules import WordRule


class Urgency(StrEnum):
    """The levels of care cards, most urgent first."""

    EMERGENCY = "emergency", "Emergency", "▲", "emergency"
    URGENT = "urgent", "Urgent", "◆", "urgent"
    ROUTINE = "routine", "Not urgent", "●", "routine"

    label: str
    """The word for patients, in English; translated by the catalogue."""
    sign: str
    """A shape before the word, so that a level is never shown by colour alone (WCAG 1.4.1)."""
    style: str
    """Name of the style in which a screen draws the word."""

    def __new__(cls, value: str, label: str, sign: str, style: str) -> Self:
        """Create a level; `value` is its name in a file."""
        level = str.__new__(cls, value)
        level._value_ = value
        level.label, level.sign, level.style = label, sign, style
        return level

    @classmethod
    def named(cls, value: str) -> Self:
        """Return the level called `value` in a file. Raises KeyError if there is none."""
        return {level.value: level for level in cls}[value]


class Review(NamedTuple):
    """Who approved which exact text; `Topic.approved` is True while it is still valid."""

    reviewer: str = ""
    role: str = ""
    reviewed: date | None = None
    due: date | None = None
    text: str = ""
    """`Topic.fingerprint` of the page that was approved."""
    record: str = ""
    """The mark of its line in the list of approvals; empty if it is older than the list."""


NOT_REVIEWED = Review()


class Translation(NamedTuple):
    """Who translated a text; `made_from` is `Topic.written` of the original at that time."""

    made_from: str
    translator: str
    role: str = ""
    translated: date | None = None
    reviewer: str = ""
    """Who compared it with the original; empty if nobody has."""
    reviewer_role: str = ""
    reviewed: date | None = None
    machine: bool = False
    """True if a computer translated it and no translator has checked it; patients read so."""


@dataclass(frozen=True)
class Topic:
    """One content file."""

    name: str
    """The file's name without its extension, for example `when-to-seek-care`."""
    language: str
    """Two-letter code, the name of the folder."""
    blocks: tuple[Block, ...]
    """Everything that patients get and its approval covers, in reading order."""
    last_changed: date
    review: Review = NOT_REVIEWED
    fingerprint: str = ""
    """First 16 hex digits of the SHA-256 of the page as seen and heard, see `fingerprint.approved_text`."""
    written: str = ""
    """The same of the words as in the file, with placeholders and without sources; a translation refers to it."""
    translation: Translation | None = None
    """None for an original: a text that was written in its own language."""
    newer_in: str = ""
    """Code of the language whose original has changed since; empty if not. Readers keep this last text that matched."""
    untranslated: bool = False
    """True for a copy of an original that nobody has translated yet; its readers get the original instead."""
    show_from: datetime | None = None
    """In the clinic's local time; see `times`."""
    show_until: datetime | None = None
    """The first moment at which the page is no longer shown."""
    overdue: bool = False
    """True if the next review has been due for too long, see `overdue`."""
    void: bool = False
    """True if the list of approvals says that the review does not count: withdrawn, or a reviewer too few."""

    @property
    def approved(self) -> bool:
        """True if a clinician has approved exactly this page."""
        return bool(self.review.reviewer) and self.review.text == self.fingerprint and not self.void

    @property
    def holds(self) -> bool:
        """True if a clinician has approved exactly this page, and the next review is not long overdue."""
        return self.approved and not self.overdue

    @property
    def built_in(self) -> bool:
        """True for a page of `built_in`, which comes from no file and so has no fingerprint."""
        return not self.fingerprint

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.text("title")

    @property
    def menu_label(self) -> str:
        """The words in the menu; the title by default."""
        return self.text("menu-label") or self.title

    @property
    def menu_text(self) -> str:
        """What the page is about, in one line below the menu; may be empty."""
        return self.text("menu-text")

    @property
    def questions(self) -> tuple[str, ...]:
        """Questions that patients could ask their care team; at most five."""
        return self.texts("questions")

    @property
    def web_address(self) -> str:
        """A web page that the clinic recommends; may be empty."""
        return self.text("web-address")

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of the facts: publisher and title of each."""
        return tuple(block.text for block in self.blocks if block.role is Role.SOURCE)

    def text(self, path: str) -> str:
        """Return the text at `path`, such as `cards/0/contact`; empty if there is none."""
        return next((block.text for block in self.blocks if block.path == path), "")

    def written_at(self, path: str) -> str:
        """Return the text at `path` as in the file, with placeholders; empty if there is none."""
        return next((block.as_written for block in self.blocks if block.path == path), "")

    def texts(self, path: str) -> tuple[str, ...]:
        """Return all texts under `path`, such as `sections/0/points` or `cards`, in order."""
        return tuple(block.text for block in self.blocks if block.is_under(path))

    def groups(self, name: str) -> tuple[str, ...]:
        """Return the paths of all members of a list of groups: for `cards`, `cards/0`, `cards/1` and so on."""
        return tuple(dict.fromkeys(block.group for block in self.blocks if block.is_under(name)))


class Group(NamedTuple):
    """Topics behind one choice of the main menu."""

    number: int
    """Its place in `clinic.yaml`, from 1; another group that is empty does not change it."""
    names: dict[str, str]
    """By language, as `texts`, which say in one line what it is about; any language may lack them."""
    texts: dict[str, str]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Clinic:
    """The settings in `clinic.yaml`, shared by all topics."""

    name: str
    phone: str
    emergency_number: str
    languages: tuple[str, ...] = ("en",)
    """The first one is used at the start of a visit."""
    menu: tuple[str, ...] = ()
    """Names of the topics in the main menu, in order."""
    warn_after: float = 120.0
    """Seconds without a key and without speech before the kiosk asks whether anybody is there."""
    countdown: float = 30.0  # seconds to answer
    show_unapproved: bool = True
    """True if patients may read texts that no clinician has approved."""
    reviewers: int = 1
    """How many people have to approve a page before it counts as approved."""
    visitors_online: bool = True
    """True if visitors' phones can reach the web."""
    opening: tuple[Hours, ...] = ()
    """Empty if always open."""
    closed_on: tuple[date, ...] = ()
    night_phone: str = ""
    """Answered when `phone` is not; empty if there is none."""
    answered_always: bool = False
    """True if somebody answers `phone` day and night."""
    crisis_line: str = ""
    """For thoughts of suicide, such as 988; empty if there is none."""
    groups: tuple[Group, ...] = ()
    """In the main menu, after its topics."""
    web_site: str = ""
    """The address of the clinic's own copy of its pages; empty if there is none."""
    state: str = ""
    offers: tuple[str, ...] = ()  # see language_help.chosen

    @property
    def offered(self) -> tuple[str, ...]:
        """Names of all topics that the main menu leads to, those of its groups last."""
        return (*self.menu, *(name for group in self.groups for name in group.topics))

    def grouped(self, names: Collection[str]) -> tuple[Group, ...]:
        """Return the groups with no other topics than `names`, without empty ones."""
        kept = (each._replace(topics=tuple(name for name in each.topics if name in names)) for each in self.groups)
        return tuple(group for group in kept if group.topics)

    @property
    def numbers(self) -> dict[str, str]:
        """The telephone numbers by the placeholder that stands for each; empty where the clinic has none."""
        night = self.night_phone or (self.phone if self.answered_always else "")
        return {
            "phone": self.phone,
            "night-phone": night,
            "emergency-number": self.emergency_number,
            "crisis-line": self.crisis_line,
        }


class Weight(StrEnum):
    """How important a notice is."""

    INFORMATION = "information"
    IMPORTANT = "important"


class Notice(NamedTuple):
    """Something that every patient should know for a time."""

    texts: dict[str, str]
    """language → text as in the file, with placeholders such as `<phone>`; the first language always has one."""
    level: Weight
    start: datetime | None  # in the clinic's local time; None for immediately
    end: datetime  # the first moment after it

    def text(self, language: str, first: str) -> tuple[str, str]:
        """Return the text in `language`, or else in the clinic's `first` one, and which language it is."""
        return (self.texts[language], language) if language in self.texts else (self.texts[first], first)


@dataclass(frozen=True)
class Library:
    """All content of a clinic."""

    clinic: Clinic
    topics: dict[str, dict[str, Topic]]
    """language → name → topic. Any language may lack some."""
    words: tuple[WordRule, ...] = ()
    """The clinic's pronunciations, in the order in which they are tried."""
    notice: Notice | None = None
    """Not necessarily valid now: see `times.notice_at`."""
    withheld: tuple[str, ...] = ()
    """Topics hidden from patients because nobody has approved them, each as `en/signs`."""
    languages: tuple[LanguageHelp, ...] = ()
    """Offers of free language help that the clinic shows, in order."""
    catalogues: dict[str, Catalogue] = field(default_factory=dict)
    """language → the kiosk's own words, where the clinic has translated them itself."""

    def topic(self, name: str, language: str) -> Topic:
        """Return the topic in `language`, or in the first of the clinic's languages that has it, whatever has changed.

        `Topic.language` is the one used. Raises KeyError if no language has the topic.
        """
        for each in (language, *self.clinic.languages):
            topic = self.topics.get(each, {}).get(name)
            if topic is not None and not topic.untranslated:
                return topic
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all topics that patients can read in some language, those of the first language first."""
        own = (self.topics.get(language, {}) for language in self.clinic.languages)
        return tuple({name: None for topics in own for name, topic in topics.items() if not topic.untranslated})
