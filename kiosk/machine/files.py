"""Atomic writes: a file is written completely or not at all, even if the writer is killed or the power fails."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

ENDING = ".new"
"""Extension of a file that is not in place yet."""


@contextmanager
def put_in_place(path: Path, mode: int = 0o666, flush: bool = True) -> Iterator[IO[bytes]]:
    """Yield a new file beside `path`, which replaces `path` at the end of the block.

    After an exception it is removed. `mode` is its permissions from the start, less the process's umask; `flush` syncs
    it to disk before it replaces `path`. Raises OSError.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}{ENDING}")
    try:
        beside.unlink(missing_ok=True)
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            yield file
            file.flush()
            if flush:
                os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:  # Ctrl+C leaves nothing behind either
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def without_links(name: str, flags: int) -> int:
    """Open a file for `open(…, opener=without_links)`, in a folder that others may write to; links are not followed.

    Raises OSError with ELOOP for one.
    """
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def write_whole(path: Path, raw: bytes, flush: bool = True) -> None:
    """Replace `path` by `raw`. Raises OSError if it cannot be written; the file is then unchanged."""
    with put_in_place(path, flush=flush) as file:
        file.write(raw)


def rewrite(path: Path, raw: bytes, private: bool = False) -> None:
    """Replace a person's own file: links, permissions and, where this may be set, the owner and group are kept.

    With `private`, a new file is readable by its owner only, from the start. Raises OSError.
    """
    path = path.resolve()
    with put_in_place(path, 0o600 if private else 0o666) as file:
        file.write(raw)
        with suppress(OSError):
            found = path.stat()
            with suppress(PermissionError, AttributeError):  # Windows has no owners of this kind
                os.chown(file.name, found.st_uid, found.st_gid)
            Path(file.name).chmod(found.st_mode & 0o777)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Replace several of a person's own files, links and permissions kept; nothing changes unless all can be written.

    Raises OSError. If the process is killed meanwhile, each file is the old one or the new one.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for link, raw in files.items():
            path = link.resolve()
            path.parent.mkdir(parents=True, exist_ok=True)
            clear_remains(path)
            beside = path.with_name(f".{path.name}.{os.getpid()}{ENDING}")
            ready.append((beside, path))
            with open(beside, "wb") as file:
                file.write(raw)
                with suppress(OSError):
                    beside.chmod(path.stat().st_mode & 0o777)
                file.flush()
                os.fsync(file.fileno())
        for beside, path in ready:
            beside.replace(path)
        for folder in {path.parent for _, path in ready}:
            with suppress(OSError):
                flush_folder(folder)
    except BaseException:
        for beside, _ in ready:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise


def clear_remains(path: Path) -> None:
    """Remove the temporary files beside `path` of processes that were killed while writing."""
    for remains in path.parent.glob(f".{path.name}.*{ENDING}"):
        if is_gone(remains.name.split(".")[-2]):
            with suppress(OSError):
                remains.unlink()


def is_gone(process: str) -> bool:
    """True if there is no process with this number any more; False where that cannot be known."""
    return process.isdecimal() and not Path(f"/proc/{process}").exists() and Path("/proc/self").exists()


def flush_folder(folder: Path) -> None:
    """Sync the names in `folder` to disk, so that they survive a power loss. Raises OSError; not all systems can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
