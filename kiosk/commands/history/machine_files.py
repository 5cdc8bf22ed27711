"""The files of a clinic that are not among its texts: the settings of the machine, and a key map of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePath

from kiosk.content.history.generations import DEVICE, KEY_MAP
from kiosk.device.device_file import read_device
from kiosk.device.device_settings import key_map_file
from kiosk.terminal.key_map import BUILT_IN


def machine_files(device: Path | None) -> dict[str, Path]:
    """Return where the settings `device` are, and the clinic's own key map that they name, if they name one."""
    if device is None:
        return {}
    settings, _ = read_device(device)
    if settings is None or settings.keys in BUILT_IN:
        return {DEVICE: device}
    return {DEVICE: device, KEY_MAP: key_map_file(settings)}


def places_of(files: dict[str, bytes], device: Path) -> dict[str, Path]:
    """Return where the files of a backup belong, if its settings come to the path `device`.

    A key map never comes anywhere but into the folder of the settings, whatever they name: a backup may be somebody
    else's.
    """
    if DEVICE not in files:
        return {}
    name = _key_map_named(files[DEVICE])
    if KEY_MAP not in files or not name:
        return {DEVICE: device}
    return {DEVICE: device, KEY_MAP: device.parent / PurePath(name).name}


def names_another_place(files: dict[str, bytes], device: Path) -> str:
    """Return where the settings in a backup expect the key map, if that is not where it comes to; else nothing."""
    place = places_of(files, device).get(KEY_MAP)
    named = _key_map_named(files[DEVICE]) if place else ""
    return named if place and place != device.parent / named else ""


def _key_map_named(settings: bytes) -> str:
    """Return what the settings say of a clinic's own key map; empty if they name none, or cannot be read."""
    with tempfile.TemporaryDirectory(prefix="kiosk-restore-") as folder:
        path = Path(folder) / DEVICE
        path.write_bytes(settings)
        device, _ = read_device(path)
    return device.keys if device and device.keys not in BUILT_IN else ""
