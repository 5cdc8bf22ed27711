"""The colours of one contrast, by what they are for, and what becomes of them in a terminal that has few.

A terminal of 16 colours has its own; only black, white and the brightest of the others are alike everywhere. There no
text is bold, because such terminals draw bold text in another colour. The Linux console is told which colours to
have instead: eight, as its grounds have no more, and each twice, so that a bright one is not another.
"""

from __future__ import annotations

from typing import NamedTuple

from kiosk.terminal.terminal_colours import CONSOLE


class Colours(NamedTuple):
    """What each colour is for, as `#rrggbb`."""

    ground: str
    text: str
    title: str
    """Titles without a band of their own, and other text that stands out."""
    heading: str
    band: str
    """The ground of the title and of the keys, from edge to edge."""
    band_text: str
    focus: str
    """The ground of the choice in focus; nothing else is so far from the page."""
    focus_text: str
    frame: str
    """Frames of choices, rules, what is left of the progress bar."""
    emergency: str
    """Ground of the head of a care card, frame of the card, and text of this level on the page's ground."""
    urgent: str
    routine: str
    level_text: str
    """Text on a head of any level."""
    sentence: str
    """The ground of the sentence that sounds."""
    word: str
    """The ground of its word."""
    word_text: str
    shape: str
    """Pictures."""
    mark: str
    """Places in pictures that are marked."""


_ON_CONSOLE = {
    "ground": 0,
    "text": 7,
    "title": 7,
    "heading": 7,
    "band": 4,
    "band_text": 7,
    "focus": 3,
    "focus_text": 0,
    "frame": 6,
    "emergency": 1,
    "urgent": 5,
    "routine": 2,
    "level_text": 0,
    "sentence": 4,
    "word": 3,
    "word_text": 0,
    "shape": 6,
    "mark": 3,
}
"""What each colour is for → its number on the Linux console."""
_SET_BY = ("ground", "emergency", "routine", "focus", "band", "urgent", "shape", "text")
"""From number 0 on, whose colour of the theme that number has there."""


def in_sixteen(
    text: str,
    focus: str = "#ffff55",
    word: str = "#ffff55",
    levels: tuple[str, str, str] = ("#ffffff", "#ffff55", "#55ffff"),
    dark: bool = True,
) -> Colours:
    """Return colours for a terminal of 16, none of which is a ground that it might not have."""
    if not dark:
        return Colours(
            **dict.fromkeys(("ground", "focus_text", "level_text", "word_text"), "#ffffff"),
            **dict.fromkeys(("text", "title", "heading", "band_text", "focus", "emergency", "word", "mark"), text),
            **dict.fromkeys(("band", "sentence"), "#55ffff"),
            **dict.fromkeys(("frame", "urgent", "routine"), "#0000aa"),
            shape="#aa00aa",
        )
    ground = "#000000"
    return Colours(
        **dict.fromkeys(("ground", "focus_text", "level_text", "word_text", "band", "sentence"), ground),
        **dict.fromkeys(("text", "title", "heading", "band_text"), text),
        **dict(zip(("emergency", "urgent", "routine"), levels, strict=True)),
        focus=focus,
        word=word,
        frame=levels[-1],
        shape="#aa00aa",
        mark="#ffffff",
    )


def on_console() -> Colours:
    """Return the colours to draw with on the Linux console: those that it has before it is told others."""
    return Colours(**{role: CONSOLE[number] for role, number in _ON_CONSOLE.items()})


def console_palette(colours: Colours) -> tuple[str, ...]:
    """Return the 16 colours that the Linux console is told to have."""
    return tuple(getattr(colours, role) for role in _SET_BY) * 2
