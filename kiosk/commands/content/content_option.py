"""How every command is given the content: `--content`, else the content of this machine."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.device.own_content import own_content
from kiosk.machine.cannot_start import CannotStartError

content_option = click.option("--content", type=click.Path(path_type=Path), help="The folder with the content.")
"""The option of each command that reads or changes the content."""


def chosen_content(content: Path | None, device_file: Path | None = None) -> Path:
    """Return `content`, or the content of this machine by the settings in `device_file` or its own.

    Exits with status 1 if the settings may not be read.
    """
    try:
        return content or own_content(device_file)
    except CannotStartError as error:
        click.echo(str(error), err=True)
        sys.exit(error.status)
