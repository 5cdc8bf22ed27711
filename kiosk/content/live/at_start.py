"""The content with which a kiosk starts: the files as they are, else the last good copy, else what is built in."""

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
"""Readings of files that change meanwhile."""


class ContentSource(StrEnum):
    """Where content came from."""

    LIVE = "live"
    """The files as they are now."""
    LAST_GOOD = "last good"
    """A copy of earlier files; those of now have an error."""
    BUILT_IN = "built in"
    """Nothing else could be had."""


class AtStart(NamedTuple):
    """What the kiosk starts with."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    """The errors because of which the files were not used; none when they were."""
    source: ContentSource
    made_from: str
    """`hashes.content_hash` of the files that were looked at."""


def content_at_start(folder: Path, last_good: LastGood) -> AtStart:
    """The best content that there is for `folder`. Raises nothing for what is or is not in it.

    Reads only the hash of the files while they have not changed since the last good copy was made.
    """
    copy = last_good.load(folder)
    made_from = content_hash(folder, copy.wanted if copy else ())
    if copy and copy.made_from == made_from:
        return AtStart(copy.library, (), ContentSource.LIVE, made_from)
    from kiosk.content.parsing.diagnostic import errors
    from kiosk.content.reader import read_content

    for _ in range(_ATTEMPTS):
        reading = read_content(folder, whole=False)
        before, made_from = made_from, content_hash(folder, reading.wanted)
        if before == made_from:
            break
    if reading.library is not None and before == made_from:
        last_good.save(folder, made_from, reading.library)
        return AtStart(reading.library, (), ContentSource.LIVE, made_from)
    # What was read while somebody was still saving may be half of the old and half of the new.
    diagnostics = errors(reading.diagnostics)
    library = copy.library if copy else reading.library
    if library is not None:
        return AtStart(library, diagnostics, ContentSource.LAST_GOOD, made_from)
    from kiosk.content.model.built_in import built_in_library

    return AtStart(built_in_library(), diagnostics, ContentSource.BUILT_IN, made_from)
