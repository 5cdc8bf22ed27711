"""Files that are written whole or not at all, whenever the writer is killed or the power fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

ENDING = ".new"
"""How the name of a file ends that is not in its place yet."""


@contextmanager
def put_in_place(path: Path, mode: int = 0o666, flush: bool = True) -> Iterator[IO[bytes]]:
    """A new file beside `path`, to be written to; it takes the place of `path` at the end of the block.

    It is not there when the block ends by an exception. `mode` is what anybody may do with it from the start, less
    the process's mask; `flush` writes it to the disk before it takes the place. Raises OSError.
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


def write_whole(path: Path, raw: bytes, flush: bool = True) -> None:
    """Puts `raw` in place of `path`. Raises OSError where it cannot be written; the file is then as it was."""
    with put_in_place(path, flush=flush) as file:
        file.write(raw)


def rewrite(path: Path, raw: bytes, private: bool = False) -> None:
    """The same for a person's own file: a link stays a link, and who may read the file may read it afterwards.

    A new file that is `private` is for its owner only from the start. Raises OSError.
    """
    path = path.resolve()
    with put_in_place(path, 0o600 if private else 0o666) as file:
        file.write(raw)
        with suppress(OSError):
            Path(file.name).chmod(path.stat().st_mode & 0o777)


def clear_remains(path: Path) -> None:
    """Removes what processes of this machine left beside `path` that were killed while they wrote."""
    for remains in path.parent.glob(f".{path.name}.*{ENDING}"):
        process = remains.name.split(".")[-2]
        if process.isdecimal() and not Path(f"/proc/{process}").exists() and Path("/proc/self").exists():
            with suppress(OSError):
                remains.unlink()


def flush_folder(folder: Path) -> None:
    """After this the names in `folder` outlive a power loss. Raises OSError; not every system lets it be done."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
