"""`kiosk undo`: take the last change of the content back."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import own_folder, refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.history.keeping import go_back, opened
from kiosk.content.history.going_back import restorable


@click.command("undo")
@content_option
def command(content: Path | None) -> None:
    """Take the last change of the content back. Undoing once more takes that back.

    Approvals that were recorded or withdrawn meanwhile stay in the list of approvals. Exit status: 0 if undone, 1 if
    there is nothing to undo.
    """
    folder = own_folder(content)
    undo(folder)


def undo(folder: Path) -> None:
    """Make the content what it was before the last change; exit with status 1 if there is no earlier state."""
    history = opened(folder)
    target = restorable(history)
    if target is None:
        refuse("No earlier state was kept, so there is nothing to undo.")
    when = f"{target.made.astimezone():%Y-%m-%d %H:%M}"
    go_back(history, target, None, f"back to generation {target.number}")
    click.echo(f"The content is again as in generation {target.number}, of {when}.")
    click.echo(as_typed("To take this back, run “kiosk undo” again.", folder))
