"""`kiosk export`: the same pages for the clinic's web site, for phones and for screen readers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.loading import load_library
from kiosk.content.model.library import Library
from kiosk.content.model.unapproved import without_unapproved
from kiosk.export.own_folder import NotOwnError, check_own, replace_folder
from kiosk.export.web_site import RESERVED, web_site
from kiosk.locale.wordings import wordings_of

if TYPE_CHECKING:
    from kiosk.export.sound import SoundFiles


@click.group("export")
def command() -> None:
    """Write the pages in another form: the same words, from the same files."""


@command.command("web")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@content_option
@click.option("--unapproved", is_flag=True, help="Also texts that no clinician has approved; each of them says so.")
@click.option("--sound", is_flag=True, help="With each part as a sound file, in this machine's voice.")
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def web(folder: Path, content: Path | None, unapproved: bool, sound: bool, device_file: Path | None) -> None:
    """Write a web site to DIR: pages without scripts, in every language, with the kiosk's contrasts.

    DIR is new, empty, or a folder that this command has made, which is then replaced as a whole. Only approved texts
    are written.

    Exit status: 0 if the site was written, 1 if not.
    """
    shown = _shown(load_library(content), unapproved)
    try:
        check_own(folder.resolve())
        files = web_site(shown, wordings_of(shown), _sounds(shown, device_file) if sound else None)
        count = replace_folder(folder, files)
    except NotOwnError:
        _give_up(f"{folder} holds something that is not from this command. Name a new folder.")
    except OSError as error:
        _give_up(f"{folder} could not be written ({error.strerror}). It is as it was.")
    except subprocess.CalledProcessError as error:
        _give_up(f"The sound could not be written: {error.cmd[0]} does not work. {folder} is as it was.")
    click.echo(f"{folder} is ready: {count} files. Put all of them on your web site.")


def _shown(library: Library, unapproved: bool) -> Library:
    """Return what the site shows; exit with status 1 if that would be nothing of the clinic's own."""
    if any(RESERVED in own for own in library.topics.values()):
        _give_up(f"A topic cannot be called “{RESERVED}” on a web site. Rename its file.")
    if unapproved:
        return library
    own = without_unapproved(replace(library, clinic=replace(library.clinic, show_unapproved=False)))
    if all(topic.built_in for topics in own.topics.values() for topic in topics.values()):
        _give_up("No clinician has approved a text yet, so there is nothing to write. To try it, add --unapproved.")
    return own


def _sounds(library: Library, device_file: Path | None) -> SoundFiles:
    from kiosk.commands.voice.chosen_voice import chosen_voice, voice_in
    from kiosk.export.sound import SoundFiles
    from kiosk.speech.voice_process.voice import Voice, VoiceError
    from kiosk.visit.session.settings import RATES_WPM, START_RATE

    choice = chosen_voice(device_file)

    def of(language: str) -> Voice | None:
        try:
            return voice_in(library.words, choice, language)
        except VoiceError as error:
            click.echo(f"There is no voice for {language}: {error}. Its pages have no sound.", err=True)
            return None

    return SoundFiles(of, RATES_WPM[START_RATE])


def _give_up(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
