"""Warnings about dates: reviews that are due, notices that have ended, dates in the future."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.library import Notice, Topic
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Text

DUE_SOON_DAYS = 60
"""How many days ahead staff are warned that a review is due."""


def warn_about_dates(file: TopicFile, topic: Topic, today: date) -> None:
    """Warn about dates in the future and reviews that are due."""
    due, reviewed = topic.review.due, topic.review.reviewed
    tomorrow = today + timedelta(days=1)  # the text may come from a time zone where it is tomorrow
    if topic.last_changed > tomorrow:
        _at(file, "last-changed", "future-date", "This date is in the future.", f"Type {today}.")
    if not topic.approved:
        return
    if reviewed and reviewed > tomorrow:
        _at(file, "reviewed", "future-date", "This date is in the future.", "Type the day of the review.")
    if due and due < today:
        _at(file, "due", "review-overdue", f"The review of this text was due on {due}.",
            file.to_approve)  # fmt: skip
    elif due and due <= today + timedelta(days=DUE_SOON_DAYS):
        _at(file, "due", "review-due", f"The review of this text is due on {due}, in {(due - today).days} days.",
            file.to_approve)  # fmt: skip


def warn_about_withheld(file: TopicFile, topic: Topic) -> None:
    """Warn that patients do not get this text, because the clinic only shows approved ones."""
    if not topic.approved:
        _at(file, "status", "not-shown", "Patients do not see this text, because no clinician has approved it.",
            file.to_approve)  # fmt: skip


def warn_about_notice(notice: Notice, diagnostics: Diagnostics, now: datetime) -> None:
    """Warn that a notice has ended."""
    if notice.end <= now:
        number = next((n for n, line in enumerate(diagnostics.lines, 1) if line.startswith("until:")), 0)
        diagnostics.warn("notice-over", f"This notice ended on {notice.end:%Y-%m-%d at %H:%M}.",
                         "Delete the file, or correct the time after “until”.", line=number)  # fmt: skip


def _at(file: TopicFile, name: str, code: str, message: str, fix: str) -> None:
    """Warn about the line of the field `name`, at the top or in the review."""
    review = file.entries.get("review") if file.entries else None
    inside = review.get(name) if isinstance(review, Entries) else None
    value = inside or (file.entries.get(name) if file.entries else None)
    place = value if isinstance(value, Text) else None
    file.diagnostics.warn(code, message, fix, line=place.line if place else 0, column=place.column if place else 0)
