"""The sizes of drawn letters, smallest first.

A cell is about twice as high as wide, and so is a pixel: letters of 8 by 8 pixels have the proportions of the
terminal's own. The tall ones double the rows between the bars of E, so strokes keep their thickness.
"""

from __future__ import annotations

from kiosk.terminal.drawn.blocks import Blocks
from kiosk.terminal.drawn.font import DrawnFont

_BETWEEN_BARS = frozenset({1, 2, 4, 5})

IN_QUADRANTS = (
    DrawnFont("narrow", 3, 4, 3.0, "6x8", Blocks.QUADRANTS),
    DrawnFont("broad", 4, 4, 3.5, "8x8", Blocks.QUADRANTS),
    DrawnFont("tall", 4, 6, 5.5, "8x8", Blocks.QUADRANTS, _BETWEEN_BARS),
    DrawnFont("double", 8, 8, 7.0, "8x8", Blocks.WHOLE_CELLS),
)
"""For every terminal that has quadrant blocks."""
IN_WHOLE_CELLS = (
    DrawnFont("narrow", 6, 8, 6.0, "6x8", Blocks.WHOLE_CELLS),
    DrawnFont("broad", 8, 8, 7.0, "8x8", Blocks.WHOLE_CELLS),
    DrawnFont("tall", 8, 12, 11.0, "8x8", Blocks.WHOLE_CELLS, _BETWEEN_BARS),
)
"""For the Linux console, one pixel a cell."""
