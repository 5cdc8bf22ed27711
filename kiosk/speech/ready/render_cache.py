"""The render cache: a folder with the sound of texts, so that a slow voice starts as soon as a quick one.

Only `kiosk render` writes it, and only texts of the content and of the kiosk itself, so nothing of a visit can get in.
An entry is written beside its place, flushed and renamed: if the writer is killed, each entry is whole or missing. A
damaged entry counts as missing, and is deleted so that it is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.machine.files import ENDING as UNFINISHED
from kiosk.machine.files import write_whole
from kiosk.speech.ready.rendered import Rendered, Stored, Wanted, from_bytes

ENDING = ".spoken"
OLD_ENDINGS = (".speech",)
"""Of forms that are no longer read."""
LARGEST_ENTRY = 50_000_000
"""Bytes; a larger file is not one of ours and is not read."""


class CacheBusyError(RuntimeError):
    """Another program is writing to the same cache."""


class RenderCache:
    """The entries of one voice in a folder that several voices may share."""

    def __init__(self, folder: Path, voice: str) -> None:
        """`voice` identifies this very voice, for example by a hash of its file."""
        self._folder = folder
        self._voice = voice

    def load(self, wanted: Wanted) -> Stored | None:
        """Return the sound of `wanted`, or None; a fault of the disk is None too."""
        path = self._path(wanted)
        found = None
        with suppress(OSError):
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size <= LARGEST_ENTRY:
                    found = from_bytes(file.read())
            if found is None:
                path.unlink()
        return found

    def has(self, wanted: Wanted) -> bool:
        """Whether there is an entry, which may still be damaged."""
        return self._path(wanted).exists()

    def save(self, wanted: Wanted, rendered: Rendered) -> int:
        """Write an entry, whole or not at all; return its bytes.

        Raises OSError or SoundLibraryError if that fails, and leaves nothing behind.
        """
        content = rendered.as_bytes()
        write_whole(self._path(wanted), content)
        return len(content)

    def delete(self, wanted: Wanted) -> None:
        """Delete an entry, if there is one. Raises OSError."""
        self._path(wanted).unlink(missing_ok=True)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make the folder, keep other writers out, and delete what a killed or an older one left.

        Raises CacheBusyError while another one writes, and OSError if the folder cannot be made or written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("w") as lock:
            if os.name == "posix":
                import fcntl

                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError as error:
                    raise CacheBusyError from error
            for ending in (UNFINISHED, *OLD_ENDINGS):
                for left in self._folder.glob(f"*{ending}"):
                    left.unlink(missing_ok=True)
            yield

    @property
    def size(self) -> int:
        """Bytes of all entries of all voices."""
        return sum(size for _, size, _ in self._entries())

    def make_room(self, most: int, keep: Collection[Wanted]) -> int:
        """Delete entries, the oldest first, until the rest take at most `most` bytes; spare those in `keep`.

        Returns the bytes in use afterwards, which are more than `most` if only spared entries are left.
        """
        spared = {self._path(wanted).name for wanted in keep}
        entries = sorted(self._entries())
        used = sum(size for _, size, _ in entries)
        for _, size, path in entries:
            if used <= most:
                break
            if path.name not in spared:
                path.unlink(missing_ok=True)
                used -= size
        return used

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Return when each entry was written, its bytes and its path."""
        found = []
        for path in self._folder.glob(f"*{ENDING}"):
            with suppress(OSError):  # deleted in between
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        return found

    def _path(self, wanted: Wanted) -> Path:
        parts = (self._voice, wanted.language, str(wanted.rate), wanted.text)
        name = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{name[:40]}{ENDING}"
