"""What a visitor can do. Keys, keypads and switches become actions before they reach the `Visit`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any


def _row(
    value: str,
    *,
    job: str,
    keys: tuple[str, ...] = (),
    called: str = "",
    own: Mapping[str, str] | None = None,
    asked: str = "",
    joins: bool = False,
    offered: bool = False,
    at_once: bool = False,
    moves: bool = False,
    looks: bool = False,
) -> dict[str, Any]:
    """Return the facts of one action, described at the attributes of `Action`."""
    return {
        "_value_": value,
        "job": job,
        "keys": keys,
        "called": called or (keys[0].upper() if keys else ""),
        "own": own or {},
        "asked": asked or job,
        "joins": joins,
        "offered": offered,
        "at_once": at_once,
        "moves": moves,
        "looks": looks,
    }


def _pick(number: int) -> dict[str, Any]:
    return _row(
        f"pick-{number}",
        job="Choose by number",
        keys=(str(number),),
        asked=f"Choice number {number}",
    )


class Action(Enum):
    """One intention of the visitor, whichever key it came from.

    Most needed first: keypads are learned, help lists keys and "More" offers actions in this order. A row holds
    everything about an action; key maps, help and "More" are made from it.
    """

    _value_: str
    """The name in key maps."""
    job: str
    """What it does, in English; the key of the translation."""
    keys: tuple[str, ...]
    """The keys of the standard map, by the names of `terminal.key_maps.key_names`; pages name the first."""
    called: str
    """The name of the first of `keys` on pages and in speech: English words, or a single letter or digit."""
    own: Mapping[str, str]
    """Language → the letter that pages name in that language; it works in all of them."""
    asked: str
    """What it does, as worded when keys are learned."""
    joins: bool
    """True if help lists it in one line with the action before it."""
    offered: bool
    """True if "More" offers it when a key map has no key for it."""
    at_once: bool
    """True if it does its work even as the first key of a visit, which otherwise only starts it."""
    moves: bool
    """True for a move: a second press at the end of a list wraps."""
    looks: bool
    """True if it changes how pages look, not what they say."""

    CHOOSE = _row("choose", job="Choose", keys=("enter",), called="Enter")
    DOWN = _row(
        "down",
        job="Next choice",
        keys=("down", "tab"),
        called="down",
        asked="Down, to the next choice",
        moves=True,
    )
    UP = _row("up", job="Previous choice", keys=("up", "shift-tab"), called="up", joins=True, moves=True)
    NEXT = _row(
        "next",
        job="Next choice",
        asked="Next choice; after the last, the first",
        moves=True,
    )
    """Wraps from the last choice to the first: for visitors with two switches."""
    BACK = _row("back", job="Go back", keys=("0", "backspace", "escape"), offered=True)
    HELP = _row("help", job="Help", keys=("h", "question-mark", "f1"), own={"es": "a"}, offered=True, at_once=True)
    """Help with this page; pressed again, all keys; a third time, a page to try each key."""
    UNWELL = _row("unwell", job="I feel unwell", keys=("e",), offered=True, at_once=True)
    READ = _row("read", job="Read aloud, pause or go on", keys=("space",), called="Space", offered=True)
    REPEAT = _row("repeat", job="Say it again", keys=("r",), offered=True)
    WHERE = _row("where", job="Where am I?", keys=("w",), own={"es": "d"}, offered=True)
    MENU = _row("menu", job="Main menu", keys=("home",), called="Home", offered=True)
    END = _row("end", job="Last choice", keys=("end",), called="End", joins=True)
    LEFT = _row(
        "left",
        job="Previous sentence or page",
        keys=("left",),
        called="left",
        moves=True,
    )
    RIGHT = _row(
        "right",
        job="Next sentence or page",
        keys=("right",),
        called="right",
        joins=True,
        moves=True,
    )
    PAGE_UP = _row("page-up", job="Previous part or page", keys=("page-up",), called="page up")
    PAGE_DOWN = _row("page-down", job="Next part or page", keys=("page-down",), called="page down", joins=True)
    SLOWER = _row("slower", job="Slower", keys=("comma", "less-than"), called="comma", offered=True)
    FASTER = _row("faster", job="Faster", keys=("full-stop", "greater-than"), called="period", joins=True, offered=True)
    LOUDER = _row("louder", job="Louder", keys=("plus", "equals", "volume-up"), called="plus", offered=True)
    QUIETER = _row(
        "quieter", job="Quieter", keys=("minus", "underscore", "volume-down"), called="minus", joins=True, offered=True
    )
    SOUND = _row("sound", job="Sound on or off", keys=("m", "volume-mute"), offered=True)
    VOICE = _row("voice", job="Classic or natural voice", keys=("v",), offered=True)
    """The plain voice that some know from elsewhere, or the natural one again."""
    SCREEN = _row("curtain", job="Screen on or off", keys=("s",), offered=True)
    SIZE = _row("size", job="Larger letters", keys=("t",), offered=True, looks=True)
    SIZE_BACK = _row("size-back", job="Smaller letters", keys=("T",), called="Shift T", joins=True, looks=True)
    CONTRAST = _row("contrast", job="Change the colors", keys=("c",), offered=True, looks=True)
    LANGUAGE = _row("language", job="Another language", keys=("l",), own={"es": "i"}, offered=True, at_once=True)
    """The next language."""
    ONE_BY_ONE = _row("one-by-one", job="Show one choice, or all", keys=("n",), offered=True)
    """Lists show one choice at a time, or all of them again."""
    PICK_1 = _pick(1)
    PICK_2 = _pick(2)
    PICK_3 = _pick(3)
    PICK_4 = _pick(4)
    PICK_5 = _pick(5)
    PICK_6 = _pick(6)
    PICK_7 = _pick(7)
    PICK_8 = _pick(8)
    PICK_9 = _pick(9)
    OTHER = _row("other", job="This key does nothing")
    """Any other key: it starts a visit, stops speech and answers "Are you still there?"."""

    def __new__(cls, facts: Any) -> Action:
        """Create a member with its row as attributes."""
        member = object.__new__(cls)
        vars(member).update(facts)
        return member

    @property
    def picked(self) -> int | None:
        """The picked number, 1 to 9; None for any other action."""
        return int(self._value_[5:]) if self._value_.startswith("pick-") else None


PICKS = tuple(action for action in Action if action.picked)
OFFERED = tuple(action for action in Action if action.offered)
"""The actions that every visitor needs, with or without a key."""


def help_lines() -> tuple[tuple[Action, ...], ...]:
    """Return the actions of each line of help, without the numbers, which share one line."""
    lines: list[tuple[Action, ...]] = []
    for action in Action:
        if action in PICKS or action is Action.OTHER:
            continue
        if action.joins:
            lines[-1] = (*lines[-1], action)
        else:
            lines.append((action,))
    return tuple(lines)
