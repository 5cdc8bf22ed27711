"""The sentences of the safe page, remembered in the state folder while the kiosk is well.

The safe page reads no content, because that may be what crashes or hangs. So the app writes here, ahead, what the page
says in each language of the clinic.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from kiosk.machine.files import write_whole
from kiosk.machine.paths import state_folder

NAME = "safe-page.json"
MOST_BYTES = 20_000
"""A larger file was not written by the kiosk."""
LONGEST = 200
"""Characters of a sentence."""


def remember_safe_words(sentences: Mapping[str, str], folder: Path | None = None) -> bool:
    """Store language → sentence, the clinic's first language first; return False if it cannot be written."""
    path = (folder or state_folder()) / NAME
    if not sentences or sentences == remembered_safe_words(folder):
        return bool(sentences)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(sentences, ensure_ascii=False).encode("utf-8", "replace"))
    except OSError:
        return False
    return True


def remembered_safe_words(folder: Path | None = None) -> dict[str, str]:
    """Return language → sentence as stored; empty if there is nothing usable. Raises nothing."""
    try:
        with ((folder or state_folder()) / NAME).open("rb") as file:
            stored = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError, RecursionError, RuntimeError):  # RuntimeError: nobody's home folder
        return {}
    if not isinstance(stored, dict):
        return {}
    return {language: said for language, said in stored.items() if language and _is_usable(said)}


def _is_usable(said: object) -> bool:
    """Return True for a sentence that can be written to a terminal: no control characters, no half letters."""
    return isinstance(said, str) and bool(said.strip()) and len(said) <= LONGEST and _is_safe(said)


def _is_safe(said: str) -> bool:
    return all(sign.isprintable() or sign in "\u200c\u200d" for sign in said)  # joiners, which some scripts need
