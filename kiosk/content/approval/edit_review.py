"""Write an approval into a topic file, changing only the lines of the review."""

from __future__ import annotations

from datetime import date

from kiosk.content.approval.edit_block import with_fields
from kiosk.content.files.build import APPROVED, review_of
from kiosk.content.files.source_file import read_raw
from kiosk.content.model.library import Review
from kiosk.content.parsing.diagnostic import errors
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import tidy
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.review_fields import REVIEW
from kiosk.content.schema.topic_fields import TOPIC

NOT_APPROVED = "not yet approved"
_OF_A_REVIEW = tuple(field.name for field in REVIEW.fields)


def with_approval(
    raw: bytes, reviewer: str, role: str, reviewed: date, due: date, text: str, record: str = ""
) -> bytes | None:
    """Return the bytes of a topic file with this approval; everything else, comments and line ends too, is unchanged.

    `record` is the mark of its line in the list of approvals.

    None if the review is not laid out in lines of its own.
    """
    fields = {
        "status": APPROVED,
        "reviewer": reviewer,
        "role": role,
        "reviewed": reviewed.isoformat(),
        "due": due.isoformat(),
        "text": text,
        **({"record": record} if record else {}),
    }
    return _with_only(raw, fields)


def with_withdrawal(raw: bytes, by: str, day: date) -> bytes | None:
    """Return the bytes of a topic file whose approval `by` has withdrawn; None as for `with_approval`."""
    return _with_only(raw, {"status": NOT_APPROVED, "withdrawn-by": by, "withdrawn": day.isoformat()})


def _with_only(raw: bytes, fields: dict[str, str]) -> bytes | None:
    """Return the bytes of a topic file with these fields in its review, and no other; None as for `with_approval`."""
    return with_fields(raw, "review", {**fields, **{name: None for name in _OF_A_REVIEW if name not in fields}})


def problem_with_approval(raw: bytes, reviewer: str, role: str) -> str:
    """Return why the bytes of a topic file do not read as approved by this reviewer; empty if they do."""
    diagnostics = Diagnostics("")
    entries = read_raw(raw, TOPIC, diagnostics, fastest_reader())
    if wrong := errors(diagnostics.report()):
        return f"With the review written as it is, this line would become an error: “{wrong[0].excerpt.strip()}”."
    review = review_of(entries) if entries else Review()
    if (review.reviewer, review.role) == (tidy(reviewer), tidy(role)):
        return ""
    return "The name or the profession in its review is spread over several lines in an unusual way."
