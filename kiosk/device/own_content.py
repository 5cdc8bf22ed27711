"""The content of this machine: the folder that `device.yaml` sets, or the default one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.device.device_settings import device_settings
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import content_folder, exists_or_unreadable, own_device_file

if TYPE_CHECKING:
    from kiosk.device.device import Device


def content_set_in(device: Device) -> Path | None:
    """Return the content folder that `device` names; None if it names none."""
    if not device.content:
        return None
    return (device.file.absolute().parent if device.file else Path.cwd()) / device.content


def own_content(device_file: Path | None = None) -> Path:
    """Return the content of this machine, for its commands; `device_file` is None for its own settings.

    Raises CannotStartError if the settings may not be read: another folder than theirs could be changed by mistake.
    """
    named = os.environ.get("KIOSK_CONTENT", "")
    if named and not named.endswith(os.pathsep):
        return content_folder()
    file = device_file or own_device_file()
    if file and exists_or_unreadable(file.is_file) and not os.access(file, os.R_OK):
        raise CannotStartError(
            f"Error in {file}: You may not read it, and it says where the texts of this machine are. "
            "Put sudo before the command, or give the folder with --content."
        )
    return content_folder(content_set_in(device_settings(file, unattended=True)))
