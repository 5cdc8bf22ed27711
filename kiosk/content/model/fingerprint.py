"""A short name for one exact text, by which an approval or a translation knows whether it still holds."""

import hashlib
import json
import unicodedata

from kiosk.content.model.library import Topic

LENGTH = 16
"""Hex digits: enough that no two texts of a clinic share them."""


def fingerprint(topic: Topic) -> str:
    """First 16 hex digits of the SHA-256 of all that a patient reads and hears of `topic`.

    The review and the day of the last change do not count, nor do ids of facts, nor how the file is laid out.
    The clinic's own numbers and name do: they stand in the sentences that were approved.
    """
    return digits(approved_text(topic))


def approved_text(topic: Topic) -> str:
    """Exactly what `fingerprint` stands for, as JSON, so that it can be kept and compared later."""
    said = {**_words(topic), "sources": [[each.name, each.address] for each in topic.sources]}
    return _json({**said, "web-address": topic.web_address} if topic.web_address else said)


def fingerprint_of_words(topic: Topic) -> str:
    """The same of the words alone, without the sources: what a translation has to say."""
    return digits(_json(_words(topic)))


def digits(text: str) -> str:
    """The fingerprint of any text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _words(topic: Topic) -> dict[str, object]:
    said: dict[str, object] = {
        "title": topic.title,
        "menu-label": topic.menu_label,
        "sections": [[each.heading, each.paragraphs, each.points] for each in topic.sections],
        "cards": [[each.level, each.contact, each.how_soon, each.when, each.points] for each in topic.cards],
    }
    # Only where there are some, so that a page without them keeps the approval that it had.
    return {**said, "questions": topic.questions} if topic.questions else said


def _json(parts: dict[str, object]) -> str:
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", written)
