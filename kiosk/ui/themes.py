"""The kiosk's own colours: none of Textual's themes has enough contrast.

Grounds of focus and lit word against the page have at least 3:1 (WCAG 2.x). Colour never tells anything alone: the
focus has its sign, and in the terminal's own letters bold and reverse; the lit sentence is underlined, its word
reversed too.
"""

from dataclasses import dataclass, field

from textual.theme import Theme


@dataclass
class Contrast(Theme):
    """One set of colours, with all that is known of it."""

    label: str = field(kw_only=True)
    """What the visitor is told; English, to be looked up in the language's words."""
    ratio: tuple[float, float] = field(kw_only=True)
    """Least and greatest contrast of text to its ground (WCAG 2.x), held by a test."""


def _row(
    name: str,
    label: str,
    *,
    ground: str,
    text: str,
    title: str,
    heading: str,
    ratio: tuple[float, float],
    dark: bool = True,
) -> Contrast:
    """`title` is also the colour of the emergency level and of the lit word."""
    return Contrast(
        name=name,
        label=label,
        ratio=ratio,
        primary=title,
        background=ground,
        surface=ground,
        panel=ground,
        foreground=text,
        dark=dark,
        variables={
            "page-text": text,
            "page-title": title,
            "page-heading": heading,
            "page-emergency": title,
            "page-focus": ground,
            "page-focus-ground": text,
            "page-word": ground,
            "page-word-ground": title,
        },
    )


THEMES = (
    _row(
        "light-on-dark",
        label="Light on dark",
        ground="#000000",
        text="#ffffff",
        title="#ffffa0",
        heading="#e8ffff",
        ratio=(20.0, 21.0),
    ),
    _row(
        "dark-on-light",
        label="Dark on light",
        ground="#ffffff",
        text="#000000",
        title="#00002a",
        heading="#100000",
        ratio=(20.0, 21.0),
        dark=False,
    ),
    _row(
        "yellow-on-black",
        label="Yellow on black",
        ground="#000000",
        text="#ffff00",
        title="#ffffff",
        heading="#ffffa0",
        ratio=(15.0, 21.0),
    ),
    _row(  # for eyes that glare hurts
        "soft",
        label="Soft colours",
        ground="#333330",
        text="#c8c8c0",
        title="#d8b878",
        heading="#a8c8c0",
        ratio=(4.5, 8.0),
    ),
)
"""In the order of the contrast key; a visitor meets the first. The last one is for the night."""
