"""`kiosk edit`: forms in which staff change the texts, in a browser on this machine."""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import own_folder, refuse
from kiosk.editor.model.store import Store
from kiosk.terminal.streams import at_terminal

PORT = 8484
LOCK = "requirements-edit.lock"
"""What the editor is built from; nothing else of the kiosk needs it."""


@click.command("edit")
@content_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The number in its address."
)
@click.option("--terminal", is_flag=True, help="Show the forms in this terminal, without a browser.")
def command(content: Path | None, port: int, terminal: bool) -> None:
    """Change the texts in a browser on this machine, in forms.

    Open the address that is printed, and type the code beside it. Only a browser on this machine can. Ctrl+C ends it.
    Exit status: 0 after Ctrl+C, 1 if it cannot start.
    """
    folder = own_folder(content)
    if not os.access(folder, os.R_OK | os.X_OK):
        refuse(f"The folder {folder} cannot be opened. Give another one with --content.")
    if terminal:
        _in_terminal(folder)
        return
    _require_parts()
    from kiosk.editor.browser.application import application
    from kiosk.editor.browser.pairing import Pairing
    from kiosk.editor.browser.server import ADDRESS, Server

    try:
        server = Server(port)
    except OSError as error:
        refuse(f"The editor cannot listen at port {port} ({error.strerror}). Give another one with --port.")
    click.echo(f"Open http://{ADDRESS}:{server.server_port}/ in a browser on this machine. Ctrl+C ends the editor.")
    pairing = Pairing(lambda code: click.echo(f"Code for the next browser: {code}"), time.monotonic)
    server.set_app(application(Store(folder), pairing, server.server_port))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("\nThe editor is closed.")
    finally:
        server.server_close()


def _in_terminal(folder: Path) -> None:
    """Show the forms until Ctrl+Q is pressed; exit if this is no terminal."""
    if not (at_terminal(sys.stdin) and at_terminal(sys.stdout)):
        refuse("This is not a terminal. Leave --terminal out to edit in a browser.")
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:  # meant for Textual's developers
        del os.environ[name]
    from kiosk.editor.terminal.app import EditorApp

    EditorApp(Store(folder)).run()


def _require_parts() -> None:
    """Install what the editor is built from at its first use; exit with what to do where that cannot be done here."""
    if importlib.util.find_spec("bottle"):
        return
    from kiosk.startup.environment import FOLDER, ROOT, add

    lock = Path(ROOT) / LOCK
    if not lock.exists():
        refuse("The package for the editor is not installed. Run: pip install waiting-room-kiosk[edit]")
    if os.path.realpath(sys.prefix) != os.path.realpath(FOLDER) or not os.access(FOLDER, os.W_OK):
        refuse(
            "The package for the editor is not installed. Run, as a user who may change the kiosk: "
            f"{sys.executable} -m pip install --require-hashes --no-deps -r {lock}"
        )
    if problem := add(LOCK, "the editor, "):
        refuse(f"\n{problem}")
    click.echo("\nThe editor is set up.", err=True)
    importlib.invalidate_caches()
