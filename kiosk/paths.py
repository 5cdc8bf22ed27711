"""Where things are on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
"""The folder that holds `run_kiosk.py` and, in a checkout, `content/`."""


def content_folder() -> Path:
    """The content that is used when none is named: beside `run_kiosk.py`, else in the present folder."""
    beside = HOME / "content"
    return beside if beside.is_dir() else Path("content")


def device_files() -> tuple[Path, ...]:
    """Where `device.yaml` is looked for, in order."""
    return (HOME / "device.yaml", Path("/etc/kiosk/device.yaml"))


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
