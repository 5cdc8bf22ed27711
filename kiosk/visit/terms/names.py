"""Names of the places that every kiosk has; all other places are topics."""

from __future__ import annotations

from kiosk.content.model.required import DISCLAIMER, UNWELL

__all__ = [
    "ALL_KEYS",
    "DISCLAIMER",
    "EXPLORE",
    "HELP",
    "LANGUAGES",
    "MENU",
    "MORE",
    "NOTICE",
    "PAUSED",
    "QUESTIONS",
    "TAKE_AWAY",
    "TRANSIENT",
    "UNWELL",
    "WARNING",
    "WHERE",
]  # fmt: skip

MENU = "menu"
"""Its groups are the places `menu/1` and so on."""
HELP, ALL_KEYS, EXPLORE, MORE, PAUSED = "help", "all-keys", "try-keys", "more", "paused"
WHERE, WARNING, NOTICE, LANGUAGES = "where-am-i", "still-there", "notice", "languages"
"""The offers of language help are the places `languages`, `languages/2` and so on, and `languages/vi`."""
QUESTIONS, TAKE_AWAY = "questions", "take-away"
"""Extras of a topic; the place is called `signs/questions`."""
TRANSIENT = (HELP, ALL_KEYS, EXPLORE, MORE, PAUSED, WHERE)
"""Places that are left behind: "back" never leads to them."""
