"""The content folders on a kiosk: `current` is a link to the one that patients see, and is swapped by one rename."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from kiosk.fleet.bundle import content_of
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive.unpack import unpack
from kiosk.machine.files import flush_folder

CURRENT = "current"
KEPT = 3
"""Contents that are kept, the present one included: a kiosk that is just reading one never loses it."""


class Shelf:
    """The folder of one kiosk. Methods raise OSError where the disk does not do what it is to do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.current = folder / CURRENT
        self._releases = folder / "releases"
        self._staging = folder / "staging"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No second one receives at the same time. Raises FleetError where one does."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as file:
            try:
                flock(file, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise FleetError("busy", "New content is being received already. Wait until that has ended.") from None
            yield

    def content(self) -> str:
        """`Bundle.content` of what patients see; empty where there is nothing."""
        return content_of(self.current) if self.current.is_dir() else ""

    def find(self, content: str) -> Path | None:
        """A folder that holds exactly `content`, from earlier."""
        return next((path for path in self._stored() if content_of(path) == content), None)

    def stage(self, packed: bytes, content: str) -> Path:
        """Unpacks a bundle where no patient sees it. Raises FleetError where it is unsafe, or is not `content`."""
        place = self._staging / content[:32]
        if unpack(packed, place) != content:
            raise FleetError("tampered", "The bundle does not hold what was signed. Tell whoever published it.")
        return place

    def keep(self, staged: Path) -> Path:
        """Puts a staged folder, once it is found right, beside the others; returns where it is now."""
        self._releases.mkdir(exist_ok=True)
        number = 1
        while (place := self._releases / f"{staged.name}-{number}").exists():
            number += 1
        staged.rename(place)
        flush_folder(self._releases)
        return place

    def swap(self, release: Path) -> None:
        """Patients see `release` from here on: a kill at any moment leaves the old link or the new one."""
        os.utime(release)
        link = self._staging / CURRENT
        self._staging.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(release.relative_to(self.folder), target_is_directory=True)
        link.replace(self.current)
        flush_folder(self.folder)

    def tidy(self) -> None:
        """Removes what an interrupted look has left, and all contents but the present one and the newest."""
        shutil.rmtree(self._staging, ignore_errors=True)
        present = self.current.resolve()
        others = sorted((path for path in self._stored() if path != present), key=_age, reverse=True)
        for path in others[KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)

    def _stored(self) -> list[Path]:
        with suppress(OSError):
            return [path.resolve() for path in self._releases.iterdir() if path.is_dir()]
        return []


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
