"""`kiosk preview`: show one topic as patients will see and hear it, during editing."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.commands.content.loading import give_up
from kiosk.commands.content.size_option import SizeOption
from kiosk.commands.content.topics import refuse
from kiosk.device.device_settings import read_device_settings, voice_of
from kiosk.locale.wordings import wordings
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import exists_or_unreadable
from kiosk.preview.draft import Draft
from kiosk.speech.said import as_said
from kiosk.terminal.streams import at_terminal
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import topic_transcript

if TYPE_CHECKING:
    from kiosk.device.device import Device
    from kiosk.preview.app import PreviewApp
    from kiosk.speech.narrator.narrator import Narrator


@click.command("preview")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--size", type=SizeOption(), metavar="WxH", help="Columns and rows of the screen to show.")
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def command(file: Path, size: Grid | None, device_file: Path | None) -> None:
    """Show and read aloud the topic in FILE while you edit it in another window.

    Each time you save the file, the page is updated, with what to fix beside it. Without a terminal, pages are printed.
    """
    if not exists_or_unreadable(file.is_file):
        refuse(f"There is no file {file}. Name a topic's file, such as content/en/signs.yaml.", 2)
    if not os.access(file, os.R_OK):
        refuse(
            f"You may not open {file}. Ask the person who looks after the computer to make it and its folder readable."
        )
    draft = Draft(file, date.today())
    if not (at_terminal(sys.stdin) and at_terminal(sys.stdout)):
        _print(draft, size or Grid(80, 24))
        return
    try:
        device = read_device_settings(device_file)
    except CannotStartError as error:
        give_up(error)
    _show(draft, file.name, size, device)


def _print(draft: Draft, grid: Grid) -> None:
    proof = draft.read()
    if proof.library and not proof.outdated:
        own, said = wordings([draft.language]), as_said(proof.library.words)
        texts = topic_transcript(proof.library, draft.name, draft.language, grid, own, said)
        click.echo("\n".join(page.as_text() for page in texts))
    print_diagnostics(proof.problems)


def _show(draft: Draft, file: str, size: Grid | None, device: Device) -> None:
    """Show the preview until Q is pressed."""
    # Textual would log keys, take keys from the environment, or not see the real window size.
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in ("COLUMNS", "LINES")]:
        del os.environ[name]
    from kiosk.machine.log import set_up_log
    from kiosk.preview.app import PreviewApp
    from kiosk.preview.sizes import plain

    def narrator(app: PreviewApp) -> Narrator:
        from kiosk.speech.narrator.narrator import Narrator

        return Narrator(app, app.call_soon, voice=voice_of(device))

    set_up_log()  # so that log lines do not overwrite the page
    own = plain(size.width, size.height) if size else None
    PreviewApp(draft, file, narrator if device.sound != "off" else None, own).run(mouse=False)
