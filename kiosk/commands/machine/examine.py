"""The checks of `kiosk doctor`: everything that the kiosk needs on a machine."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Literal

from kiosk.commands.content.languages_here import lacking
from kiosk.commands.machine.examine_content import examine_content
from kiosk.commands.machine.health_check import HealthCheck
from kiosk.commands.voice.quiet import quiet_libraries
from kiosk.content.advice.no_answer import NO_ANSWER
from kiosk.content.live.deadline import Deadline
from kiosk.content.model.languages import language_name
from kiosk.device.device import Device
from kiosk.device.device_file import read_device
from kiosk.device.device_settings import key_map_of, voice_of
from kiosk.device.own_content import content_set_in
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.condition import made_noted
from kiosk.machine.paths import content_folder, state_folder
from kiosk.speech.engines import ENGINES, FALLBACK
from kiosk.speech.players import SoundError, open_player
from kiosk.speech.players.headphone_watch import HeadphoneWatch
from kiosk.speech.ready.made import Progress, counts_of
from kiosk.speech.voice_config import TOO_QUIET, VoiceConfig
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of
from kiosk.terminal.levels import Window
from kiosk.terminal.screen import picture_width_mm
from kiosk.terminal.streams import at_terminal
from kiosk.terminal.text_size.identify import identify
from kiosk.terminal.text_size.text_size import TextSize, fonts_for

TRIED = {"en": "The signs.", "es": "Los síntomas."}
"""language → what the voice must be able to say; also for a voice that speaks neither."""
HEADPHONES_S = 2.0
"""Seconds for the sound server to report whether headphones are plugged in."""
CONTENT_S = 30.0
"""Seconds for the content folder to be read; fewer than staff wait for all checks."""


def examine(content: Path | None, device_file: Path | None) -> list[HealthCheck]:
    """Run all checks; the most important come first."""
    device, check = _device(device_file)
    voice, voice_check = _voice(device)
    return [
        check,
        voice_check,
        *_made_ahead(device),
        _sound(voice, device),
        _terminal(),
        _text_size(device),
        _keys(device),
        *_content(content, device),
    ]


def _content(content: Path | None, device: Device) -> list[HealthCheck]:
    """Run the checks that read the content, as long as its folder answers."""

    def checks() -> list[HealthCheck]:
        folder = content or content_folder(content_set_in(device))
        return [*_languages(folder, device), *examine_content(folder, date.today())]

    try:
        return Deadline().call(checks, CONTENT_S)
    except TimeoutError:
        return [HealthCheck("Content", "bad", NO_ANSWER.message, NO_ANSWER.fix)]


def _device(path: Path | None) -> tuple[Device, HealthCheck]:
    device, diagnostics = read_device(path)
    if device is None:
        first = diagnostics[0]
        where = f"Line {first.line}" if first.line else first.file
        return Device(), HealthCheck("device.yaml", "bad", f"{where}: {first.message}", first.fix)
    where = str(device.file) if device.file else "not found, so all settings are at their defaults."
    return device, HealthCheck("device.yaml", "good", where)


def _voice(device: Device) -> tuple[Voice | None, HealthCheck]:
    """Return the voice that speaks on this machine, and the check of the chosen one."""
    title = ENGINES[FALLBACK].title
    try:
        fallback = _speaking(VoiceConfig())
    except VoiceError as error:
        found = f"{title} does not work here: {error}."
        return None, HealthCheck("Voice", "bad", found, "Delete the folder .venv and start the kiosk again.")
    choice = voice_of(device)
    if choice.engine != device.voice:
        found = f"{title} speaks, because the natural voice is not installed."
        to_do = f"Write “voice: {FALLBACK}” in device.yaml to keep it, or delete the folder .venv and start the kiosk."
        return fallback, HealthCheck("Voice", "note", found, to_do)
    if choice.engine == FALLBACK:
        return fallback, HealthCheck("Voice", "good", f"{title} speaks.")
    try:
        voice = _speaking(choice)
    except VoiceError as error:
        found = f"The voice {choice.engine} does not work here: {error}. {title} speaks instead."
        to_do = f"See “kiosk voices”, or write “voice: {FALLBACK}” in device.yaml."
        return fallback, HealthCheck("Voice", "bad", found, to_do)
    return voice, HealthCheck("Voice", "good", f"{ENGINES[choice.engine].title} speaks.")


def _languages(folder: Path, device: Device) -> list[HealthCheck]:
    """Return what the clinic's languages lack here; nothing if they have all."""
    return [HealthCheck("Languages", "bad", each.message, each.fix) for each in lacking(folder, voice_of(device))]


def _speaking(choice: VoiceConfig) -> Voice:
    """Return the chosen voice once it has spoken; raises VoiceError if it cannot or makes no sound."""
    with quiet_libraries():
        languages = languages_of(choice)
        voice = Voice(engine=choice.engine, file=choice.file)
        for language in sorted(languages & TRIED.keys()) or [min(languages)]:
            recording = Recording()
            voice.speak(TRIED.get(language, TRIED["en"]), language, 125, recording)
            if not recording.heard:
                raise VoiceError("it makes no sound")
    return voice


def _made_ahead(device: Device) -> list[HealthCheck]:
    """Check how much sound is made ahead, for a voice that needs it."""
    if not ENGINES[device.voice].rendered_ahead or device.sound == "off":
        return []
    name, to_do = "Sound made ahead", "There is nothing to do: the kiosk makes it while nobody uses it."
    try:
        counts = counts_of(made_noted(state_folder()))
    except ValueError:
        return [HealthCheck(name, "note", "Nothing yet.", to_do)]
    found = ", ".join(f"{language_name(each.language)} {each.made:,} of {each.of:,}" for each in counts)
    other = sum(each.in_all - each.of for each in counts)
    made = sum(each.made_in_all - each.made for each in counts)
    found += f"; for the other speeds {made:,} of {other:,}." if other else "."
    if Progress(tuple(counts)).complete:
        return [HealthCheck(name, "good", found)]
    return [HealthCheck(name, "note", found, to_do)]


def _sound(voice: Voice | None, device: Device) -> HealthCheck:
    if device.sound == "off":
        return HealthCheck("Sound", "note", "Sound is turned off in device.yaml.")
    if device.sound == "headphones-only":
        return _headphones()
    try:
        with quiet_libraries():
            player = open_player(voice.sample_rate if voice else 22_050)
    except SoundError as error:
        to_do = "Connect a loudspeaker or headphones, and check that PulseAudio, PipeWire or ALSA is running."
        return HealthCheck("Sound", "bad", f"No sound can be played ({error}).", to_do)
    player.close()
    return _heard(f"Played by {player.name}", player.percent)


def _heard(found: str, percent: int | None) -> HealthCheck:
    """Return the check of sound that is played, with a system volume of `percent`; None where that is not known."""
    if percent is None or percent >= TOO_QUIET:
        return HealthCheck("Sound", "good", f"{found}.")
    low = f"at a volume of {percent} %, which hardly anybody hears" if percent else "but muted, so nobody hears it"
    to_do = "Turn the sound up on this machine, or write “system-volume: 80” in device.yaml."
    return HealthCheck("Sound", "bad", f"{found}, {low}.", to_do)


def _headphones() -> HealthCheck:
    """Check a kiosk that only speaks through headphones."""
    watch = HeadphoneWatch()
    watch.start()
    headphones = watch.headphones(HEADPHONES_S)
    if headphones is not None:
        found = f"Headphones are plugged in ({headphones.sink}); the loudspeaker stays silent"
        return _heard(found, watch.percents.get(headphones.sink))
    if not watch.connected:
        to_do = "Check that PulseAudio or PipeWire is running, or set sound: loudspeaker in device.yaml."
        found = "There is no sound server to detect headphones, so the kiosk stays silent."
        return HealthCheck("Sound", "bad", found, to_do)
    to_do = "Plug in headphones and run doctor again, to see whether they are detected."
    return HealthCheck("Sound", "note", "No headphones are plugged in; without them the kiosk is silent.", to_do)


def _terminal() -> HealthCheck:
    columns, rows = shutil.get_terminal_size()
    if not at_terminal(sys.stdout):
        return HealthCheck(
            "Terminal", "note", "This is not a terminal, so it was not checked.", "Run doctor on the kiosk."
        )
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        return HealthCheck("Terminal", "bad", "The terminal does not use UTF-8.", "Set a UTF-8 locale.")
    if columns < 20 or rows < 6:
        return HealthCheck(
            "Terminal", "bad", f"{columns} columns and {rows} rows are too few.", "Make it 20 by 6 or more."
        )
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        return HealthCheck(
            "Terminal", "bad", "The terminal cannot show a layout.", "Set TERM, for example xterm-256color."
        )
    return HealthCheck("Terminal", "good", f"{columns} columns and {rows} rows, {os.environ['TERM']}.")


def _text_size(device: Device) -> HealthCheck:
    columns, rows = shutil.get_terminal_size()
    if not at_terminal(sys.stdout):
        return HealthCheck(
            "Text size", "note", "This is not a terminal, so it was not checked.", "Run doctor on the kiosk."
        )
    sizes = TextSize(
        Window(columns, rows, picture_width_mm(device.screen_width_mm)),
        deliver=lambda request: None,
        setting=device.text_size,
        fonts=fonts_for(os.environ),
    )
    start = sizes.lettering
    height = "" if start.height_mm is None else f", capitals about {start.height_mm:.1f} mm high"
    if identify(os.environ) and device.text_size != "plain":
        return HealthCheck(
            "Text size", "good", "This terminal may be able to change its font; the kiosk finds out when it starts."
        )
    names = ", ".join(level.name.lower() for level in sizes.levels)
    state: Literal["good", "note"] = "good" if len(sizes.levels) > 1 else "note"
    to_do = "" if state == "good" else "Make the window larger, or set text-size: auto in device.yaml."
    return HealthCheck("Text size", state, f"{start.name} at the start{height}; available: {names}.", to_do)


def _keys(device: Device) -> HealthCheck:
    try:
        key_map = key_map_of(device)
    except CannotStartError as error:
        first = error.diagnostics[0]
        return HealthCheck("Keys", "bad", f"{first.place}: {first.message}", first.fix)
    if not key_map.keys.missing:
        return HealthCheck("Keys", "good", f"The map “{device.keys}”: everything that patients need has a key.")
    jobs = ", ".join(action.job for action in key_map.keys.missing)
    return HealthCheck("Keys", "good", f"The map “{device.keys}”. Choices under “More”, without a key: {jobs}.")
