"""The topics without which no kiosk may stand in a waiting room."""

REQUIRED = ("disclaimer", "feel-unwell")
WITH_CARDS = ("feel-unwell",)
"""Those of them that must offer care cards."""
