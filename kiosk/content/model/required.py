"""The topics without which no kiosk may stand in a waiting room."""

DISCLAIMER, UNWELL = "disclaimer", "feel-unwell"
REQUIRED = (DISCLAIMER, UNWELL)
WITH_CARDS = (UNWELL,)
"""Those of them that must offer care cards."""
