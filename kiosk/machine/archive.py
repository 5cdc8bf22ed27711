"""Files as one archive, gzip of a tar: equal files become equal bytes, and no archive is trusted when it is read.

An archive holds ordinary files and nothing else: no folder, link, device or header of another format.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

_GZIP = 16 + zlib.MAX_WBITS


class ArchiveError(Exception):
    """An archive cannot be taken; the message says why, as the end of a sentence about “it”."""


class Limits(NamedTuple):
    """How large an archive may be, in files and bytes."""

    files: int
    in_a_file: int
    unpacked: int


def tar_of(files: Mapping[str, bytes]) -> bytes:
    """Return a tar of `files`, path with `/` → bytes, in their order, without owners, dates and permissions."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, inside in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(inside), 0o644
            tar.addfile(member, io.BytesIO(inside))
    return out.getvalue()


def compressed(plain: bytes) -> bytes:
    """Return `plain` as gzip, without a date."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as packed:
        packed.write(plain)
    return out.getvalue()


def decompressed(packed: bytes, limits: Limits) -> bytes:
    """Return the tar in `packed`, limited in size against decompression bombs. Raises ArchiveError."""
    engine = zlib.decompressobj(_GZIP)
    try:
        plain = engine.decompress(packed, limits.unpacked + 1)
    except zlib.error as error:
        raise _other_form() from error
    if len(plain) > limits.unpacked:
        raise ArchiveError("it is far too large when it is unpacked")
    if not engine.eof or engine.unused_data:
        raise ArchiveError("it does not end where it should")
    return plain


def members(plain: bytes, belongs: Callable[[str], bool], limits: Limits) -> dict[str, bytes]:
    """Return path → bytes of all files in a tar, each of a path that `belongs`. Raises ArchiveError for any other."""
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as tar:
            while (member := tar.next()) is not None:
                if member.type != tarfile.REGTYPE or member.pax_headers or member.issparse():
                    raise ArchiveError(f"“{member.name[:60]!a}” is not an ordinary file")
                if not belongs(member.name) or member.name in found:
                    raise ArchiveError(f"“{member.name[:60]!a}” is no name of a file in it, or is there twice")
                if member.size > limits.in_a_file or len(found) >= limits.files:
                    raise ArchiveError("it contains too much")
                inside = tar.extractfile(member)
                found[member.name] = inside.read() if inside else b""
                if len(found[member.name]) != member.size:
                    raise ArchiveError("it ends too early")
    except (tarfile.TarError, ValueError, EOFError, IndexError, OverflowError) as error:
        raise _other_form() from error
    if not found:
        raise ArchiveError("it is empty")
    return found


def _other_form() -> ArchiveError:
    return ArchiveError("it is not packed as it should be")
