"""`kiosk render`: pre-record a slow voice, so that patients hear it at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kiosk.commands.content.loading import check_language, load_library
from kiosk.commands.voice.chosen_voice import chosen_voice
from kiosk.commands.voice.spoken_texts import spoken_texts
from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.speech.engines import ENGINES
from kiosk.speech.voice_process.render_cache import CacheBusyError, RenderCache
from kiosk.speech.voice_process.rendered import Wanted
from kiosk.speech.voice_process.renderer import render
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of, name_of
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.settings import RATES_WPM, START_RATE

MOST_MB = 400
"""Default size of the cache, in megabytes."""
SIZES = (Grid(80, 24), Grid(46, 13))
"""Screens, from small letters to large; only the spoken page numbers depend on them."""


@click.command("render")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with the content.")
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
@click.option("--language", default="", metavar="xx", help="Only this language; by default all that the voice speaks.")
@click.option(
    "--rate",
    "rates",
    type=click.Choice([str(rate) for rate in RATES_WPM]),
    multiple=True,
    help=f"Words a minute; may be given several times. By default {RATES_WPM[START_RATE]}, the speed at the start.",
)
@click.option("--most", type=click.IntRange(1, 100_000), default=MOST_MB, show_default=True, help="Megabytes to use.")
def command(content: Path | None, device_file: Path | None, language: str, rates: tuple[str, ...], most: int) -> None:
    """Pre-record everything that the kiosk says, for a slow voice.

    Run it after changing the texts or the voice. Existing recordings are kept; the oldest of those no longer needed
    make room. You can stop it at any time; it continues where it stopped.

    Exit status: 0 if everything is recorded, 1 if something is missing.
    """
    choice = chosen_voice(device_file)
    engine = ENGINES[choice.engine]
    if not engine.rendered_ahead or choice.cache is None:
        click.echo(f"{engine.title} is fast: there is nothing to render.")
        return
    library = load_library(content)
    languages = [check_language(library, language)] if language else list(library.clinic.languages)
    try:
        voice = Voice(library.words, choice.engine, choice.file)
        cache = RenderCache(choice.cache, name_of(choice))
        spoken = [each for each in languages if each in languages_of(choice)]
    except VoiceError as error:
        _give_up(f"The voice {choice.engine} does not work here: {error}.")
    if not spoken:
        _give_up(f"{engine.title} does not speak {', '.join(languages)}; eSpeak NG will.")
    wanted = _wanted(library, voice, spoken, [int(rate) for rate in rates] or [RATES_WPM[START_RATE]])
    try:
        with cache.writing():
            _fill(cache, voice, wanted, most * 1_000_000)
    except CacheBusyError:
        _give_up("Another render is running. Wait until it has ended.")
    except OSError as error:
        _give_up(f"{choice.cache} cannot be written ({error.strerror}). eSpeak NG says what is missing.")


def _wanted(library: Library, voice: Voice, languages: Sequence[str], rates: Sequence[int]) -> list[Wanted]:
    """Return everything to be rendered, each once, in the order in which visitors meet it."""
    found: dict[Wanted, None] = {}
    own = wordings(library.clinic.languages)
    for rate in rates:
        for language in languages:
            for text, spoken_in, numbers in spoken_texts(library, language, SIZES, own):
                form = voice.form(text, spoken_in, numbers)
                if form.text.strip() and spoken_in in languages:
                    found[Wanted(form.text, spoken_in, rate)] = None
    return list(found)


def _fill(cache: RenderCache, voice: Voice, wanted: Sequence[Wanted], most: int) -> None:
    """Render what is missing; exit with status 1 if there is no room for all of it. Raises OSError."""
    used = cache.make_room(most, wanted)
    missing = [each for each in wanted if cache.load(each) is None]
    left_out = 0
    with click.progressbar(length=sum(len(each.text) for each in missing), label="Rendering") as bar:
        for each in missing:
            rendered = render(voice, each)
            if rendered is not None:
                size = len(rendered.as_bytes())
                if used + size > most:
                    used = cache.make_room(most - size, wanted)
                if used + size > most:
                    left_out += 1
                else:
                    cache.save(each, rendered)
                    used += size
            bar.update(len(each.text))
    click.echo(f"{len(wanted) - left_out} of {len(wanted)} texts are rendered, {used / 1e6:.0f} MB in all.")
    if left_out:
        _give_up(f"There was no room for {left_out}. Give the cache more with --most.")


def _give_up(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
