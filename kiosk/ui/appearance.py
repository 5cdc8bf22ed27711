"""Text size and colours of pages. Each visitor starts with the start size and the first colours."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.terminal.lettering import Lettering
from kiosk.terminal.levels import Window
from kiosk.terminal.text_size.text_size import TextSize, fonts_for
from kiosk.ui.themes import THEMES, Contrast
from kiosk.visit.layout.grid import Grid
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.wording import Wording

if TYPE_CHECKING:
    from kiosk.terminal.request import Request
    from kiosk.terminal.terminal_colours import TerminalColours


class Screen(NamedTuple):
    """The screen, as `device.yaml` describes it."""

    width_mm: float | None = None
    """The width of the picture in mm; None if not known."""
    touch: bool = False
    """True if it is touched."""


SCREEN = Screen()


def text_size_here(
    columns: int,
    rows: int,
    setting: str,
    width_mm: float | None,
    write: Callable[[bytes], None],
    keep: Callable[[Request], None] = lambda request: None,
) -> TextSize:
    """Return the text sizes of this terminal.

    Args:
        columns: Cells across at the start.
        rows: Cells down at the start.
        setting: `text-size` of `device.yaml`.
        width_mm: `screen-width-mm` of `device.yaml`.
        write: Sends bytes to the terminal.
        keep: Takes the request that restores the terminal's own font.
    """
    if setting == "plain":
        return TextSize(Window(columns, rows), lambda request: None, setting=setting)
    from kiosk.terminal.request import delivery
    from kiosk.terminal.screen import picture_width_mm
    from kiosk.terminal.text_size.identify import identify
    from kiosk.terminal.text_size.terminal_font import CAPS_OF_CELLS, family
    from kiosk.terminal.window_pixels import cell_pixels

    pixels = cell_pixels()
    aspect = pixels[1] / pixels[0] if pixels else 2.0
    window = Window(columns, rows, picture_width_mm(width_mm), aspect, CAPS_OF_CELLS[family(os.environ)])
    return TextSize(
        window,
        delivery(write),
        identify(os.environ),
        setting,
        fonts_for(os.environ),
        cell=lambda: (cell_pixels() or (0.0, 0.0))[0],
        keep=keep,
    )


def colours_here(write: Callable[[bytes], None], keep: Callable[[Request], None]) -> TerminalColours | None:
    """Return the colours that this terminal can be told; None if it is not known that it can. See `text_size_here`."""
    from kiosk.terminal.request import delivery
    from kiosk.terminal.terminal_colours import OWN_GROUND, OWN_PALETTE, TerminalColours, ground, is_console, palette
    from kiosk.terminal.text_size.identify import identify

    if is_console(os.environ):
        return TerminalColours(delivery(write), palette, OWN_PALETTE, keep)
    return TerminalColours(delivery(write), ground, OWN_GROUND) if identify(os.environ) else None


class Confirmation(NamedTuple):
    """The words for a change of size or colours."""

    remark: str
    """Shown if there is little room."""
    said: str
    """A sentence."""


class Appearance:
    """The present text size and colours."""

    def __init__(
        self,
        text_size: TextSize,
        themes: Sequence[Contrast] = THEMES,
        colours: TerminalColours | None = None,
        touch: bool = False,
    ) -> None:
        """Begin with the first of `themes`.

        Args:
            text_size: The text sizes of the terminal.
            themes: The colours to choose from.
            colours: Those that the terminal can be told.
            touch: True if buttons must be large enough for a finger.
        """
        self._touch = touch
        self._text_size = text_size
        self._themes = themes
        self._colours = colours
        self._theme = 0
        self._asked = False
        """True while a size that a visitor asked for is not on the screen yet."""

    @property
    def settled(self) -> bool:
        """True once the start size is known; draw nothing before."""
        return self._text_size.settled

    @property
    def lettering(self) -> Lettering:
        """The present text size."""
        return self._text_size.lettering

    @property
    def contrast(self) -> Contrast:
        """The present colours."""
        return self._themes[self._theme]

    def theme(self, dim: bool) -> str:
        """Have the terminal show the present colours, or the dim ones; return the name of Textual's theme."""
        shown = self._themes[-1] if dim else self.contrast
        if self._colours:
            self._colours.show(shown.palette or (shown.variables["page-ground"],))
        return shown.name

    def grid(self, columns: int, rows: int) -> Grid:
        """Return the cells that a page may fill on a terminal of this size."""
        grid = self.lettering.grid(columns, rows)
        if not self._touch:
            return grid
        from kiosk.terminal.touch.finger import button_rows

        return replace(grid, button_rows=button_rows(self._text_size.row_mm, grid.height))

    def grids(self, columns: int, rows: int) -> tuple[Grid, ...]:
        """Return those of all text sizes on a terminal that has these cells at the present one."""
        return tuple(dict.fromkeys(level.grid(columns, rows) for level in self._text_size.levels))

    def begin(self, now: float) -> None:
        """Start to find out what the terminal can do."""
        self._text_size.begin(now)

    def change(self, errand: Errand, words: Wording, now: float) -> Confirmation | None:
        """Change colours or size; None if the terminal changes its own font, which is confirmed later."""
        if errand is Errand.CONTRAST:
            self._theme = (self._theme + 1) % len(self._themes)
            name = words(self._themes[self._theme].label)
            return Confirmation(name, f"{name}.")
        if not self._text_size.step(1 if errand is Errand.SIZE else -1, now):
            return Confirmation(words("One size only"), words("There is no other size here."))
        self._asked = self._text_size.waiting
        return None if self._asked else self._size(words)

    def resized(self, columns: int, rows: int, words: Wording, now: float) -> Confirmation | None:
        """Take the new number of cells, which may be the answer to a request for another font."""
        self._text_size.resized(columns, rows, now)
        return self._answered(words)

    def tick(self, words: Wording, now: float) -> Confirmation | None:
        """Let time pass; a terminal that ignores a request is not waited for any longer."""
        self._text_size.tick(now)
        return None if self._text_size.waiting else self._answered(words)

    def reset(self, now: float) -> None:
        """Return to the start size and the first colours, for a new visitor."""
        self._theme, self._asked = 0, False
        self._text_size.reset(now)

    def restore(self) -> None:
        """Restore the terminal's own font and colours."""
        self._text_size.restore()
        if self._colours:
            self._colours.restore()

    def _answered(self, words: Wording) -> Confirmation | None:
        asked, self._asked = self._asked, False
        return self._size(words) if asked else None

    def _size(self, words: Wording) -> Confirmation:
        """Name the present size: "Large", "Large. About 9 millimeters."."""
        name = words(self.lettering.name)
        height = self.lettering.height_mm
        if height is None:
            return Confirmation(name, f"{name}.")
        mm = words("About {n} millimeters.", n=round(height) if height >= 5 else round(height, 1))
        return Confirmation(name, f"{name}. {mm}")
