"""`kiosk render`: pre-record a slow voice, so that patients hear it at once. The kiosk runs it by itself at rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from kiosk.commands.content.content_option import chosen_content, content_option
from kiosk.commands.content.loading import check_language, give_up
from kiosk.commands.voice.all_said import all_said
from kiosk.commands.voice.at_rest import lower_priority, tell_app
from kiosk.commands.voice.filling import fill
from kiosk.content.live.at_start import AtStart, ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.device.device_settings import key_map_of, machine_of, read_device_settings, voice_of
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.condition import note_made
from kiosk.machine.paths import state_folder
from kiosk.speech.engines import ENGINES
from kiosk.speech.ready.made import Progress, Stuck
from kiosk.speech.ready.order import in_order
from kiosk.speech.ready.render_cache import CacheBusyError, RenderCache
from kiosk.speech.ready.rendered import Rendered, Wanted
from kiosk.speech.ready.sndfile_library import SoundLibraryError, library
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.renderer import render
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of, name_of
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.settings import RATES_WPM, START_RATE

MOST_MB = 400
"""Default size of the cache, in megabytes: both shipped languages at all speeds, with room for a clinic's changes."""
SIZES = (Grid(80, 24), Grid(46, 13))
"""Screens, from small letters to large; only the spoken page numbers depend on them."""
START_WPM = RATES_WPM[START_RATE]


@click.command("render")
@content_option
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
@click.option("--language", default="", metavar="xx", help="Only this language; by default all that the voice speaks.")
@click.option(
    "--rate",
    "rates",
    type=click.Choice([str(rate) for rate in RATES_WPM]),
    multiple=True,
    help="Words a minute; may be given several times. By default all speeds, the one at the start first.",
)
@click.option("--most", type=click.IntRange(1, 100_000), default=MOST_MB, show_default=True, help="Megabytes to use.")
@click.option(
    "--at-rest", is_flag=True, hidden=True, help="As the kiosk runs it: aside, and with messages for the app."
)
@click.option("--grid", "grids", multiple=True, hidden=True, help="A screen of the kiosk: the numbers of a Grid.")
def command(
    content: Path | None,
    device_file: Path | None,
    language: str,
    rates: tuple[str, ...],
    most: int,
    at_rest: bool,
    grids: tuple[str, ...],
) -> None:
    """Pre-record everything that the kiosk says, for a slow voice.

    The kiosk does this by itself while nobody uses it, so there is no need to run it. Existing recordings are kept; the
    oldest of those no longer needed make room. You can stop it at any time; it continues where it stopped.

    Exit status: 0 if everything is recorded, 1 if something is missing.
    """
    if at_rest:
        lower_priority()
    try:
        device = read_device_settings(device_file)
        machine = machine_of(device, key_map_of(device))
    except CannotStartError as error:
        give_up(error)
    choice = voice_of(device)
    if not ENGINES[choice.engine].rendered_ahead or choice.cache is None:
        click.echo(f"{ENGINES[choice.engine].title} is fast: there is nothing to render.", err=at_rest)
        return
    folder = chosen_content(content, device_file)
    found = content_at_start(folder, LastGood(state_folder()))
    if found.source is not ContentSource.LIVE and not at_rest:
        give_up(CannotStartError(f"The content in {folder} cannot be shown yet.", found.diagnostics))
    languages = [check_language(found.library, language)] if language else list(found.library.clinic.languages)
    sizes = [*(Grid.from_text(grid) for grid in grids), *SIZES]
    _render(choice, found, languages, [int(rate) for rate in rates] or RATES_WPM, most, at_rest, machine, sizes)


def _render(
    choice: VoiceConfig,
    content: AtStart,
    languages: Sequence[str],
    rates: Sequence[int],
    most: int,
    at_rest: bool,
    machine: Machine,
    sizes: Sequence[Grid],
) -> None:
    stop: Callable[[str], NoReturn] = _stuck if at_rest else _give_up
    engine, folder = ENGINES[choice.engine], choice.cache
    assert folder is not None
    try:
        cache = RenderCache(folder, name_of(choice))
        spoken = languages_of(choice) & set(languages)
        library()
    except (VoiceError, SoundLibraryError) as error:
        stop(f"The voice {choice.engine} does not work here: {error}.")
    if not spoken:
        stop(f"{engine.title} does not speak {', '.join(languages)}; eSpeak NG will.")
    make, left_out = _maker(choice), 0
    # The usual pages at the usual speed first: to find all that is said at all sizes of text takes longer.
    steps = [(sizes[:1], [START_WPM])] if START_WPM in rates else []
    try:
        with cache.writing():
            for grids, speeds in (*steps, (sizes, rates)):
                said = {each: all_said(content, each, grids, machine) for each in languages}
                own = {each: [text for text in texts if text.language in spoken] for each, texts in said.items()}
                wanted = in_order(own, speeds, START_WPM)
                # Reading everything takes seconds, so at rest a damaged entry waits until it is to be said.
                missing = [each for each in wanted if not (cache.has(each) if at_rest else cache.load(each))]
                work = fill if at_rest else _with_bar
                left_out = work(cache, make, wanted, missing, most * 1_000_000, START_WPM, tell_app)
    except CacheBusyError:
        stop("Another render is running. Wait until it has ended.")
    except VoiceError as error:
        stop(f"The voice {choice.engine} does not work here: {error}.")
    except (OSError, SoundLibraryError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        stop(f"{folder} cannot be written ({why}). eSpeak NG says what is missing.")
    if left_out:
        stop(f"There was no room for {left_out}. Give the cache more with --most.")


def _maker(choice: VoiceConfig) -> Callable[[Wanted], Rendered | None]:
    """Return what makes the sound of a text; the voice is loaded for the first one. It raises VoiceError."""
    loaded: list[Voice] = []

    def make(wanted: Wanted) -> Rendered | None:
        if not loaded:
            loaded.append(Voice(engine=choice.engine, file=choice.file))
        return render(loaded[0], wanted)

    return make


def _with_bar(
    cache: RenderCache,
    make: Callable[[Wanted], Rendered | None],
    wanted: Sequence[Wanted],
    missing: Sequence[Wanted],
    most: int,
    start: int,
    _: object,
) -> int:
    """Like `fill`, which shows on the terminal how far it is."""
    with click.progressbar(length=len(missing), label="Rendering") as bar:

        def tell(progress: Progress) -> None:
            note_made(progress.counts)
            left = sum(count.in_all - count.made_in_all for count in progress.counts)
            bar.update(len(missing) - left - bar.pos)

        left_out = fill(cache, make, wanted, missing, most, start, tell)
    click.echo(f"{len(wanted) - left_out} of {len(wanted)} texts are rendered, {cache.size / 1e6:.0f} MB in all.")
    return left_out


def _stuck(sentence: str) -> NoReturn:
    tell_app(Stuck(sentence))
    sys.exit(1)


def _give_up(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(1)
