"""How large and in which colours pages are drawn. Each visitor starts with the start size and the first colours."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.theme import Theme

from kiosk.terminal.lettering import Lettering
from kiosk.terminal.levels import Window
from kiosk.terminal.text_size.text_size import TextSize, fonts_for
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.grid import Grid
from kiosk.visit.terms.wording import Wording

if TYPE_CHECKING:
    from kiosk.terminal.request import Request

THEME_NAMES = {
    "light-on-dark": "Light on dark",
    "dark-on-light": "Dark on light",
    "yellow-on-black": "Yellow on black",
    "soft": "Soft colours",
}
"""What the visitor is told; English, to be looked up in the language's words."""


def text_size_here(
    columns: int,
    rows: int,
    setting: str,
    width_mm: float | None,
    write: Callable[[bytes], None],
    keep: Callable[[Request], None] = lambda request: None,
) -> TextSize:
    """The sizes of text on this terminal; `write` sends bytes to it, `keep` is told what gives its own letters back.

    `setting` and `width_mm` are `text-size` and `screen-width-mm` of `device.yaml`.
    """
    if setting == "plain":
        return TextSize(Window(columns, rows), lambda request: None, setting=setting)
    from kiosk.terminal.request import delivery
    from kiosk.terminal.screen import picture_width_mm
    from kiosk.terminal.text_size.identify import identify
    from kiosk.terminal.window_pixels import cell_pixels

    pixels = cell_pixels()
    window = Window(columns, rows, picture_width_mm(width_mm), pixels[1] / pixels[0] if pixels else 2.0)
    return TextSize(
        window,
        delivery(write),
        identify(os.environ),
        setting,
        fonts_for(os.environ),
        cell=lambda: (cell_pixels() or (0.0, 0.0))[0],
        keep=keep,
    )


class Appearance:
    """The present size of text and the present colours."""

    def __init__(self, text_size: TextSize) -> None:
        self._text_size = text_size
        self._theme = 0

    @property
    def settled(self) -> bool:
        """Whether the size at the start is known; until then nothing should be drawn."""
        return self._text_size.settled

    @property
    def waiting(self) -> bool:
        """Whether the terminal was asked for another size and has not answered yet."""
        return self._text_size.waiting

    @property
    def lettering(self) -> Lettering:
        """The present size."""
        return self._text_size.lettering

    @property
    def theme(self) -> Theme:
        """The present colours."""
        return THEMES[self._theme]

    def begin(self, now: float) -> None:
        """Finds out what the terminal can do."""
        self._text_size.begin(now)

    def resized(self, columns: int, rows: int, now: float) -> None:
        """The terminal has this many cells now."""
        self._text_size.resized(columns, rows, now)

    def tick(self, now: float) -> None:
        """Time passes."""
        self._text_size.tick(now)

    def next_size(self, by: int, now: float) -> bool:
        """One size larger (1) or smaller (-1), past the last the first; False where there is only one."""
        return self._text_size.step(by, now)

    def next_theme(self) -> None:
        """The next colours."""
        self._theme = (self._theme + 1) % len(THEMES)

    def reset(self, now: float) -> None:
        """As for a new visitor."""
        self._theme = 0
        self._text_size.reset(now)

    def restore(self) -> None:
        """Gives the terminal back as it was found."""
        self._text_size.restore()

    def grid(self, columns: int, rows: int) -> Grid:
        """The cells that a page may fill on a terminal of this size."""
        return self.lettering.grid(columns, rows)

    def say_size(self, words: Wording) -> tuple[str, str]:
        """The present size in short, and as it is said: "Large", "Large. About 9 millimetres."."""
        name = words(self.lettering.name)
        height = self.lettering.height_mm
        if height is None:
            return name, f"{name}."
        return name, f"{name}. " + words("About {n} millimetres.", n=round(height) if height >= 5 else round(height, 1))

    def say_theme(self, words: Wording) -> str:
        """The name of the present colours."""
        return words(THEME_NAMES[self.theme.name])
