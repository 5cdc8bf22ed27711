"""What `kiosk check --mend` and `--undo` do to the files."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.commands.content.topics import refuse
from kiosk.content.parsing.diagnostic import WHOLE_FOLDER, errors
from kiosk.content.reader import read_content
from kiosk.content.repair.advise import repaired, repairs
from kiosk.machine.files import rewrite

KEPT = "~"
"""After the name of a file as it was before it was mended."""


def mend_all(folder: Path) -> None:
    """Make each file right that can be, keep it as it was beside it, and print what has changed. Exits if it cannot."""
    faulty = dict.fromkeys(each.file for each in errors(read_content(folder).diagnostics) if each.file != WHOLE_FOLDER)
    for name in faulty:
        path = folder / name
        lines, edits = repairs(path)
        if not edits:
            continue
        try:
            rewrite(path.with_name(path.name + KEPT), path.read_bytes())
            rewrite(path, "\n".join(repaired(lines, edits)).encode())
        except OSError as error:
            refuse(f"{path} could not be changed ({error.strerror}).")
        click.secho(f"Mended: {name}", bold=True)
        for edit in edits:
            click.echo(f"  Line {edit.first}. {edit.slip.value}")
            click.echo("\n".join(f"    before: {line}" for line in edit.before))
            click.echo("\n".join(f"    now:    {line}" for line in edit.after))
        click.echo("  “kiosk check --undo” puts it back as it was.\n")


def put_back(folder: Path) -> None:
    """Put back each file that was mended, as it was before. Exits if it cannot."""
    kept = sorted(folder.rglob(f"*.yaml{KEPT}"))
    if not kept:
        refuse("No file has been mended, so there is nothing to put back.")
    for path in kept:
        try:
            path.replace(path.with_name(path.name.removesuffix(KEPT)))
        except OSError as error:
            refuse(f"{path} could not be put back ({error.strerror}).")
        click.echo(f"Put back as it was: {path.relative_to(folder).as_posix().removesuffix(KEPT)}")
