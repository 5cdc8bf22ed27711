"""What is valid at a given moment: the notice, temporary pages, reviews, opening hours.

Pure: the moment is passed in, in the clinic's local time (without a time zone). If the clock must be wrong, nothing is
hidden: the notice shows, all pages are there, and the clinic counts as open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from kiosk.content.model.library import Clinic, Library, Notice, Topic
from kiosk.content.model.overdue import overdue_from, with_overdue
from kiosk.content.model.required import UNWELL

YEARS = 5
"""Texts are reviewed every year, so a clock this many years after the newest one is wrong."""


def clock_is_right(library: Library, now: datetime) -> bool:
    """True if `now` is plausible: at most a day before the newest text, and not years after it.

    A day before, because a text may come from a time zone where it is tomorrow.
    """
    newest = max(_days(library), default=None)
    if newest is None:
        return True
    return newest - timedelta(days=1) <= now.date() <= newest + timedelta(days=366 * YEARS)


def notice_at(library: Library, now: datetime) -> Notice | None:
    """Return the notice that is valid at `now`, or None."""
    notice = library.notice
    if notice is None or not clock_is_right(library, now):
        return notice
    return notice if (notice.start is None or notice.start <= now) and now < notice.end else None


def library_at(library: Library, now: datetime) -> Library:
    """Return `library` with the temporary pages that are due now, and with `Topic.overdue` as of now.

    The same object if nothing changes. If only the care cards would remain in the menu, all temporary pages stay.
    """
    if not clock_is_right(library, now):
        return library
    return _with_temporary_pages(with_overdue(library, now.date()), now)


def _with_temporary_pages(library: Library, now: datetime) -> Library:
    if not any(_comes_and_goes(topic) for own in library.topics.values() for topic in own.values()):
        return library
    gone = {name for name in library.names if not any(_is_shown(topic, now) for topic in _deciding(library, name))}
    clinic = library.clinic
    groups = clinic.grouped(set(library.names) - gone)
    clinic = replace(clinic, menu=tuple(name for name in clinic.menu if name not in gone), groups=groups)
    if not set(clinic.offered) - {UNWELL}:
        return library
    # A page whose original is hidden is hidden in all languages; a translation can also have its own dates.
    topics = {
        language: {name: topic for name, topic in own.items() if name not in gone and _is_shown(topic, now)}
        for language, own in library.topics.items()
    }
    return replace(library, clinic=clinic, topics=topics)


def is_open(library: Library, now: datetime) -> bool:
    """True if patients are expected at `now`."""
    clinic = library.clinic
    if not clinic.opening or not clock_is_right(library, now):
        return True
    if now.date() in clinic.closed_on:
        return False
    minute = now.hour * 60 + now.minute
    return any(now.weekday() in hours.days and hours.start <= minute < hours.end for hours in clinic.opening)


def next_change(library: Library, now: datetime) -> datetime | None:
    """Return the next moment at which something here can change; None for never.

    Callers need not ask again before then, unless the clock is set.
    """
    later = [moment for moment in _moments(library, now) if moment > now]
    return min(later, default=None)


def _days(library: Library) -> Iterator[date]:
    """Yield the days on which something was written or reviewed."""
    for own in library.topics.values():
        for topic in own.values():
            yield topic.last_changed
            if topic.review.reviewed:
                yield topic.review.reviewed


def _comes_and_goes(topic: Topic) -> bool:
    return topic.show_from is not None or topic.show_until is not None


def _is_shown(topic: Topic, now: datetime) -> bool:
    return (topic.show_from is None or topic.show_from <= now) and (topic.show_until is None or now < topic.show_until)


def _deciding(library: Library, name: str) -> list[Topic]:
    """Return the originals of a topic; all its translations if there is none."""
    every = [own[name] for own in library.topics.values() if name in own]
    return [topic for topic in every if topic.translation is None] or every


def _moments(library: Library, now: datetime) -> Iterator[datetime]:
    """Yield moments at which something begins or ends; of the opening hours only the next week's."""
    if library.notice:
        yield library.notice.end
        if library.notice.start:
            yield library.notice.start
    for own in library.topics.values():
        for topic in own.values():
            yield from (moment for moment in (topic.show_from, topic.show_until) if moment)
            if overdue := overdue_from(topic):
                yield datetime.combine(overdue, time())
    yield from _doors(library.clinic, now)


def _doors(clinic: Clinic, now: datetime) -> Iterator[datetime]:
    """Yield when the clinic opens and closes, from today to the same day next week."""
    for ahead in range(8):
        day = datetime.combine(now.date() + timedelta(days=ahead), time())
        if clinic.opening and clinic.closed_on:
            yield day  # a day off begins or ends
        for hours in clinic.opening:
            if day.weekday() in hours.days:
                yield day + timedelta(minutes=hours.start)
                yield day + timedelta(minutes=hours.end)
