"""The content a kiosk starts with: the files as they are, else the last good copy, else the built-in pages.

A kiosk with a last good copy shows that, and looks at the files after its first page. Without one, it waits for the
files no longer than its first page may take. A command reads them to the end.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.files.hashes import content_hash
from kiosk.content.live.last_good import Copy, LastGood

if TYPE_CHECKING:
    from kiosk.content.live.deadline import Deadline
    from kiosk.content.model.library import Library
    from kiosk.content.parsing.diagnostic import Diagnostic


_ATTEMPTS = 3
"""How often files that change during reading are read again."""
FIRST_S = 2.5
"""Seconds that the first page waits for the files, if there is no last good copy to show instead."""
UNSEEN = "unseen"
"""The `made_from` of content whose files have not answered yet."""


class ContentSource(StrEnum):
    """Where the content came from."""

    LIVE = "live"
    """The files as they are now."""
    LAST_GOOD = "last good"
    """A copy of earlier files, because the present ones have an error."""
    BUILT_IN = "built in"
    """The built-in pages, because there is nothing else."""


class AtStart(NamedTuple):
    """The content the kiosk starts with."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    """The errors of the files; if these are used all the same, each cost one word or one page of a further language."""
    source: ContentSource
    made_from: str
    """`hashes.content_hash` of the files that were examined, or `UNSEEN`."""


def content_at_start(folder: Path, last_good: LastGood) -> AtStart:
    """Return the best content there is for `folder`. Raises nothing, whatever is in it.

    If the files are unchanged since the last good copy was made, they are only hashed, not read and checked.
    """
    return _examined(folder, last_good, last_good.load(folder))


def content_soon(folder: Path, last_good: LastGood, deadline: Deadline, language: str = "") -> AtStart:
    """Return the best content that there is for `folder` within seconds, even if the folder hangs. Raises nothing.

    A copy is returned at once, without a look at the files, unless it lacks `language`. What has changed since then is
    found by the first polls of `LiveContent`, as it is while the kiosk runs.
    """
    copy = last_good.load(folder)
    if copy and (not language or language in copy.library.topics):
        return AtStart(copy.library, (), ContentSource.LAST_GOOD, copy.made_from)
    try:
        return deadline.call(lambda: _examined(folder, last_good, copy), FIRST_S)
    except TimeoutError:
        if copy:
            return AtStart(copy.library, (), ContentSource.LAST_GOOD, copy.made_from)
    from kiosk.content.model.built_in import built_in_library

    return AtStart(built_in_library(), (), ContentSource.BUILT_IN, UNSEEN)


def _examined(folder: Path, last_good: LastGood, copy: Copy | None) -> AtStart:
    made_from = content_hash(folder, copy.wanted if copy else ())
    if copy and copy.made_from == made_from:
        return AtStart(copy.library, (), ContentSource.LIVE, made_from)
    from kiosk.content.parsing.diagnostic import errors
    from kiosk.content.reader import read_content

    for _ in range(_ATTEMPTS):
        reading = read_content(folder, whole=False, spoken=copy.library.words if copy else ())
        before, made_from = made_from, content_hash(folder, reading.wanted)
        if before == made_from:
            break
    diagnostics = errors(reading.diagnostics)
    if reading.library is not None and before == made_from:
        last_good.save(folder, made_from, reading.library, with_errors=bool(diagnostics))
        return AtStart(reading.library, diagnostics, ContentSource.LIVE, made_from)
    # Files read while somebody was still saving may be half old and half new.
    library = copy.library if copy else reading.library
    if library is not None:
        return AtStart(library, diagnostics, ContentSource.LAST_GOOD, made_from)
    from kiosk.content.model.built_in import built_in_library

    return AtStart(built_in_library(), diagnostics, ContentSource.BUILT_IN, made_from)
