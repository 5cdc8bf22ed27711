"""Unpack a bundle without trusting it: limited in size, and only files named like content files."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from kiosk.fleet.bundle_names import MOST_FILES, MOST_IN_A_FILE, MOST_UNPACKED, belongs
from kiosk.fleet.fleet_error import FleetError
from kiosk.machine.archive import ArchiveError, Limits, decompressed, members
from kiosk.machine.files import flush_folder, write_whole

_LIMITS = Limits(MOST_FILES, MOST_IN_A_FILE, MOST_UNPACKED)


def unpack(packed: bytes, folder: Path) -> str:
    """Write the files of a bundle into the new folder `folder`, flushed to disk; return its `Bundle.content`.

    Raises FleetError for a bundle that `bundle` would not make, and OSError if it cannot be written; the caller removes
    what was written by then.
    """
    try:
        plain = decompressed(packed, _LIMITS)
        files = members(plain, belongs, _LIMITS)
    except ArchiveError as error:
        sentence = f"The bundle was signed, but is rejected: {error}. Tell its publisher."
        raise FleetError("bundle-unsafe", sentence) from error
    folder.mkdir(parents=True)
    folders = {folder}
    for name, inside in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        folders.add(path.parent)
        write_whole(path, inside)
    for each in folders:
        flush_folder(each)
    return sha256(plain).hexdigest()
