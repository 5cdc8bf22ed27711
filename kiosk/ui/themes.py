"""The kiosk's colours: no theme of Textual has enough contrast.

The backgrounds of the focus and of the spoken word have at least 3:1 to the page (WCAG 2.x). Colour is never the only
sign: the focus has an arrow, and in the terminal's own letters bold and reverse; the spoken sentence is underlined, its
word also reversed.
"""

from dataclasses import dataclass, field

from textual.theme import Theme


@dataclass
class Contrast(Theme):
    """One set of colours, with its name for visitors and its contrast."""

    label: str = field(kw_only=True)
    """Its name for visitors, in English; the key of the translation."""
    ratio: tuple[float, float] = field(kw_only=True)
    """Least and greatest contrast of text to its background (WCAG 2.x); a test checks it."""


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
    """`title` is also the colour of the emergency level and of the spoken word."""
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
    _row(  # for visitors who are sensitive to glare
        "soft",
        label="Soft colors",
        ground="#333330",
        text="#c8c8c0",
        title="#d8b878",
        heading="#a8c8c0",
        ratio=(4.5, 8.0),
    ),
)
"""In the order of the contrast key; a visit starts with the first. The last one is also used out of hours."""
