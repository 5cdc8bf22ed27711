"""The content folders on a kiosk: `current` is a link to the one that patients see, swapped by one rename."""

from __future__ import annotations

import os
import pwd
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ELOOP
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from kiosk.fleet.bundle import content_of
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive.unpack import unpack
from kiosk.machine.files import flush_folder, without_links

CURRENT = "current"
KEPT = 3
"""Contents kept, with the present one: a kiosk that is just reading one never loses it."""


class ReleaseStore:
    """The folder of one kiosk. Methods raise OSError if the disk fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.current = folder / CURRENT
        self._releases = folder / "releases"
        self._staging = folder / "staging"
        self._written = (self._releases, self._staging, folder / "metadata")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock of the folder. Raises FleetError if another process receives at the same time, or for root.

        Raises OSError if a link is in the place of the lock, or of a folder that is written to.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        _refuse_root(self.folder)
        for name in self._written:
            if name.is_symlink():
                raise OSError(ELOOP, os.strerror(ELOOP), str(name))
        with open(self.folder / "lock", "w", opener=without_links) as file:
            try:
                flock(file, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise FleetError(
                    "busy", "New content is being received already. Wait until that has finished."
                ) from None
            yield

    def content(self) -> str:
        """Return the `Bundle.content` of what patients see; empty if there is nothing."""
        return content_of(self.current) if self.current.is_dir() else ""

    def find(self, content: str) -> Path | None:
        """Return an earlier folder with exactly `content`, or None."""
        return next((path for path in self._stored() if content_of(path) == content), None)

    def stage(self, packed: bytes, content: str) -> Path:
        """Unpack a bundle where patients do not see it. Raises FleetError if it is unsafe or not `content`."""
        place = self._staging / content[:32]
        if unpack(packed, place) != content:
            raise FleetError(
                "tampered", "The bundle does not contain what was signed. Tell the person who published it."
            )
        return place

    def keep(self, staged: Path) -> Path:
        """Move a staged folder, once checked, beside the others; return its new path."""
        self._releases.mkdir(exist_ok=True)
        number = 1
        while (place := self._releases / f"{staged.name}-{number}").exists():
            number += 1
        staged.rename(place)
        flush_folder(self._releases)
        return place

    def swap(self, release: Path) -> None:
        """Show `release` to patients from now on; a kill at any moment leaves the old link or the new one."""
        os.utime(release)
        link = self._staging / CURRENT
        self._staging.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(release.relative_to(self.folder), target_is_directory=True)
        link.replace(self.current)
        flush_folder(self.folder)

    def tidy(self) -> None:
        """Remove what an interrupted check left, and all contents but the present one and the newest."""
        shutil.rmtree(self._staging, ignore_errors=True)
        present = self.current.resolve()
        others = sorted((path for path in self._stored() if path != present), key=_age, reverse=True)
        for path in others[KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)

    def _stored(self) -> list[Path]:
        with suppress(OSError):
            return [path.resolve() for path in self._releases.iterdir() if path.is_dir()]
        return []


def _refuse_root(folder: Path) -> None:
    """Raise FleetError for root in another user's folder: what that user puts there could lead root anywhere."""
    owner = _owner(folder)
    if os.geteuid() != 0 or owner == 0:
        return
    try:
        name = pwd.getpwuid(owner).pw_name
    except KeyError:
        name = f"#{owner}"
    raise FleetError(
        "as-root",
        f"Root does not receive content into {folder}, which is the folder of the user {name}: "
        f"type the same command with “sudo -u {name}” before it.",
    )


def _owner(folder: Path) -> int:
    return folder.stat().st_uid


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
