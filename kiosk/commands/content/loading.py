"""Read content for a command, or exit with the errors to fix."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from kiosk.commands.content.content_option import chosen_content
from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.content.live.at_start import ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.library import Library
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import state_folder


def load_library(folder: Path | None) -> Library:
    """Return the content in `folder`, or the kiosk's own; exit with status 1 if it has an error."""
    try:
        return read_library(chosen_content(folder))
    except CannotStartError as error:
        give_up(error)


def give_up(error: CannotStartError) -> NoReturn:
    """Print the errors to fix and exit."""
    click.echo(f"{error}\n" if error.diagnostics else str(error), err=True)
    print_diagnostics(error.diagnostics, err=True)
    sys.exit(error.status)


def check_language(library: Library, language: str) -> str:
    """Return `language`, or the clinic's first one if empty; exit with status 2 if there is no content in it."""
    if language and language not in library.topics:
        have = ", ".join(library.topics)
        raise click.UsageError(f"There is no content in “{language}”. There is: {have}.")
    return language or library.clinic.languages[0]


def read_library(folder: Path) -> Library:
    """Return the content of `folder`: from the last good copy if unchanged, else read and checked.

    Raises CannotStartError with the errors to fix.
    """
    found = content_at_start(folder, LastGood(state_folder()))
    if found.source is not ContentSource.LIVE:
        raise CannotStartError(f"The content in {folder} cannot be shown yet.", found.diagnostics)
    return found.library
