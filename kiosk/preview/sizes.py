"""Sizes of screen and letters for the preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.terminal.lettering import Lettering, Plain
from kiosk.terminal.levels import Window, drawn_levels, drawn_start
from kiosk.terminal.text_size.text_size import fonts_for
from kiosk.visit.layout.grid import Grid


@dataclass(frozen=True)
class Size:
    """A screen of a number of cells, with its lettering."""

    name: str
    columns: int
    rows: int
    lettering: Lettering

    @property
    def grid(self) -> Grid:
        """The grid for pages."""
        return self.lettering.grid(self.columns, self.rows)


def plain(columns: int, rows: int) -> Size:
    """Return a screen with the terminal's own letters."""
    return Size(f"{columns} by {rows} letters", columns, rows, Plain())


def sizes(environ: Mapping[str, str]) -> tuple[Size, ...]:
    """Return the usual screens of kiosks; `environ` shows which letters this terminal can draw."""
    window = Window(80, 24)
    levels = drawn_levels(window, fonts_for(environ))
    drawn = levels[drawn_start(window, levels)]
    return (plain(80, 24), plain(46, 13), plain(20, 6), Size("80 by 24 with large letters", 80, 24, drawn))
