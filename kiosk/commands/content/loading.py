"""Reads content for a command, or ends it with what is to be mended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.content.live.at_start import ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.library import Library
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import content_folder, state_folder


def load_library(folder: Path | None) -> Library:
    """The content in `folder`, or the kiosk's own; ends the program with status 1 when it has an error."""
    try:
        return read_library(folder or content_folder())
    except CannotStartError as error:
        give_up(error)


def give_up(error: CannotStartError) -> NoReturn:
    """Ends the program with what is to be mended."""
    click.echo(f"{error}\n" if error.diagnostics else str(error), err=True)
    print_diagnostics(error.diagnostics, err=True)
    sys.exit(error.status)


def check_language(library: Library, language: str) -> str:
    """`language`, or the clinic's first one where it is empty; ends the program with status 2 for one it lacks."""
    if language and language not in library.topics:
        have = ", ".join(library.topics)
        raise click.UsageError(f"There is no content in “{language}”. There is: {have}.")
    return language or library.clinic.languages[0]


def read_library(folder: Path) -> Library:
    """The content of `folder`: the last good copy where nothing has changed since, else read and checked.

    Raises CannotStartError with what is to be mended.
    """
    found = content_at_start(folder, LastGood(state_folder()))
    if found.source is not ContentSource.LIVE:
        raise CannotStartError(f"The content in {folder} cannot be shown yet.", found.diagnostics)
    return found.library
