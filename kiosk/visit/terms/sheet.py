"""A `Sheet`: all that one place of the visit holds, seen and heard, before it is cut into pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from kiosk.content.model.block import Role
from kiosk.content.model.library import Urgency

__all__ = ["Choice", "Part", "Role", "Sheet", "Verb"]


class Verb(Enum):
    """What a choice does."""

    OPEN = "open"
    NEXT_PAGE = "next-page"
    BACK = "back"
    MENU = "menu"
    AGREE = "agree"
    AGREE_SILENT = "agree-silent"
    LANGUAGE = "language"
    """Goes on in the language that the choice names in `opens`."""
    ACT = "act"
    """Does what a key would do; `opens` names the action."""
    ASK = "ask"
    """Asks for the `Errand` that `opens` names."""


class Choice(NamedTuple):
    """Something the visitor can choose."""

    label: str
    verb: Verb
    opens: str = ""
    """Name of the sheet that OPEN opens."""
    language: str = ""
    """Two-letter code of the language of the label; empty for the visitor's."""


class Part(NamedTuple):
    """A piece of text that is shown and spoken alike."""

    role: Role
    text: str
    level: Urgency | None = None
    """The care card that the part belongs to."""
    with_next: bool = False
    """Whether the part must not stand last on a page, as a heading must not."""
    language: str = ""
    """Two-letter code of the language of the text; empty for the visitor's."""
    say: str = ""
    """What a voice is given to say in place of the text, where it cannot read how the text is written."""


@dataclass(frozen=True)
class Sheet:
    """One place of the visit, in reading order: title, parts, choices, and what the keys do here."""

    name: str
    title: str
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]
    """At most nine, so that each has a number key."""
    hints: tuple[str, ...]
    """What the keys do here, the most needed first; each is shown where it fits and spoken in full."""
    is_list: bool = False
    """Whether the choices are the matter of the sheet (a menu), rather than the way on from a text."""
    choices_first: bool = False
    """Whether the choices can be made on every page, before "Next page" (the disclaimer can be agreed to at once)."""
    language: str = "en"
    """Two-letter code of the language in which long words are divided."""
    about: str = ""
    """What help says that it is; where it is empty, help counts the pages."""
    code: str = ""
    """What a code for phones holds, which is shown on a page of its own; empty where there is none."""
