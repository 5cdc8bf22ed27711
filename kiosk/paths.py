"""Where things are on this machine."""

from __future__ import annotations

from pathlib import Path

import platformdirs

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
    """Where the kiosk may write: logs. Not made by this call."""
    return Path(platformdirs.user_state_dir("kiosk", appauthor=False))
