"""The error of a kiosk or command that cannot start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.content.parsing.diagnostic import Diagnostic


class CannotStartError(Exception):
    """Why the kiosk cannot start, for the person who starts it."""

    def __init__(self, sentence: str, diagnostics: tuple[Diagnostic, ...] = (), status: int = 1) -> None:
        super().__init__(sentence)
        self.diagnostics = diagnostics
        self.status = status
        """Exit status."""
