"""`kiosk run`: show the kiosk."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.loading import give_up
from kiosk.machine.cannot_start import CannotStartError
from kiosk.startup.launch import launch


@click.command("run")
@content_option
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
@click.option("--language", default="", metavar="xx", help="The language at the start, for example en.")
def command(content: Path | None, device_file: Path | None, language: str) -> None:
    """Show the kiosk. To end it, send a signal or use the staff pages.

    When nobody is there, it goes back to the start page.

    With --small, run_kiosk.py sets the kiosk up without the natural voice (270 MB), then and at later starts.
    """
    try:
        sys.exit(launch(content, device_file, language))
    except CannotStartError as error:
        give_up(error)
