"""`kiosk backup`: put all that belongs to a clinic into one file."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.commands.content.content_option import chosen_content, content_option
from kiosk.commands.content.topics import refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.history.backups import packed
from kiosk.commands.history.machine_files import machine_files
from kiosk.content.history.own_files import own_files
from kiosk.content.reader import read_content
from kiosk.machine.files import put_in_place
from kiosk.machine.paths import own_device_file


@click.command("backup")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@content_option
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def command(file: Path, content: Path | None, device_file: Path | None) -> None:
    """Put all that belongs to your clinic into FILE, such as kiosk-backup.tar.gz.

    That is texts, settings, pictures, pronunciations, approvals and scores, device.yaml with the PIN's hash, and your
    own key map. Only you may read the file. “kiosk restore FILE” brings it all back. Exit status: 0 if written, 1 if
    not.
    """
    folder = chosen_content(content, device_file)
    device = device_file or own_device_file()
    here = machine_files(device)
    if file.exists():
        refuse(f"There is a file {file} already, and nothing was written. Give another name.")
    try:
        files = own_files(folder)
        files |= {name: path.read_bytes() for name, path in here.items()}
        raw = packed(files)
        with put_in_place(file, 0o600) as out:
            out.write(raw)
    except OSError as error:
        refuse(f"The backup could not be written ({error.strerror}: {error.filename or file}).")
    besides = f", and {' and '.join(map(str, here.values()))}" if here else ""
    click.echo(f"{file}: {len(files) - len(here)} files of {folder}{besides}.")
    click.echo(as_typed(f"To bring it all back, run “kiosk restore {file}”.", folder))
    if read_content(folder).everything is None:
        click.echo("The content has an error now, and so has the backup. “check” says what to fix.")
