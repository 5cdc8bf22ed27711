"""The error of everything about signed content, with a message for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.content.parsing.diagnostic import Diagnostic


class FleetError(Exception):
    """Why something was not done, and how to fix it; nothing has changed for patients."""

    def __init__(self, code: str, sentence: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(sentence)
        self.code = code
        """A short stable name such as `unreachable`, for alerts."""
        self.diagnostics = diagnostics
        """Errors in the content, if they are the reason."""
