"""Keep the content before and after it is changed, whoever changes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from kiosk.content.history.generations import History
from kiosk.content.reader import read_content


@contextmanager
def kept(folder: Path, why: str, by: str = "") -> Iterator[None]:
    """Keep the content of `folder` before the block and, unless it raises, after it.

    `why` and `by` say what led to that, and who did it. Nobody else adds to the history meanwhile. A full disk, or a
    history that is in use too long, keeps nobody from working. Raises nothing of its own.
    """
    history = History.of(folder)
    with ExitStack() as stack:
        try:
            stack.enter_context(history.held())
        except OSError:
            yield
            return
        _keep(history)
        yield
        _keep(history, why, by)


def keep(folder: Path, why: str = "", by: str = "") -> None:
    """Keep the content of `folder` as it is now, which may have an error; as `kept` does it."""
    _keep(History.of(folder), why, by)


def _keep(history: History, why: str = "", by: str = "") -> None:
    with suppress(OSError):
        history.keep(why, is_right(history.content), by=by)


def is_right(folder: Path) -> bool:
    """True if the content has no error."""
    return read_content(folder).everything is not None
