"""Pack a content folder reproducibly: the same files always become the same bytes."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.fleet.bundle_names import MOST_FILES, MOST_IN_A_FILE, MOST_PACKED, MOST_UNPACKED, belongs
from kiosk.fleet.fleet_error import FleetError
from kiosk.machine.archive import compressed, tar_of
from kiosk.pictures import OWN_FOLDER


@dataclass(frozen=True)
class Bundle:
    """A content folder as one file."""

    packed: bytes
    """gzip of a tar; the same bytes for the same files and the same zlib."""
    content: str
    """SHA-256 of the tar inside, in hex: identifies the files whatever zlib packed them."""


def pack(folder: Path) -> Bundle:
    """Pack the content files of `folder`, without their owners, dates and permissions.

    Raises FleetError if they are too many or too large, and OSError if one cannot be read.
    """
    plain = as_tar(folder)
    packed = compressed(plain)
    if len(packed) > MOST_PACKED:
        raise FleetError("too-large", "The content is larger than a kiosk accepts. Remove what patients do not need.")
    return Bundle(packed, sha256(plain).hexdigest())


def content_of(folder: Path) -> str:
    """Return the `Bundle.content` of `folder` as it is now; empty if it cannot be read."""
    try:
        return sha256(as_tar(folder)).hexdigest()
    except (OSError, FleetError):
        return ""


def as_tar(folder: Path) -> bytes:
    """Return the tar of the content files in `folder`, sorted by name. Raises FleetError and OSError as `pack` does."""
    names = sorted(filter(belongs, _names(folder)))
    if len(names) > MOST_FILES:
        raise FleetError("too-many-files", f"There are {len(names)} files; a kiosk accepts at most {MOST_FILES}.")
    files: dict[str, bytes] = {}
    size = 0
    for name in names:
        files[name] = _bytes(folder / name, name)
        size += len(files[name])
        if size > MOST_UNPACKED:
            raise _too_large()
    plain = tar_of(files)
    if len(plain) > MOST_UNPACKED:
        raise _too_large()
    return plain


def _too_large() -> FleetError:
    return FleetError("too-large", "The content is larger than a kiosk accepts. Remove some of it.")


def _names(folder: Path) -> list[str]:
    """Return the paths with `/` of all files one or two levels deep."""
    found = []
    for entry in os.scandir(folder):
        found.append(entry.name)
        if (len(entry.name) == 2 or entry.name == OWN_FOLDER) and entry.is_dir():
            found += [f"{entry.name}/{each}" for each in os.listdir(entry.path)]
    return found


def _bytes(path: Path, name: str) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise FleetError("no-file", f"{name} is not an ordinary file, so it cannot go to the kiosks.")
    with path.open("rb") as file:
        inside = file.read(MOST_IN_A_FILE + 1)
    if len(inside) > MOST_IN_A_FILE:
        raise FleetError("too-large", f"{name} is too large for a content file. Shorten it.")
    return inside
