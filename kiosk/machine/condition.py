"""The kiosk's record of its own condition: uptime, restarts, whether sound works.

For operators. Contains no visitor data.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.machine.files import write_whole
from kiosk.machine.paths import state_folder

FOLDER = "condition"
RUN, SOUND, VOLUME, MADE = "run.json", "sound.json", "volume.json", "made.json"


def note_run(restarts: int, started: float) -> None:
    """Record that the app shows its first page.

    Args:
        restarts: How often it has been started again since the kiosk was started.
        started: When the kiosk was started, in seconds of `time.monotonic`.
    """
    _note(RUN, f'{{"pid": {os.getpid()}, "started": {started!r}, "restarts": {restarts}}}')


def note_sound(works: bool) -> None:
    """Record whether sound works."""
    _note(SOUND, f'{{"works": {str(works).lower()}}}')


def note_made(counts: Sequence[Sequence[str | int]]) -> None:
    """Record how much sound is made ahead: the values of each `speech.ready.made.Count`."""
    import json

    _note(MADE, json.dumps({"counts": counts}))


def note_volume(percent: int) -> None:
    """Record the system volume of the sound device; 0 if it is muted."""
    _note(VOLUME, f'{{"percent": {percent}}}')


def _note(name: str, note: str) -> None:
    """Write one small file; errors are ignored, since patients must not notice.

    `note` is JSON text, so that the supervisor stays small without the json module.
    """
    path = state_folder() / FOLDER / name
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not flushed: a note is useless after a power loss, and must not hold up the screen.
        write_whole(path, note.encode("ascii"), flush=False)


def run_noted(state: Path) -> dict[str, float] | None:
    """Return seconds of uptime and restarts of the kiosk with the state folder `state`; None if it is not running."""
    note = _noted(state, RUN)
    try:
        pid, started, restarts = int(note["pid"]), float(note["started"]), int(note["restarts"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    up = time.monotonic() - started
    return {"up": up, "restarts": restarts} if up >= 0 and _lives(pid) else None


def _lives(pid: int) -> bool:
    """True if there is such a process. By a signal, since the kiosk hides its files in /proc."""
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
    """Return whether sound worked when it was last used; None if it was not used."""
    works = _noted(state, SOUND).get("works")
    return works if isinstance(works, bool) else None


def made_noted(state: Path) -> object:
    """Return what `note_made` recorded last; None if there is nothing."""
    counts: object = _noted(state, MADE).get("counts")
    return counts


def volume_noted(state: Path) -> int | None:
    """Return the system volume in per cent as it was told last; None if it was not."""
    percent = _noted(state, VOLUME).get("percent")
    return percent if isinstance(percent, int) else None


def _noted(state: Path, name: str) -> dict[str, float]:
    import json

    with suppress(OSError, ValueError):
        note = json.loads((state / FOLDER / name).read_bytes())
        if isinstance(note, dict):
            return note
    return {}
