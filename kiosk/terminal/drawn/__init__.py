"""Large letters drawn in block characters, for terminals that cannot change their own font.

The letters are bitmaps (`data/*.hex`, public domain, see NOTICE); nothing but text goes to the terminal.
"""

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.drawn.fonts import IN_QUADRANTS, IN_WHOLE_CELLS

__all__ = ["IN_QUADRANTS", "IN_WHOLE_CELLS", "DrawnFont"]
