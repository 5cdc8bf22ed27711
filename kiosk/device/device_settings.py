"""The settings of this machine, as the kiosk and its commands use them."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.files.hashes import file_hash
from kiosk.content.live import json_cache
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import own_device_file, speech_folder, state_folder

if TYPE_CHECKING:
    from kiosk.device.device import Device
    from kiosk.speech.voice_config import VoiceConfig
    from kiosk.terminal.key_map import KeyMap
    from kiosk.visit.session.machine import Machine

_log = logging.getLogger(__name__)
_NO_MAP = (KeyError, TypeError, ValueError, AttributeError)
"""What loading an invalid or outdated copy raises."""


def device_settings(path: Path | None, unattended: bool) -> Device:
    """Return the settings of this machine.

    If they have an error, a kiosk started by hand raises CannotStartError. An unattended one uses the last good
    settings, or the defaults.
    """
    try:
        return read_device_settings(path)
    except CannotStartError as error:
        if not unattended:
            raise
        _log.error("the settings of this machine are not used: %s", error)
        from kiosk.device.device import Device

        path = path or own_device_file()
        stored = json_cache.read(_device_copy(path)) if path else None
        if stored and isinstance(stored[1], dict):
            with suppress(TypeError):
                return Device(**stored[1], file=path)
        return Device()


def read_device_settings(path: Path | None) -> Device:
    """Return the settings of this machine. Raises CannotStartError with what to fix."""
    from kiosk.device.device import Device

    path = path or own_device_file()
    if path is None:
        return Device()
    made_from = file_hash(path)
    copy = _device_copy(path)
    stored = json_cache.load(copy, made_from)
    if isinstance(stored, dict):
        with suppress(TypeError):
            return Device(**stored, file=path)
    from kiosk.device.device_file import read_device

    device, diagnostics = read_device(path)
    if device is None:
        raise CannotStartError("The settings of this machine cannot be used yet.", diagnostics)
    json_cache.save(copy, made_from, {name: value for name, value in vars(device).items() if name != "file"})
    return device


def _device_copy(path: Path) -> Path:
    """Return the path of the last good copy of the settings `path`."""
    return _copy("device", path)


def _copy(kind: str, path: Path) -> Path:
    return state_folder() / f"{kind}-{file_hash(Path(os.devnull), str(path.absolute()))[:16]}.json"


def voice_of(device: Device) -> VoiceConfig:
    """Return the voice that `device` names, with its folder for rendered speech.

    The default voice gives way to eSpeak NG where it is not installed.
    """
    from kiosk.speech.engines import DEFAULT, FALLBACK, is_installed
    from kiosk.speech.voice_config import VoiceConfig

    file = Path(device.voice_file) if device.voice_file else None
    engine = FALLBACK if device.voice == DEFAULT and not is_installed(DEFAULT) else device.voice
    only_headphones = device.sound == "headphones-only"
    return VoiceConfig(engine, file, speech_folder(), only_headphones, device.clear_speech, device.system_volume)


def key_map_of(device: Device, unattended: bool = False) -> KeyMap:
    """Return the key map that `device` names.

    If it has an error, a kiosk started by hand raises CannotStartError. An unattended one uses the last good copy of
    the map, or the standard one.
    """
    from kiosk.terminal.key_map import STANDARD_MAP, KeyMap

    if device.keys == STANDARD_MAP.name:
        return STANDARD_MAP
    path = key_map_file(device)
    made_from = file_hash(path, f"scans: {device.scan_seconds > 0}")
    copy = _copy("keys", path)
    with suppress(*_NO_MAP):
        return KeyMap.from_json(json_cache.load(copy, made_from))
    from kiosk.content.parsing.diagnostic import errors
    from kiosk.terminal.key_maps.key_map_file import read_key_map

    key_map, diagnostics = read_key_map(path, scans=device.scan_seconds > 0)
    if key_map is not None:
        json_cache.save(copy, made_from, key_map.as_json())
        return key_map
    error = CannotStartError(f"The key map {path} cannot be used yet.", errors(diagnostics))
    if not unattended:
        raise error
    first = error.diagnostics[0]
    _log.error("%s It is not used: line %d of %s: %s", error, first.line, first.file, first.message)
    with suppress(*_NO_MAP):
        return KeyMap.from_json((json_cache.read(copy) or ("", None))[1])
    return STANDARD_MAP


def key_map_file(device: Device) -> Path:
    """Return the path of the map that `device` names: a shipped one, or relative to the folder of device.yaml."""
    from kiosk.terminal import key_maps
    from kiosk.terminal.key_map import BUILT_IN

    if device.keys in BUILT_IN:
        return Path(key_maps.__file__).with_name(f"{device.keys}.yaml")
    return (device.file.absolute().parent if device.file else Path.cwd()) / device.keys


def machine_of(device: Device, key_map: KeyMap) -> Machine:
    """Return what `device` and `key_map` set for every visitor."""
    from kiosk.speech.engines import FALLBACK
    from kiosk.visit.session.machine import Machine
    from kiosk.visit.session.settings import Volumes
    from kiosk.visit.terms.action import Action

    volumes = Volumes(device.volume_start, device.volume_least, device.volume_most)
    headphones_only = device.sound == "headphones-only"
    # Where the classic voice speaks anyway, there is none to change to.
    keys = key_map.keys.without(Action.VOICE) if device.voice == FALLBACK else key_map.keys
    keys = replace(keys, touch=device.pointer == "touch")
    return Machine(keys, volumes, float(device.scan_seconds), headphones_only, device.cues)
