"""The kiosk's own colours: none of Textual's themes has enough contrast.

Text against its ground is at least 15:1, so that it stays readable in a bright room and for weak eyes.
"""

from textual.theme import Theme

LIGHT_ON_DARK = Theme(
    name="light-on-dark",
    primary="#ffff00",
    background="#000000",
    surface="#000000",
    panel="#000000",
    foreground="#ffffff",
    dark=True,
    variables={
        "page-text": "#ffffff",
        "page-title": "#ffff66",
        "page-heading": "#a8ffff",
        "page-emergency": "#ffff00",
        "page-focus": "#000000",
        "page-focus-ground": "#ffffff",
        "page-word": "#000000",
        "page-word-ground": "#ffff00",
    },
)
THEMES = (LIGHT_ON_DARK,)
