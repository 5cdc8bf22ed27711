"""Reviews that are overdue: what was right a year ago may not be right today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kiosk.content.model.library import Library, Topic

GRACE_DAYS = 90
"""Days after a review was due until patients read that it is overdue.

A quarter of a year: time for a clinic that was reminded 60 days ahead, `advice.review_dates`, to find a clinician;
and with it no page speaks for more than 15 months for a review that holds for twelve.
"""


def with_overdue(library: Library, today: date) -> Library:
    """Return `library` with `Topic.overdue` set as of `today`; the same object if no review is overdue.

    Where the clinic only shows approved texts, overdue ones are left out as unapproved ones are.
    """
    if not any(_is_overdue(topic, today) for own in library.topics.values() for topic in own.values()):
        return library
    topics = {
        language: {
            name: replace(topic, overdue=True) if _is_overdue(topic, today) else topic for name, topic in own.items()
        }
        for language, own in library.topics.items()
    }
    from kiosk.content.model.unapproved import without_unapproved  # rarely needed, and never for the first page

    return without_unapproved(replace(library, topics=topics))


def overdue_from(topic: Topic) -> date | None:
    """Return the first day on which patients read that the review is overdue; None without a valid approval."""
    if not topic.approved or topic.review.due is None:
        return None
    return topic.review.due + timedelta(days=GRACE_DAYS + 1)


def _is_overdue(topic: Topic, today: date) -> bool:
    first = overdue_from(topic)
    return first is not None and first <= today
