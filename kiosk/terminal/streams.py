"""What the program reads from and writes to: a terminal, a file, a pipe, or nothing where it was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def at_terminal(stream: TextIO | None) -> bool:
    """Whether `stream` leads to a terminal; one that was closed before the program started, which is None, does not."""
    return stream is not None and not stream.closed and stream.isatty()


def write_any_letter(stream: TextIO | None) -> None:
    """From here on a letter that the locale of `stream` has no sign for is written as “?” and raises nothing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
