"""The topics that every kiosk must have."""

DISCLAIMER, UNWELL = "disclaimer", "feel-unwell"
REQUIRED = (DISCLAIMER, UNWELL)
WITH_CARDS = (UNWELL,)
"""Those that must have care cards."""
