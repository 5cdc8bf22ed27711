"""What keeps a visit from leaving traces on the machine: no dumped memory, and a folder for temporary files that goes.

The kiosk itself makes no temporary files; a library may. `TMPDIR` leads them all into one folder for the kiosk's user
alone, which is removed at the end, or at the next start after an end that came too suddenly.
"""

from __future__ import annotations

import os
import resource
from contextlib import suppress
from pathlib import Path

from kiosk.machine.paths import state_folder

NO_DUMP = 1
"""Bytes. Zero would forbid a file, but not a program that is given the memory; one byte forbids both (core(5))."""
PREFIX = "tmp-"


def keep_private() -> None:
    """From now on this process and its children dump no memory, and their files are for this user alone."""
    os.umask(0o077)
    least = min(NO_DUMP, resource.getrlimit(resource.RLIMIT_CORE)[1] % (1 << 63))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (least, least))


class TemporaryFolder:
    """The folder for temporary files of one kiosk."""

    def __init__(self, around: Path | None = None) -> None:
        """`around`: where to make it; None for the service manager's folder (RUNTIME_DIRECTORY), or the state folder.

        Where nothing can be written there is none, and `TMPDIR` stays as it was.
        """
        given = os.environ.get("RUNTIME_DIRECTORY", "").split(":")[0]
        self._around = around or (Path(given) if given else state_folder())
        self.path = self._around / f"{PREFIX}{os.getpid()}"

    def make(self) -> None:
        """Makes it, and removes those of kiosks that have ended without doing so."""
        with suppress(OSError):
            for each in os.listdir(self._around) if self._around.is_dir() else ():
                number = each.removeprefix(PREFIX)
                if each.startswith(PREFIX) and number.isdigit() and not _runs(int(number)):
                    _remove(self._around / each)
        with suppress(OSError):
            self.path.mkdir(mode=0o700, parents=True)
            os.environ["TMPDIR"] = str(self.path)

    def remove(self) -> None:
        """At the end."""
        _remove(self.path)


def _runs(pid: int) -> bool:
    """Whether there is another process of this number."""
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
