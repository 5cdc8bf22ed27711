"""A short name for one exact text, by which an approval knows whether it still holds."""

import hashlib
import json
import unicodedata

from kiosk.content.library import Topic

LENGTH = 16
"""Hex digits: enough that no two texts of a clinic share them."""


def fingerprint(topic: Topic) -> str:
    """First 16 hex digits of the SHA-256 of all that a patient reads and hears of `topic`.

    The review and the day of the last change do not count, nor do ids of facts, nor how the file is laid out.
    The clinic's own numbers and name do: they stand in the sentences that were approved.
    """
    parts = {
        "title": topic.title,
        "menu-label": topic.menu_label,
        "sections": [[each.heading, each.paragraphs, each.points] for each in topic.sections],
        "cards": [[each.level, each.contact, each.how_soon, each.when, each.points] for each in topic.cards],
        "sources": [[each.name, each.address] for each in topic.sources],
    }
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", written).encode()).hexdigest()[:LENGTH]
