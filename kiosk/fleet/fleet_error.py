"""Why something with signed content was not done, for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.content.parsing.diagnostic import Diagnostic


class FleetError(Exception):
    """What was not done and what to do about it, as sentences; nothing was changed for patients."""

    def __init__(self, code: str, sentence: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(sentence)
        self.code = code
        """A short stable name such as `unreachable`, for alerts."""
        self.diagnostics = diagnostics
        """What is to be mended in the content, where that is why."""
