"""The content a kiosk starts with: the files as they are, else the last good copy, else the built-in pages."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.files.hashes import content_hash
from kiosk.content.live.last_good import LastGood

if TYPE_CHECKING:
    from kiosk.content.model.library import Library
    from kiosk.content.parsing.diagnostic import Diagnostic


_ATTEMPTS = 3
"""How often files that change during reading are read again."""


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
    """`hashes.content_hash` of the files that were examined."""


def content_at_start(folder: Path, last_good: LastGood) -> AtStart:
    """Return the best content there is for `folder`. Raises nothing, whatever is in it.

    If the files are unchanged since the last good copy was made, they are only hashed, not read and checked.
    """
    copy = last_good.load(folder)
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
