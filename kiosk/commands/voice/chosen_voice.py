"""The voice of `device.yaml` for a command, which exits with what to fix if the file has an error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from kiosk.commands.content.loading import give_up
from kiosk.content.model.languages import language_of
from kiosk.content.model.word_rules import WordRule
from kiosk.device.device_settings import read_device_settings, voice_of
from kiosk.machine.cannot_start import CannotStartError
from kiosk.speech.engines import FALLBACK
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of


def chosen_voice(device_file: Path | None) -> VoiceConfig:
    """Return the voice in `device_file`, or in this machine's own; exit with status 1 if the file has an error."""
    try:
        return voice_of(read_device_settings(device_file))
    except CannotStartError as error:
        give_up(error)


def without_voice(languages: Iterable[str], choice: VoiceConfig) -> list[str]:
    """Return those of `languages` that neither the chosen voice nor eSpeak NG can speak."""
    try:
        spoken = languages_of(choice)
    except VoiceError:
        spoken = frozenset()
    return [each for each in languages if not (each in spoken or language_of(each).voice)]


def voice_in(rules: Sequence[WordRule], choice: VoiceConfig, language: str) -> Voice:
    """Return the voice that patients hear in `language` on this machine; raises VoiceError."""
    try:
        if choice.engine != FALLBACK and language in languages_of(choice):
            return Voice(rules, choice.engine, choice.file)
    except VoiceError as error:
        click.echo(f"The voice {choice.engine} does not work here: {error}. eSpeak NG speaks instead.", err=True)
    return Voice(rules, FALLBACK)
