"""A backup: all that belongs to a clinic as one file, with the hash of each part."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

import kiosk
from kiosk.content.history.generations import ELSEWHERE
from kiosk.content.history.own_files import LIMITS, belongs
from kiosk.machine.archive import ArchiveError, compressed, decompressed, members, tar_of

MOST_PACKED = LIMITS.unpacked
"""Bytes of a backup that are read."""
_MANIFEST = "manifest.json"
_CONTENT = "content/"


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return a backup of `files`: path in the content folder → bytes, and those of `ELSEWHERE`."""
    named = {name if name in ELSEWHERE else _CONTENT + name: raw for name, raw in files.items()}
    about = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "by": f"kiosk {kiosk.__version__}",
        "files": {name: sha256(raw).hexdigest() for name, raw in named.items()},
    }
    manifest = json.dumps(about, indent=1).encode()
    return compressed(tar_of({_MANIFEST: manifest, **named}))


def unpacked(raw: bytes) -> dict[str, bytes]:
    """Return the files of a backup as `packed` takes them.

    Raises ArchiveError unless each is a clinic's own, and has the bytes with which the backup was made.
    """
    found = members(decompressed(raw, LIMITS), _may_be_in_it, LIMITS)
    try:
        hashes = json.loads(found.pop(_MANIFEST))["files"]
        whole = hashes == {name: sha256(inside).hexdigest() for name, inside in found.items()}
    except (KeyError, ValueError, TypeError, RecursionError) as error:
        raise ArchiveError("it has no list of its files") from error
    if not whole:
        raise ArchiveError("it is damaged: its files are not those that were put into it")
    return {name.removeprefix(_CONTENT): inside for name, inside in found.items()}


def _may_be_in_it(name: str) -> bool:
    return name in (_MANIFEST, *ELSEWHERE) or (name.startswith(_CONTENT) and belongs(name.removeprefix(_CONTENT)))
