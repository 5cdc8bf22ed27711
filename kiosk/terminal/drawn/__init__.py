"""Large letters drawn in block characters, for terminals that cannot change their own font.

The letters are bitmaps (`data/*.hex`, see NOTICE); nothing but text goes to the terminal. `bitmaps` reads them,
`glyphs` gives each letter its own width, `line` draws a row of them, and `blocks` makes cells of the pixels.
"""

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.drawn.fonts import IN_QUADRANTS, IN_WHOLE_CELLS

__all__ = ["IN_QUADRANTS", "IN_WHOLE_CELLS", "DrawnFont"]
