"""Unpack a bundle without trusting it: limited in size, and only files named like content files."""

from __future__ import annotations

import io
import tarfile
import zlib
from hashlib import sha256
from pathlib import Path

from kiosk.fleet.bundle_names import MOST_FILES, MOST_IN_A_FILE, MOST_UNPACKED, belongs
from kiosk.fleet.fleet_error import FleetError
from kiosk.machine.files import flush_folder, write_whole

_GZIP = 16 + zlib.MAX_WBITS


def unpack(packed: bytes, folder: Path) -> str:
    """Write the files of a bundle into the new folder `folder`, flushed to disk; return its `Bundle.content`.

    Raises FleetError for a bundle that `bundle` would not make, and OSError if it cannot be written; the caller removes
    what was written by then.
    """
    plain = _decompressed(packed)
    files = _files(plain)
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


def _decompressed(packed: bytes) -> bytes:
    """Return the tar inside, limited in size against decompression bombs."""
    engine = zlib.decompressobj(_GZIP)
    try:
        plain = engine.decompress(packed, MOST_UNPACKED + 1)
    except zlib.error as error:
        raise _unsafe("it is not packed as bundles are") from error
    if len(plain) > MOST_UNPACKED:
        raise _unsafe("it is far too large when it is unpacked")
    if not engine.eof or engine.unused_data:
        raise _unsafe("it does not end where a bundle ends")
    return plain


def _files(plain: bytes) -> dict[str, bytes]:
    """Return name → bytes of all files."""
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as tar:
            while (member := tar.next()) is not None:
                # `pack` writes no folders, links, devices, sparse files or headers of other formats.
                if member.type != tarfile.REGTYPE or member.pax_headers or member.issparse():
                    raise _unsafe(f"“{member.name[:60]!a}” is not an ordinary file")
                if not belongs(member.name) or member.name in found:
                    raise _unsafe(f"“{member.name[:60]!a}” is not the name of a content file, or is there twice")
                if member.size > MOST_IN_A_FILE or len(found) >= MOST_FILES:
                    raise _unsafe("it contains too much")
                inside = tar.extractfile(member)
                found[member.name] = inside.read() if inside else b""
                if len(found[member.name]) != member.size:
                    raise _unsafe("it ends too early")
    except (tarfile.TarError, ValueError, EOFError, IndexError, OverflowError) as error:
        raise _unsafe("it is not packed as bundles are") from error
    if not found:
        raise _unsafe("it is empty")
    return found


def _unsafe(reason: str) -> FleetError:
    return FleetError("bundle-unsafe", f"The bundle was signed, but is rejected: {reason}. Tell its publisher.")
