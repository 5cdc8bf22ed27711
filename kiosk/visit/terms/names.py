"""Names of the places that every kiosk has; all others are topics."""

from __future__ import annotations

DISCLAIMER, MENU, UNWELL = "disclaimer", "menu", "feel-unwell"
HELP, ALL_KEYS, EXPLORE, MORE = "help", "all-keys", "try-keys", "more"
WHERE, WARNING, NOTICE, LANGUAGES = "where-am-i", "still-there", "notice", "languages"
QUESTIONS, TAKE_AWAY = "questions", "take-away"
"""What may be beside a topic; the place is called `signs/questions`."""
PASSING = (HELP, ALL_KEYS, EXPLORE, MORE, WHERE)
"""Places for a moment: no way leads back to them."""
