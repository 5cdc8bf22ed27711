"""An `Utterance`: one piece of speech and its place on the page; and the `Reply` to an action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from kiosk.visit.layout.page import Unit
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.told import Numbers

if TYPE_CHECKING:
    from kiosk.visit.layout.page import Page
    from kiosk.visit.terms.errand import Errand


class Priority(IntEnum):
    """Which utterance is spoken first; in order within one priority."""

    NORMAL = 0
    NEXT = 1
    """Before everything that waits, after what is being spoken or is about to be."""
    NOW = 2
    """Interrupts; the interrupted utterance is repeated afterwards."""


class Utterance(NamedTuple):
    """Text to be said in one breath, as written (its spoken form is made later)."""

    text: str
    language: str
    unit: Unit | None = None
    """The sentence of the text that this is, or is a piece of; the text of `whole` is exactly its characters."""
    pause_ms: int = 0
    """Silence before it, in ms."""
    priority: Priority = Priority.NORMAL
    say: str = ""
    """Given to the voice in place of `text` if it cannot read that script; no word is highlighted then."""
    emergency: bool = False
    """True if no key may cut it off: anything that a key asks for is said after it."""
    numbers: Numbers = ()
    """The telephone numbers in `text`, which are said as they are dialled."""
    piece_of: Utterance | None = None
    """The utterance that this is a piece of, because its text is in more than one language."""
    at: int = 0
    """The character of `piece_of` with which `text` begins."""

    @property
    def whole(self) -> Utterance:
        """The utterance that this is a piece of, else this one."""
        return self.piece_of or self


@dataclass(frozen=True)
class Reply:
    """The answer to an action: what to show and what to say; with `hush`, the voice falls silent first."""

    hush: bool = False
    say: tuple[Utterance, ...] = ()
    cue: Cue | None = None
    """A short sound before the speech."""
    errand: Errand | None = None
    """A request to the app."""
    page: Page | None = None
    """The new page; None if nothing on the screen changes."""
