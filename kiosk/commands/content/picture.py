"""`kiosk picture`: add a clinic's own picture, and show how it will look."""

from __future__ import annotations

import re
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import own_folder, refuse
from kiosk.content.history.keep import kept
from kiosk.machine.files import write_whole
from kiosk.pictures.image import made_of, read_image, remarks
from kiosk.pictures.master import Master, Masters, names
from kiosk.pictures.own import FORM, MOST_BYTES, own_file, reduced
from kiosk.pictures.png import PictureError, written_png
from kiosk.terminal.drawn.blocks import Blocks
from kiosk.terminal.drawn.pictures import MARK, drawn

SHOWN_ROWS = (12, 8)
"""Heights in cells of the preview: about 24×12 and 16×8 cells."""


@click.command("picture")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("name", default="")
@content_option
def command(file: Path, name: str, content: Path | None) -> None:
    """Add FILE, a PNG or SVG drawn dark on white, as the picture NAME, and show it as patients will see it.

    What is red in it is a marked place. Topics name it under “picture:”; NAME is that of the file if it is left out.

    Exit status: 0 if added, 1 if not, 2 for wrong usage.
    """
    folder = own_folder(content)
    name = name or file.stem.lower()
    if not re.fullmatch(FORM, name):
        refuse(f"“{name}” cannot be the name. Use small letters, digits and hyphens, such as our-entrance.", 2)
    if name in names():
        refuse(f"“{name}” is a picture of the kiosk. Choose another name.", 2)
    try:
        image = reduced(read_image(file))
        made = made_of(image)
        data = written_png(image)
    except PictureError as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{file} could not be read ({problem.strerror}).")
    if len(data) > MOST_BYTES:
        refuse("The picture has too many small parts. Draw it with fewer and larger ones.")
    target = own_file(folder, name)
    try:
        target.parent.mkdir(exist_ok=True)
        with kept(folder, f"picture: {name}"):
            write_whole(target, data)
    except OSError as problem:
        refuse(f"{target} could not be written ({problem.strerror}).")
    for rows in SHOWN_ROWS:
        _show(made.masters, rows)
    said = remarks(made)
    click.echo("\n".join(said) if said else "It reads well, large and small.")
    click.echo(f"It is in {target}. To show it, write in a topic, or in one of its sections:")
    click.echo(f"  picture: {name}\n  picture-says: What it shows, in one short sentence.")


def _show(sizes: Masters, rows: int) -> None:
    """Print the picture in one size."""
    master: Master = next(each for each in sizes.values() if each.rows == rows)
    click.echo(f"{master.columns} by {master.rows} characters:")
    for row in drawn(master, Blocks.QUADRANTS):
        pieces = (click.style(run.text, fg="red") if run.style.startswith(MARK) else run.text for run in row)
        click.echo("  " + "".join(pieces))
    click.echo()
