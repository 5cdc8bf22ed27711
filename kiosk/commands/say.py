"""`kiosk say`: speaks a text, or writes it to a sound file, as patients would hear it."""

from __future__ import annotations

import sys
import time
import wave
from array import array
from pathlib import Path

import click

from kiosk.commands.quiet import quiet_libraries
from kiosk.content.library import WordRule
from kiosk.content.reader import read_content
from kiosk.paths import content_folder
from kiosk.speech.players import SoundError, open_player
from kiosk.speech.recording import Recording
from kiosk.speech.voice import Voice, VoiceError
from kiosk.visit.settings import RATES_WPM, START_RATE


@click.command("say")
@click.argument("text")
@click.option("--language", default="en", metavar="xx", show_default=True, help="The language of the text.")
@click.option(
    "--rate",
    type=click.IntRange(RATES_WPM[0], RATES_WPM[-1], clamp=True),
    default=RATES_WPM[START_RATE],
    show_default=True,
    metavar="WPM",
    help=f"Words a minute, {RATES_WPM[0]} to {RATES_WPM[-1]}.",
)
@click.option("--wav", type=click.Path(path_type=Path, dir_okay=False), help="Write a sound file instead.")
def command(text: str, language: str, rate: int, wav: Path | None) -> None:
    """Say TEXT as patients would hear it, with the clinic's own pronunciations.

    Exit status: 0 when it was said, 1 when there is no voice or no sound.
    """
    recording = Recording()
    try:
        voice = Voice(_pronunciations())
        for part in text.splitlines() or [text]:
            if part.strip():
                voice.speak(part, language, rate, recording)
    except VoiceError as error:
        _give_up(f"The voice cannot say this: {error}.")
    try:
        if wav is not None:
            _write(wav, recording.heard, voice.sample_rate)
        else:
            play(recording.heard, voice.sample_rate)
    except SoundError as error:
        _give_up(f"There is no sound: {error}. To hear the text elsewhere, write it to a file with --wav FILE.")
    except OSError as error:
        _give_up(f"{wav} cannot be written: {error.strerror}.")


def _pronunciations() -> tuple[WordRule, ...]:
    """Those of the kiosk's own content; none while it has an error, so that a text can be heard all the same."""
    library = read_content(content_folder()).library
    return library.words if library else ()


def _write(path: Path, samples: array[int], rate: int) -> None:
    if sys.byteorder == "big":
        samples.byteswap()
    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())


def play(samples: array[int], rate: int) -> None:
    """Plays to the end; raises SoundError where that is not possible."""
    with quiet_libraries():
        player = open_player(rate)
    try:
        player.write(samples)
        while player.played < player.written:
            if player.stalled:
                raise SoundError("the sound device has gone")
            time.sleep(0.02)
        time.sleep(0.1)  # what has left for the loudspeaker is still to be heard
    finally:
        player.close()


def _give_up(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
