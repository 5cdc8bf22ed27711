"""The kiosk's own colours: none of Textual's themes has enough contrast.

Text against its ground (WCAG 2.x): at least 20:1 light on dark and dark on light, 15:1 yellow on black; 4.5 to 8:1 in
the soft one, for eyes that glare hurts. Grounds of focus and lit word against the page: at least 3:1. Colour never
tells anything alone: the focus has its sign, and in the terminal's own letters bold and reverse; the lit sentence is
underlined, its word reversed too.
"""

from textual.theme import Theme


def _theme(name: str, ground: str, text: str, title: str, heading: str, dark: bool) -> Theme:
    """`title` is also the colour of the emergency level and of the lit word."""
    return Theme(
        name=name,
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


LIGHT_ON_DARK = _theme("light-on-dark", "#000000", "#ffffff", title="#ffffa0", heading="#e8ffff", dark=True)
DARK_ON_LIGHT = _theme("dark-on-light", "#ffffff", "#000000", title="#00002a", heading="#100000", dark=False)
YELLOW_ON_BLACK = _theme("yellow-on-black", "#000000", "#ffff00", title="#ffffff", heading="#ffffa0", dark=True)
SOFT = _theme("soft", "#333330", "#c8c8c0", title="#d8b878", heading="#a8c8c0", dark=True)

THEMES = (LIGHT_ON_DARK, DARK_ON_LIGHT, YELLOW_ON_BLACK, SOFT)
"""In the order in which the contrast key goes through them; a visitor meets the first."""
