"""Text size as the visitor changes it: the terminal's own font where it can be asked, drawn letters everywhere else.

1. `identify` tells from the environment which terminal this may be, without asking it anything.
2. `FontProbe` asks it once, at the start, and sees whether the grid changes.
3. `TextSize` is what the app holds: the levels, the present one, and steps between them.
"""

from kiosk.terminal.text_size.text_size import TextSize

__all__ = ["TextSize"]
