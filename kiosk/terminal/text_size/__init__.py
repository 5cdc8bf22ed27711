"""Text size: the terminal's own font if it can be changed, drawn letters everywhere else.

1. `identify` guesses the terminal from the environment, without asking it anything.
2. `FontProbe` asks it once, at the start, and observes if the grid changes.
3. `TextSize` is used by the app: the levels, the present one, and steps between them.
"""

from kiosk.terminal.text_size.text_size import TextSize

__all__ = ["TextSize"]
