"""Keeps a visit from leaving traces on the machine: no memory dumps, and a temporary folder that is removed.

The kiosk itself makes no temporary files, but a library may. `TMPDIR` puts them all into one folder that only the
kiosk's user may read. It is removed at the end, or after a crash at the next start.
"""

from __future__ import annotations

import os
import resource
from contextlib import suppress
from pathlib import Path

from kiosk.machine.paths import state_folder

NO_DUMP = 1
"""Bytes. 0 prevents a core file but still pipes memory to a crash handler; 1 prevents both (core(5))."""
PREFIX = "tmp-"


def keep_private() -> None:
    """Make this process and its children dump no memory and create files for this user only."""
    os.umask(0o077)
    least = min(NO_DUMP, resource.getrlimit(resource.RLIMIT_CORE)[1] % (1 << 63))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (least, least))


class TemporaryFolder:
    """The temporary folder of one kiosk."""

    def __init__(self, around: Path | None = None) -> None:
        """`around`: its parent; None for the service manager's folder (RUNTIME_DIRECTORY), or the state folder.

        If that is not writable, there is no folder, and `TMPDIR` stays unchanged.
        """
        given = os.environ.get("RUNTIME_DIRECTORY", "").split(":")[0]
        self._around = around or (Path(given) if given else state_folder())
        self.path = self._around / f"{PREFIX}{os.getpid()}"

    def make(self) -> None:
        """Create it, and remove the folders of crashed kiosks."""
        with suppress(OSError):
            for each in os.listdir(self._around) if self._around.is_dir() else ():
                number = each.removeprefix(PREFIX)
                if each.startswith(PREFIX) and number.isdigit() and not _runs(int(number)):
                    _remove(self._around / each)
        with suppress(OSError):
            self.path.mkdir(mode=0o700, parents=True)
            os.environ["TMPDIR"] = str(self.path)

    def remove(self) -> None:
        """Remove it."""
        _remove(self.path)


def _runs(pid: int) -> bool:
    """Return True if `pid` is another running process."""
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _remove(folder: Path) -> None:
    with suppress(OSError):
        if os.listdir(folder):
            import shutil

            shutil.rmtree(folder, ignore_errors=True)
        else:
            folder.rmdir()
