"""`kiosk voices`: which voices work on this machine, how each sounds, and how to add one."""

from __future__ import annotations

import sys
from array import array

import click

from kiosk.commands.say import play
from kiosk.speech.drivers import ENGINES, Engine
from kiosk.speech.players import SoundError
from kiosk.speech.recording import Recording
from kiosk.speech.voice import Voice, VoiceError
from kiosk.visit.settings import RATES_WPM, START_RATE

SAMPLES = {
    "en": "This is how I sound. Breast cancer that has spread can be treated.",
    "es": "Así sueno yo. El cáncer de mama que se ha extendido se puede tratar.",
}
"""language → what a voice says for a sample."""


@click.command("voices")
@click.option("--play", "aloud", is_flag=True, help="Let each voice say a sentence.")
@click.option("--language", type=click.Choice(list(SAMPLES)), default="en", show_default=True, help="Of the sample.")
def command(aloud: bool, language: str) -> None:
    """List the voices of this machine, and say how to add one.

    Exit status: 0 when at least one voice speaks, 1 when none does or its sample cannot be heard.
    """
    works = 0
    for name, engine in ENGINES.items():
        try:
            voice = Voice(engine=name)
            heard = _sample(voice, language)
        except VoiceError as error:
            _show(name, engine, f"does not work here: {error}")
            continue
        works += 1
        _show(name, engine, "")
        if aloud:
            _play(heard, voice.sample_rate)
    click.echo(
        "\nTo use one, write its name in device.yaml, for example “voice: espeak”. Without that it is eSpeak NG,\n"
        "which also speaks in place of a voice that does not work."
    )
    sys.exit(0 if works else 1)


def _sample(voice: Voice, language: str) -> array[int]:
    recording = Recording()
    voice.speak(SAMPLES[language], language, RATES_WPM[START_RATE], recording)
    if not recording.heard:
        raise VoiceError("it makes no sound")
    return recording.heard


def _show(name: str, engine: Engine, fault: str) -> None:
    sign, colour = ("✗", "red") if fault else ("✓", "green")
    click.echo(click.style(f"{sign} {name}", fg=colour, bold=True) + f": {engine.title}, licence {engine.licence}")
    if fault:
        click.echo(f"    It {fault}.")
    if fault and engine.package:
        click.echo(f"    To add it: {sys.executable} -m pip install {engine.package}")


def _play(samples: array[int], rate: int) -> None:
    try:
        play(samples, rate)
    except SoundError as error:
        click.echo(f"There is no sound: {error}.", err=True)
        sys.exit(1)
