"""What `kiosk check --mend` does to the files."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.commands.content.topics import refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.history.keeping import opened
from kiosk.content.history.keep import keep
from kiosk.content.parsing.diagnostic import WHOLE_FOLDER, errors
from kiosk.content.reader import read_content
from kiosk.content.repair.advise import repaired, repairs
from kiosk.machine.files import rewrite


def mend_all(folder: Path) -> None:
    """Make each file right that can be, and print what has changed; “kiosk undo” takes it back. Exits if it cannot."""
    opened(folder)
    faulty = dict.fromkeys(each.file for each in errors(read_content(folder).diagnostics) if each.file != WHOLE_FOLDER)
    for name in faulty:
        path = folder / name
        lines, edits = repairs(path)
        if not edits:
            continue
        try:
            rewrite(path, "\n".join(repaired(lines, edits)).encode())
        except OSError as error:
            refuse(f"{path} could not be changed ({error.strerror}).")
        click.secho(f"Mended: {name}", bold=True)
        for edit in edits:
            click.echo(f"  Line {edit.first}. {edit.slip.value}")
            click.echo("\n".join(f"    before: {line}" for line in edit.before))
            click.echo("\n".join(f"    now:    {line}" for line in edit.after))
        click.echo(as_typed("  “kiosk undo” puts it back as it was.\n", folder))
    keep(folder, "mended")
