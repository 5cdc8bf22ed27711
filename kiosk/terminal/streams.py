"""Helpers for standard streams, which may be a terminal, a file, a pipe, or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def at_terminal(stream: TextIO | None) -> bool:
    """Return True if `stream` is a terminal. A stream that was closed before the start is None."""
    return stream is not None and not stream.closed and stream.isatty()


def write_any_letter(stream: TextIO | None) -> None:
    """Make `stream` write “?” for characters outside its locale instead of raising."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
