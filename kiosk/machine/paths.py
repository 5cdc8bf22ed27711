"""Where things are on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
SAMPLE = _PACKAGE / "sample"
"""The sample content inside an installed package; a checkout has none there, but its `content/`."""
INSTALLED = SAMPLE.is_dir()
"""Whether this is a package that pip has installed, and no checkout."""
HOME = Path() if INSTALLED else _PACKAGE.parent
"""The folder with a clinic's own files: that of `run_kiosk.py`, or the present one where the kiosk is installed."""


def content_folder() -> Path:
    """The content that is used when none is named: in `HOME`, else the sample; in a checkout the present folder's."""
    own = HOME / "content"
    if exists_or_unreadable(own.is_dir):
        return own
    return SAMPLE if INSTALLED else Path("content")


def sample_folder() -> Path:
    """The content that a clinic's own begins with: the sample, or a checkout's `content/`."""
    return SAMPLE if INSTALLED else HOME / "content"


def device_files() -> tuple[Path, ...]:
    """Where `device.yaml` is looked for, in order."""
    return (HOME / "device.yaml", Path("/etc/kiosk/device.yaml"))


def own_device_file() -> Path | None:
    """The first of `device_files` that is there; None where there is none.

    One in a folder that may not be entered counts as there, so that it is told and not left out in silence.
    """
    return next((each for each in device_files() if exists_or_unreadable(each.is_file)), None)


def exists_or_unreadable(check: Callable[[], bool]) -> bool:
    """What `check`, such as a path's `is_file`, finds; True where a folder on the way to it may not be entered."""
    try:
        return check()
    except PermissionError:
        return True


def state_folder() -> Path:
    """Where the kiosk may write: its log, and the last good content. Not made by this call.

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
    """The render cache: speech that `kiosk render` has made ahead. Not made by this call.

    The service manager's choice comes first (systemd.exec(5), CACHE_DIRECTORY), then the XDG base directories.
    """
    given = os.environ.get("CACHE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given) / "speech"
    if sys.platform.startswith("linux"):
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kiosk" / "speech"
    import platformdirs

    return Path(platformdirs.user_cache_dir("kiosk", appauthor=False)) / "speech"
