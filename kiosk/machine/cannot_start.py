"""Why the kiosk, or a command, cannot do what it was called for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.content.parsing.problem import Problem


class CannotStartError(Exception):
    """Why the kiosk cannot start, for whoever starts it."""

    def __init__(self, sentence: str, problems: tuple[Problem, ...] = (), status: int = 1) -> None:
        super().__init__(sentence)
        self.problems = problems
        self.status = status
        """Exit status."""
