"""`kiosk run`: shows the kiosk."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.loading import check_language, load_device, load_library
from kiosk.log import set_up_log

if TYPE_CHECKING:
    from kiosk.speech.narrator import Narrator
    from kiosk.ui.app import KioskApp


@click.command("run")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with the content.")
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
@click.option("--language", default="", metavar="xx", help="The language at the start, for example en.")
def command(content: Path | None, device_file: Path | None, language: str) -> None:
    """Show the kiosk. It goes back to the disclaimer when nobody is there, and ends by a signal only."""
    # Textual would log keys, take keys from the environment, run another driver, or not see the real window size.
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in ("COLUMNS", "LINES")]:
        del os.environ[name]
    device = load_device(device_file)
    library = load_library(content)
    language = check_language(library, language)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("The kiosk needs a terminal. Start it in a terminal window or on a console.")
    set_up_log()
    from kiosk.ui.app import KioskApp

    def narrator(app: KioskApp) -> Narrator:
        from kiosk.speech.narrator import Narrator

        return Narrator(app, app.call_soon, library.words)

    app = KioskApp(library, None if device.sound == "off" else narrator, language=language)
    app.run(mouse=False)
    sys.exit(app.return_code or 0)
