"""What the kiosk notes of its own condition: since when it runs, how often it was started again, whether sound works.

For whoever looks after it. Nothing of visitors or visits is in here.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from kiosk.machine.files import write_whole
from kiosk.machine.paths import state_folder

FOLDER = "condition"
RUN, SOUND = "run.json", "sound.json"


def note_run(restarts: int, started: float) -> None:
    """The app shows its first page.

    Args:
        restarts: How often it has been started again since the kiosk was started.
        started: When the kiosk was started, in seconds of `time.monotonic`.
    """
    _note(RUN, f'{{"pid": {os.getpid()}, "started": {started!r}, "restarts": {restarts}}}')


def note_sound(works: bool) -> None:
    """Sound has turned out to work, or not to."""
    _note(SOUND, f'{{"works": {str(works).lower()}}}')


def _note(name: str, said: str) -> None:
    """Writes one small file; where that cannot be done, patients are not to notice it.

    `said` is JSON already: the supervisor stays small without Python's own writer of it.
    """
    path = state_folder() / FOLDER / name
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not flushed to the disk: a note is of no use after a power loss, and must not hold up the screen.
        write_whole(path, said.encode("ascii"), flush=False)


def run_noted(state: Path) -> dict[str, float] | None:
    """Seconds for which the kiosk with the state folder `state` is up, and its restarts; None while it does not run."""
    said = _noted(state, RUN)
    try:
        pid, started, restarts = int(said["pid"]), float(said["started"]), int(said["restarts"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    up = time.monotonic() - started
    return {"up": up, "restarts": restarts} if up >= 0 and _lives(pid) else None


def _lives(pid: int) -> bool:
    """Whether there is such a process; asked by a signal, since the kiosk hides itself in /proc."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def sound_noted(state: Path) -> bool | None:
    """Whether sound worked when it was last used; None where it was not."""
    works = _noted(state, SOUND).get("works")
    return works if isinstance(works, bool) else None


def _noted(state: Path, name: str) -> dict[str, float]:
    import json

    with suppress(OSError, ValueError):
        said = json.loads((state / FOLDER / name).read_bytes())
        if isinstance(said, dict):
            return said
    return {}
