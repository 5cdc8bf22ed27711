"""Write into a topic file which text it translates, changing only the lines of `translation:`."""

from __future__ import annotations

from datetime import date

from kiosk.content.approval.edit_block import with_fields
from kiosk.content.model.library import Topic


def with_translation(
    raw: bytes, topic: Topic, original: Topic, translator: str, role: str, today: date, machine: bool = False
) -> bytes | None:
    """Return the bytes of the file of `topic` once `translator`, or a `machine`, has made it match `original`.

    A comparison with an earlier original is taken out, and so is the profession of an earlier translator. None if the
    lines of its translation, or of its review, cannot be changed.
    """
    known = topic.translation if topic.translation and topic.translation.translator == translator else None
    fields = {
        "from": original.written,
        "translator": translator,
        "role": role or (known.role if known else "") or None,
        "translated": today.isoformat(),
        "machine": "yes" if machine else None,
        "reviewer": None,
        "reviewer-role": None,
        "reviewed": None,
    }
    if topic.translation and topic.translation.made_from == original.written:
        del fields["reviewer"], fields["reviewer-role"], fields["reviewed"]
    return with_fields(raw, "translation", fields, below="review")


def with_present_original(raw: bytes, original: Topic) -> bytes | None:
    """Return the bytes of a translation that still matches `original`: only its hash changes.

    None if the lines of its translation cannot be changed.
    """
    return with_fields(raw, "translation", {"from": original.written})
