"""Paths on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
SAMPLE = _PACKAGE / "sample"
"""The sample content in an installed package; a checkout has `content/` instead."""
INSTALLED = SAMPLE.is_dir()
"""True for a package that pip has installed, False for a checkout."""
HOME = Path() if INSTALLED else _PACKAGE.parent
"""The folder with a clinic's own files: that of `run_kiosk.py`, or the working directory of an installed kiosk."""
MACHINE_CONTENT = Path("/srv/kiosk/content")
"""The content on a machine that `deploy/install.sh` has set up."""


def content_folders(set_here: Path | None = None) -> tuple[Path, ...]:
    """Return the folders in which the default content is looked for, without looking.

    They are the list in KIOSK_CONTENT, as in PATH. Without it, or in the place of an empty entry at its end, come the
    folder that `device.yaml` sets, `set_here`; or that in `HOME`, that of `deploy/install.sh`, and the sample, or in a
    checkout the working directory's.
    """
    own = (set_here,) if set_here else (HOME / "content", MACHINE_CONTENT, SAMPLE if INSTALLED else Path("content"))
    *named, last = os.environ.get("KIOSK_CONTENT", "").split(os.pathsep)
    return (*map(Path, named), *((Path(last),) if last else own))


def content_folder(set_here: Path | None = None) -> Path:
    """Return the first of `content_folders` that is there, else the last."""
    *first, last = content_folders(set_here)
    return next((each for each in first if exists_or_unreadable(each.is_dir)), last)


def sample_folder() -> Path:
    """Return the content that `init` copies: the sample, or a checkout's `content/`."""
    return SAMPLE if INSTALLED else HOME / "content"


def device_files() -> tuple[Path, ...]:
    """Return the paths at which `device.yaml` can be, in order."""
    return (HOME / "device.yaml", Path("/etc/kiosk/device.yaml"))


def own_device_file() -> Path | None:
    """Return the first of `device_files` that exists, or None.

    A file in an unreadable folder counts as existing, so that the error is reported and not silently ignored.
    """
    return next((each for each in device_files() if exists_or_unreadable(each.is_file)), None)


def exists_or_unreadable(check: Callable[[], bool]) -> bool:
    """Return `check()`, such as a path's `is_file`; True if a folder on the way is unreadable."""
    try:
        return check()
    except PermissionError:
        return True


def state_folder() -> Path:
    """Return the folder for the log and the last good content, without creating it.

    The service manager's choice comes first (systemd.exec(5), STATE_DIRECTORY), then the XDG base directories.
    """
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given)
    if sys.platform.startswith("linux"):
        return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "kiosk"
    import platformdirs

    return Path(platformdirs.user_state_dir("kiosk", appauthor=False))


def speech_folder() -> Path:
    """Return the folder for speech from `kiosk render`, without creating it.

    The service manager's choice comes first (systemd.exec(5), CACHE_DIRECTORY), then the XDG base directories.
    """
    given = os.environ.get("CACHE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given) / "speech"
    if sys.platform.startswith("linux"):
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kiosk" / "speech"
    import platformdirs

    return Path(platformdirs.user_cache_dir("kiosk", appauthor=False)) / "speech"
