"""The waiting-room kiosk. Walk through it as the data does: `content` → `visit` → `speech` and `ui`.

Imports go downward only: `cli` → `ui` → `terminal`, `speech` → `visit` → `content`.
"""

__version__ = "0.2.0"
