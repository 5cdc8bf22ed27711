"""What of the content holds at a moment: the notice, the pages that come and go, whether the clinic is open.

Pure: it is told the moment by the clinic's own clock, which may be wrong; see `content.times`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.content.model.library import Library, Notice
from kiosk.content.model.times import is_open, library_at, next_change, notice_at


class ContentSchedule:
    """The content of one clinic as time passes."""

    def __init__(self, library: Library) -> None:
        self._whole = library
        self.library = library
        """What patients get now; its notice is there only while it holds."""
        self.is_open = True
        """Whether patients are expected."""
        self._now: datetime | None = None
        self._until: datetime | None = None

    @property
    def notice(self) -> Notice | None:
        """The notice that holds now."""
        return self.library.notice

    def renew(self, library: Library) -> None:
        """Staff have changed the content."""
        self._whole = self.library = library
        if self._now is not None:
            self._look(self._now)

    def tell(self, now: datetime) -> bool:
        """The clinic's clock shows `now`; whether patients get something else from here on."""
        before, self._now = self._now, now
        if before is not None and before <= now and (self._until is None or now < self._until):
            return False
        shown, opened = self.library, self.is_open
        self._look(now)
        return (shown, opened) != (self.library, self.is_open)

    def _look(self, now: datetime) -> None:
        self._until = next_change(self._whole, now)
        self.is_open = is_open(self._whole, now)
        library, notice = library_at(self._whole, now), notice_at(self._whole, now)
        self.library = library if library.notice == notice else replace(library, notice=notice)
