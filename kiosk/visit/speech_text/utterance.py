"""An `Utterance`: one piece of speech, and where on the page it stands; and the `Reply` to an action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from kiosk.visit.layout.paging import Unit
from kiosk.visit.terms.cue import Cue

if TYPE_CHECKING:
    from kiosk.visit.layout.page import Page
    from kiosk.visit.terms.errand import Errand


class Priority(IntEnum):
    """Which utterance goes first; within one priority they go in order."""

    NORMAL = 0
    NEXT = 1
    """Before all that waits, after what is sounding or begins to sound within the next moment."""
    NOW = 2
    """Interrupts; what it interrupted is said again afterwards."""


@dataclass(frozen=True)
class Utterance:
    """What is to be said in one breath, as it is written (the spoken form is made later)."""

    text: str
    language: str
    unit: Unit | None = None
    """The sentence of the page that this is; `text` is exactly its characters."""
    pause_ms: int = 0
    """Silence before it, in ms."""
    priority: Priority = Priority.NORMAL
    say: str = ""
    """What the voice is given in place of `text`, where it cannot read how that is written; no word is lit then."""
    emergency: bool = False
    """Once it sounds it is said to its end, whatever key is pressed; what a key asks for is said after it."""


@dataclass(frozen=True)
class Reply:
    """The answer to an action: what is seen, and what the voice does: fall silent first, or not, then say something."""

    hush: bool = False
    say: tuple[Utterance, ...] = ()
    cue: Cue | None = None
    """The short sound that goes before it."""
    errand: Errand | None = None
    """What only the app can do."""
    page: Page | None = None
    """What is on the screen from now on; None where nothing on it changes."""
