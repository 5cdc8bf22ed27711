"""The voice of `device.yaml` for a command, which exits with what to fix if the file has an error."""

from __future__ import annotations

from pathlib import Path

from kiosk.commands.content.loading import give_up
from kiosk.device.device_settings import read_device_settings, voice_of
from kiosk.machine.cannot_start import CannotStartError
from kiosk.speech.voice_config import VoiceConfig


def chosen_voice(device_file: Path | None) -> VoiceConfig:
    """Return the voice in `device_file`, or in this machine's own; exit with status 1 if the file has an error."""
    try:
        return voice_of(read_device_settings(device_file))
    except CannotStartError as error:
        give_up(error)
