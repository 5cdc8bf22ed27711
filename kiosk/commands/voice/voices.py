"""`kiosk voices`: list the voices that work on this machine, play them, and say how to add one."""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

import click

from kiosk.commands.voice.chosen_voice import chosen_voice
from kiosk.commands.voice.quiet import quiet_libraries
from kiosk.commands.voice.say import play
from kiosk.speech.engines import ENGINES, Engine
from kiosk.speech.players import SoundError
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of
from kiosk.visit.session.settings import RATES_WPM, START_RATE

SAMPLES = {
    "en": "This is how I sound. Breast cancer that has spread can be treated.",
    "es": "Así sueno yo. El cáncer de mama que se ha extendido se puede tratar.",
}
"""language → sample sentence."""


@click.command("voices")
@click.option("--play", "aloud", is_flag=True, help="Have each voice speak a sentence.")
@click.option(
    "--language",
    type=click.Choice(list(SAMPLES)),
    default="en",
    show_default=True,
    help="The language of the sentence.",
)
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def command(aloud: bool, language: str, device_file: Path | None) -> None:
    """List the voices of this machine, and say how to add one.

    Exit status: 0 if at least one voice speaks, 1 if none does or its sample cannot be heard.
    """
    choice = chosen_voice(device_file)
    works = 0
    for name, engine in ENGINES.items():
        try:
            # Speech libraries print to the terminal.
            with quiet_libraries():
                voice = Voice(engine=name, file=choice.file if engine.from_file else None)
                heard = _sample(voice, _language_for(name, language, choice))
        except VoiceError as error:
            _show(name, engine, name == choice.engine, f"does not work here: {error}")
            continue
        works += 1
        _show(name, engine, name == choice.engine)
        if aloud:
            _play(heard, voice.sample_rate)
    slow = " or ".join(engine.name for engine in ENGINES.values() if engine.rendered_ahead)
    click.echo(
        "\nTo use one, write its name in device.yaml, for example “voice: espeak”. Without that it is the natural\n"
        "voice, where it is installed. eSpeak NG speaks in place of a voice that does not work, and the languages\n"
        "that a voice does not know.\n"
        "Piper takes any of its voices: copy the .onnx file and the .onnx.json file to this machine, and write\n"
        "“voice: piper” and “voice-file: /the/path/of/the/voice.onnx”.\n"
        f"What {slow} says is made ahead while nobody uses the kiosk; docs/voices.md tells more."
    )
    sys.exit(0 if works else 1)


def _sample(voice: Voice, language: str) -> array[int]:
    recording = Recording()
    voice.speak(SAMPLES[language], language, RATES_WPM[START_RATE], recording)
    if not recording.heard:
        raise VoiceError("it makes no sound")
    return recording.heard


def _language_for(name: str, language: str, choice: VoiceConfig) -> str:
    """Return `language` if the voice speaks it, else one that it does speak. Raises VoiceError."""
    known = languages_of(VoiceConfig(name, choice.file if ENGINES[name].from_file else None))
    return language if language in known or not known & set(SAMPLES) else min(known & set(SAMPLES))


def _show(name: str, engine: Engine, chosen: bool, fault: str = "") -> None:
    sign, colour = ("✗", "red") if fault else ("✓", "green")
    note = ", chosen in device.yaml" if chosen else ""
    named = click.style(f"{sign} {name}", fg=colour, bold=True)
    lit = "" if engine.word_times else " The sentence is lit while it sounds, and no word of it."
    click.echo(f"{named}: {engine.title}, licence {engine.licence}{note}")
    click.echo(f"    {engine.summary}{lit}")
    if fault:
        click.echo(f"    It {fault}.")
    if fault and engine.packages:
        click.echo(f"    To add it: {sys.executable} -m pip install {' '.join(engine.packages)}")


def _play(samples: array[int], rate: int) -> None:
    try:
        play(samples, rate)
    except SoundError as error:
        click.echo(f"There is no sound: {error}.", err=True)
        sys.exit(1)
