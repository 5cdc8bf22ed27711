"""`kiosk say`: speak a text as patients would hear it, or save it as a sound file."""

from __future__ import annotations

import sys
import time
from array import array
from collections.abc import Sequence
from pathlib import Path

import click

from kiosk.commands.content.content_option import chosen_content, content_option
from kiosk.commands.voice.chosen_voice import chosen_voice, voice_in
from kiosk.commands.voice.quiet import quiet_libraries
from kiosk.content.model.word_rules import WordRule
from kiosk.content.reader import read_content
from kiosk.device.device_settings import read_device_settings, voice_of
from kiosk.machine.cannot_start import CannotStartError
from kiosk.speech.players import SoundError, open_player
from kiosk.speech.players.clear_speech import cleared
from kiosk.speech.spoken.spoken_form import spoken_form
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.recording import Recording, wav_of
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.visit.session.settings import RATES_WPM, START_RATE

BETWEEN_S = 0.6
"""Seconds of silence between the two versions of a word."""


@click.command("say")
@click.argument("text", required=False)
@click.option("--word", metavar="WORD", help="Show and say how words.yaml changes this word, before and after.")
@click.option("--language", default="en", metavar="xx", show_default=True, help="The language of the text.")
@click.option(
    "--rate",
    type=click.IntRange(RATES_WPM[0], RATES_WPM[-1], clamp=True),
    default=RATES_WPM[START_RATE],
    show_default=True,
    metavar="WPM",
    help=f"Words a minute, {RATES_WPM[0]} to {RATES_WPM[-1]}.",
)
@content_option
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
@click.option("--wav", type=click.Path(path_type=Path, dir_okay=False), help="Write a sound file instead.")
@click.option("--no-content", is_flag=True, help="Read no content and need no device.yaml, as the safe page does.")
def command(
    text: str | None,
    word: str | None,
    language: str,
    rate: int,
    content: Path | None,
    device_file: Path | None,
    wav: Path | None,
    no_content: bool,
) -> None:
    """Speak TEXT as patients would hear it, with the machine's voice and the clinic's own pronunciations.

    With --word instead of TEXT: the word first without words.yaml, then with it.

    Exit status: 0 if it was spoken, 1 without a voice or sound.
    """
    if (text is None) == (word is None):
        raise click.UsageError("Give either a TEXT or --word WORD.")
    choice = _usable_voice(device_file) if no_content else chosen_voice(device_file)
    rules = () if no_content else _pronunciations(chosen_content(content, device_file))
    recording = Recording()
    try:
        voice = voice_in(rules, choice, language)
        if word is not None:
            _compare(word, language, rate, voice, rules, recording)
        for part in (text or "").splitlines():
            if part.strip():
                voice.speak(part, language, rate, recording)
    except VoiceError as error:
        _give_up(f"The voice cannot say this: {error}.")
    heard = recording.heard
    if choice.clears_speech(on_loudspeaker=not choice.headphones_only):
        heard = cleared(heard, voice.sample_rate)
    try:
        if wav is not None:
            wav.write_bytes(wav_of(heard, voice.sample_rate))
        else:
            play(heard, voice.sample_rate)
    except SoundError as error:
        _give_up(f"There is no sound: {error}. To hear the text elsewhere, write it to a file with --wav FILE.")
    except OSError as error:
        _give_up(f"{wav} cannot be written: {error.strerror}.")


def _usable_voice(device_file: Path | None) -> VoiceConfig:
    """Return the voice of the settings; eSpeak NG if these have an error, since the safe page must be heard."""
    try:
        return voice_of(read_device_settings(device_file))
    except CannotStartError:
        return VoiceConfig()


def _pronunciations(content: Path) -> tuple[WordRule, ...]:
    """Return the pronunciations of `content`; none if it has an error, so a text can still be heard."""
    library = read_content(content).library
    return library.words if library else ()


def _compare(
    word: str, language: str, rate: int, voice: Voice, rules: Sequence[WordRule], recording: Recording
) -> None:
    """Show and say `word` without the clinic's pronunciations, then with them."""
    before, after = spoken_form(word, language), spoken_form(word, language, rules)
    voice.say_form(before, language, rate, recording)
    click.echo(f"Without words.yaml: {before.text}")
    if before.text == after.text:
        click.echo(f"With words.yaml:    the same. words.yaml has nothing for “{word}” in “{language}”.")
        if before.guesses:
            click.echo(f"The voice has to guess. If it is wrong, add “write: {word}” and “say:” to words.yaml.")
        return
    recording.heard.extend([0] * int(BETWEEN_S * voice.sample_rate))
    voice.say_form(after, language, rate, recording)
    click.echo(f"With words.yaml:    {after.text}")


def play(samples: array[int], rate: int) -> None:
    """Play to the end; raises SoundError if that is not possible."""
    with quiet_libraries():
        player = open_player(rate)
    try:
        player.write(samples)
        while player.played < player.written:
            if player.stalled:
                raise SoundError("the sound device has gone")
            time.sleep(0.02)
        time.sleep(0.1)  # for the sound that is still on its way to the loudspeaker
    finally:
        player.close()


def _give_up(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
