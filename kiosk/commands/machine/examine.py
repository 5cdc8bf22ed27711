"""Looks at everything that the kiosk needs on a machine, one thing after the other."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from kiosk.commands.voice.quiet import quiet_libraries
from kiosk.content.advice.review_dates import DUE_SOON_DAYS
from kiosk.content.model.library import Library
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.reader import read_content
from kiosk.device.device import Device
from kiosk.device.device_file import read_device
from kiosk.device.device_settings import key_map_of, voice_of
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import SAMPLE, content_folder
from kiosk.speech.engines import ENGINES, FALLBACK
from kiosk.speech.players import SoundError, open_player
from kiosk.speech.players.headphone_watch import HeadphoneWatch
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of
from kiosk.terminal.levels import Window
from kiosk.terminal.screen import picture_width_mm
from kiosk.terminal.streams import at_terminal
from kiosk.terminal.text_size.identify import identify
from kiosk.terminal.text_size.text_size import TextSize, fonts_for

HEADPHONES_S = 2.0
"""Seconds that the sound server has to tell whether headphones are plugged in."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    state: Literal["good", "note", "bad"]
    """"bad" keeps patients from using the kiosk as it is meant; "note" is for whoever looks after it."""
    found: str
    to_do: str = ""


def examine(content: Path | None, device_file: Path | None) -> list[Finding]:
    """All findings, in the order in which they matter."""
    device, finding = _device(device_file)
    voice, voice_finding = _voice(device)
    reading, content_finding = _content(content or content_folder())
    findings = [
        finding,
        voice_finding,
        _sound(voice, device),
        _terminal(),
        _text_size(device),
        _keys(device),
        content_finding,
    ]
    if reading is not None:
        findings.append(_reviews(reading, date.today()))
    return findings


def _device(path: Path | None) -> tuple[Device, Finding]:
    device, diagnostics = read_device(path)
    if device is None:
        first = diagnostics[0]
        where = f"Line {first.line}" if first.line else first.file
        return Device(), Finding("device.yaml", "bad", f"{where}: {first.message}", first.fix)
    where = str(device.file) if device.file else "there is none; everything is at its default."
    return device, Finding("device.yaml", "good", where)


def _voice(device: Device) -> tuple[Voice | None, Finding]:
    """The voice that speaks on this machine, and what was found of the one that is set."""
    title = ENGINES[FALLBACK].title
    try:
        fallback = _speaking(VoiceConfig())
    except VoiceError as error:
        found = f"{title} does not work here: {error}."
        return None, Finding("Voice", "bad", found, "Delete the folder .venv and start the kiosk again.")
    choice = voice_of(device)
    if choice.engine == FALLBACK:
        return fallback, Finding("Voice", "good", f"{title} speaks.")
    try:
        voice = _speaking(choice)
    except VoiceError as error:
        found = f"The voice {choice.engine} does not work here: {error}. {title} speaks in its place."
        to_do = f"See “kiosk voices”, or write “voice: {FALLBACK}” in device.yaml."
        return fallback, Finding("Voice", "bad", found, to_do)
    return voice, Finding("Voice", "good", f"{ENGINES[choice.engine].title} speaks.")


def _speaking(choice: VoiceConfig) -> Voice:
    """Return the chosen voice once it has spoken; raises VoiceError if it cannot or makes no sound."""
    recording = Recording()
    with quiet_libraries():
        languages = languages_of(choice)
        voice = Voice(engine=choice.engine, file=choice.file)
        voice.speak("The signs.", "en" if "en" in languages else min(languages), 125, recording)
    if not recording.heard:
        raise VoiceError("it makes no sound")
    return voice


def _sound(voice: Voice | None, device: Device) -> Finding:
    if device.sound == "off":
        return Finding("Sound", "note", "Sound is turned off in device.yaml.")
    if device.sound == "headphones-only":
        return _headphones()
    try:
        with quiet_libraries():
            player = open_player(voice.sample_rate if voice else 22_050)
    except SoundError as error:
        to_do = "Connect a loudspeaker or headphones, and see that PulseAudio, PipeWire or ALSA runs."
        return Finding("Sound", "bad", f"No sound can be played ({error}).", to_do)
    player.close()
    return Finding("Sound", "good", f"Played by {player.name}.")


def _headphones() -> Finding:
    """For a kiosk that speaks to headphones only."""
    watch = HeadphoneWatch()
    watch.start()
    headphones = watch.headphones(HEADPHONES_S)
    if headphones is not None:
        return Finding("Sound", "good", f"Headphones are plugged in ({headphones.sink}); the loudspeaker stays silent.")
    if not watch.connected:
        to_do = "See that PulseAudio or PipeWire runs, or set sound: loudspeaker in device.yaml."
        found = "There is no sound server that could tell of headphones, so the kiosk stays silent."
        return Finding("Sound", "bad", found, to_do)
    to_do = "Plug headphones in and run doctor again, to see whether this machine notices."
    return Finding("Sound", "note", "No headphones are plugged in; without them the kiosk is silent.", to_do)


def _terminal() -> Finding:
    columns, rows = shutil.get_terminal_size()
    if not at_terminal(sys.stdout):
        return Finding(
            "Terminal", "note", "This is not a terminal, so it was not looked at.", "Run doctor on the kiosk."
        )
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        return Finding("Terminal", "bad", "The terminal does not take UTF-8.", "Set the locale to one with UTF-8.")
    if columns < 20 or rows < 6:
        return Finding("Terminal", "bad", f"{columns} columns and {rows} rows are too few.", "Make it 20 by 6 or more.")
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        return Finding("Terminal", "bad", "The terminal can show no layout.", "Set TERM, for example xterm-256color.")
    return Finding("Terminal", "good", f"{columns} columns and {rows} rows, {os.environ['TERM']}.")


def _text_size(device: Device) -> Finding:
    columns, rows = shutil.get_terminal_size()
    if not at_terminal(sys.stdout):
        return Finding(
            "Text size", "note", "This is not a terminal, so it was not looked at.", "Run doctor on the kiosk."
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
        return Finding(
            "Text size", "good", "This terminal may change its own font; the kiosk finds out when it starts."
        )
    names = ", ".join(level.name.lower() for level in sizes.levels)
    state: Literal["good", "note"] = "good" if len(sizes.levels) > 1 else "note"
    to_do = "" if state == "good" else "Make the window larger, or set text-size: auto in device.yaml."
    return Finding("Text size", state, f"{start.name} at the start{height}; there is: {names}.", to_do)


def _keys(device: Device) -> Finding:
    try:
        key_map = key_map_of(device)
    except CannotStartError as error:
        first = error.diagnostics[0]
        return Finding("Keys", "bad", f"{first.place}: {first.message}", first.fix)
    if not key_map.keys.missing:
        return Finding("Keys", "good", f"The map “{device.keys}”: everything that patients need has a key.")
    jobs = ", ".join(action.job for action in key_map.keys.missing)
    return Finding("Keys", "good", f"The map “{device.keys}”. Choices under “More”, without a key: {jobs}.")


def _content(folder: Path) -> tuple[Library | None, Finding]:
    reading = read_content(folder)
    errors = [diagnostic for diagnostic in reading.diagnostics if diagnostic.level is Level.ERROR]
    if reading.library is None:
        first = errors[0]
        return None, Finding("Content", "bad", f"{first.place}: {first.message}", first.fix)
    if folder == SAMPLE:
        to_do = "Make your clinic's own texts by “kiosk init”, and name them with --content."
        return reading.library, Finding("Content", "note", "The sample that comes with the kiosk is shown.", to_do)
    warnings = len(reading.diagnostics)
    if warnings:
        return reading.library, Finding("Content", "note", f"{warnings} remarks.", "See “kiosk check”.")
    return reading.library, Finding("Content", "good", f"Everything in {folder} is right.")


def _reviews(library: Library, today: date) -> Finding:
    topics = [topic for own in library.topics.values() for topic in own.values()]
    if library.withheld:
        found = f"{len(library.withheld)} texts are kept from patients, as no clinician has approved them."
        return Finding("Reviews", "note", found, "Ask a clinician to read them, or see show-unapproved in clinic.yaml.")
    waiting = sum(not topic.approved for topic in topics)
    if waiting:
        found = f"{waiting} of {len(topics)} texts are not approved by a clinician, and say so to patients."
        return Finding("Reviews", "note", found, "Ask a clinician to read them.")
    due = min((topic.review.due for topic in topics if topic.review.due), default=None)
    if due is None:
        return Finding("Reviews", "good", "All texts are approved.")
    state: Literal["good", "note"] = "note" if (due - today).days <= DUE_SOON_DAYS else "good"
    return Finding("Reviews", state, f"All texts are approved; the next review is due on {due}.")
