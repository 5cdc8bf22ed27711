"""What holds at a given moment: the notice, the pages that come and go, the opening hours.

Pure: the moment is handed in, by the clinic's own clock (without a time zone). A clock that must be wrong hides
nothing: the notice shows, all pages are there, and the clinic counts as open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from kiosk.content.model.library import Clinic, Library, Notice, Topic
from kiosk.content.model.required import UNWELL

YEARS = 5
"""Texts are reviewed every year. Where the clock is so many years after the newest of them, it is wrong."""


def clock_is_right(library: Library, now: datetime) -> bool:
    """Whether `now` can be: no earlier than the day before the newest text, and not years after it.

    The day before, because a text may come from where it is already tomorrow.
    """
    newest = max(_days(library), default=None)
    if newest is None:
        return True
    return newest - timedelta(days=1) <= now.date() <= newest + timedelta(days=366 * YEARS)


def notice_at(library: Library, now: datetime) -> Notice | None:
    """The notice that holds at `now`, or None."""
    notice = library.notice
    if notice is None or not clock_is_right(library, now):
        return notice
    return notice if (notice.start is None or notice.start <= now) and now < notice.end else None


def library_at(library: Library, now: datetime) -> Library:
    """`library` without the pages whose time is not now; itself where all are there.

    Where that would leave the menu with nothing but the care cards, all pages stay.
    """
    if not any(_comes_and_goes(topic) for own in library.topics.values() for topic in own.values()):
        return library
    if not clock_is_right(library, now):
        return library
    gone = {name for name, topic in library.topics[library.clinic.languages[0]].items() if not _is_shown(topic, now)}
    menu = tuple(name for name in library.clinic.menu if name not in gone)
    if not set(menu) - {UNWELL}:
        return library
    # A page goes in all languages; a translation may also have a time of its own.
    topics = {
        language: {name: topic for name, topic in own.items() if name not in gone and _is_shown(topic, now)}
        for language, own in library.topics.items()
    }
    return replace(library, clinic=replace(library.clinic, menu=menu), topics=topics)


def is_open(library: Library, now: datetime) -> bool:
    """Whether patients are expected at `now`."""
    clinic = library.clinic
    if not clinic.opening or not clock_is_right(library, now):
        return True
    if now.date() in clinic.closed_on:
        return False
    minute = now.hour * 60 + now.minute
    return any(now.weekday() in hours.days and hours.start <= minute < hours.end for hours in clinic.opening)


def next_change(library: Library, now: datetime) -> datetime | None:
    """The first moment after `now` at which something here may change; None where nothing ever does.

    Nobody needs to ask again before it, as long as the clock is not set.
    """
    later = [moment for moment in _moments(library, now) if moment > now]
    return min(later, default=None)


def _days(library: Library) -> Iterator[date]:
    """The days on which something was written or reviewed."""
    for own in library.topics.values():
        for topic in own.values():
            yield topic.last_changed
            if topic.review.reviewed:
                yield topic.review.reviewed


def _comes_and_goes(topic: Topic) -> bool:
    return topic.show_from is not None or topic.show_until is not None


def _is_shown(topic: Topic, now: datetime) -> bool:
    return (topic.show_from is None or topic.show_from <= now) and (topic.show_until is None or now < topic.show_until)


def _moments(library: Library, now: datetime) -> Iterator[datetime]:
    """Moments at which something begins or ends; of the opening hours only the next ones."""
    if library.notice:
        yield library.notice.end
        if library.notice.start:
            yield library.notice.start
    for own in library.topics.values():
        for topic in own.values():
            yield from (moment for moment in (topic.show_from, topic.show_until) if moment)
    yield from _doors(library.clinic, now)


def _doors(clinic: Clinic, now: datetime) -> Iterator[datetime]:
    """When the clinic opens and closes, from today to the same day next week."""
    for ahead in range(8):
        day = datetime.combine(now.date() + timedelta(days=ahead), time())
        if clinic.opening and clinic.closed_on:
            yield day  # a day off begins or ends
        for hours in clinic.opening:
            if day.weekday() in hours.days:
                yield day + timedelta(minutes=hours.start)
                yield day + timedelta(minutes=hours.end)
