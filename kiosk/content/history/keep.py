"""Keep the content before and after it is changed, whoever changes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.content.history.generations import History
from kiosk.content.reader import read_content


@contextmanager
def kept(folder: Path, why: str) -> Iterator[None]:
    """Keep the content of `folder` before the block and, unless it raises, after it; `why` says what led to that."""
    keep(folder)
    yield
    keep(folder, why)


def keep(folder: Path, why: str = "") -> None:
    """Keep the content of `folder` as it is now, which may have an error; a full disk keeps nobody from working."""
    with suppress(OSError):
        History.of(folder).keep(why, is_right(folder))


def is_right(folder: Path) -> bool:
    """True if the content has no error."""
    return read_content(folder).everything is not None
