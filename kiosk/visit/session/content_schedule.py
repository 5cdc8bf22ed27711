"""The content that is valid at a moment: the notice, pages with dates, opening hours.

Pure: the moment is passed in. It comes from the clinic's clock, which may be wrong; see `content.model.times`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.content.model.library import Library, Notice
from kiosk.content.model.times import is_open, library_at, next_change, notice_at


class ContentSchedule:
    """The content of one clinic over time."""

    def __init__(self, library: Library) -> None:
        self._whole = library
        self.library = library
        """The content that patients get now; its notice only while that is valid."""
        self.is_open = True
        """True during opening hours."""
        self._now: datetime | None = None
        self._until: datetime | None = None

    @property
    def notice(self) -> Notice | None:
        """The notice that is valid now."""
        return self.library.notice

    def renew(self, library: Library) -> None:
        """Replace the content after a change by staff."""
        self._whole = self.library = library
        if self._now is not None:
            self._select(self._now)

    def advance(self, now: datetime) -> bool:
        """Move on to `now` of the clinic's clock; return True if patients get other content from here on."""
        before, self._now = self._now, now
        # A clock that was set back makes any earlier moment possible again.
        if before is not None and before <= now and (self._until is None or now < self._until):
            return False
        shown, opened = self.library, self.is_open
        self._select(now)
        return (shown, opened) != (self.library, self.is_open)

    def _select(self, now: datetime) -> None:
        self._until = next_change(self._whole, now)
        self.is_open = is_open(self._whole, now)
        library, notice = library_at(self._whole, now), notice_at(self._whole, now)
        self.library = library if library.notice == notice else replace(library, notice=notice)
