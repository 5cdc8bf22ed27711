"""`kiosk restore`: go back to an earlier state of the content, or bring back a backup."""

from __future__ import annotations

import re
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import own_folder, refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.history.backups import MOST_PACKED, unpacked
from kiosk.commands.history.keeping import go_back, may_write, opened
from kiosk.commands.history.machine_files import names_another_place, places_of
from kiosk.content.history.generations import DEVICE, ELSEWHERE, KEY_MAP, HistoryError
from kiosk.content.history.in_words import is_about, is_text
from kiosk.machine.archive import ArchiveError
from kiosk.machine.paths import HOME, own_device_file

_STATE = re.compile(r"[0-9a-f]{1,16}|\d{4}-\d{2}-\d{2}")


@click.command("restore")
@click.argument("what", metavar="GENERATION|DATE|FILE")
@click.argument("topic", metavar="[TOPIC]", required=False, default="")
@content_option
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def command(what: str, topic: str, content: Path | None, device_file: Path | None) -> None:
    """Make the content what it was in GENERATION (a number of “kiosk history”), or on DATE (such as 2026-11-30).

    With TOPIC, such as signs, es/signs or clinic, only that. With the FILE of a backup, bring back all that is in it,
    device.yaml and your key map too. “kiosk undo” takes it back. Exit status: 0 if done, 1 if not, 2 for wrong usage.
    """
    folder = own_folder(content)
    if Path(what).is_file():
        if topic:
            refuse("A backup is brought back as a whole. Leave TOPIC out.", 2)
        _from_backup(Path(what), folder, device_file or own_device_file() or HOME / DEVICE)
    elif _STATE.fullmatch(what):
        _from_history(what, topic, folder)
    else:
        refuse(f"There is no file {what}, and it is neither a number nor a day such as 2026-11-30.", 2)
    click.echo(as_typed("To take this back, run “kiosk undo”.", folder))


def _from_history(what: str, topic: str, folder: Path) -> None:
    history = opened(folder)
    try:
        target = history.find(what)
    except HistoryError as error:
        refuse(as_typed(str(error), folder))
    names = None
    if topic:
        present = history.last()
        known = {*target.files, *(present.files if present else ())}
        names = {name for name in known if is_text(name) and name not in ELSEWHERE and is_about(name, topic)}
        if not names:
            refuse(f"There was no “{topic}” in generation {target.number}, and there is none now.", 2)
    go_back(history, target, names, f"back to generation {target.number}" + (f", {topic} alone" if topic else ""))
    when = f"{target.made.astimezone():%Y-%m-%d %H:%M}"
    click.echo(f"{topic or 'The content'} is again as in generation {target.number}, of {when}.")


def _from_backup(file: Path, folder: Path, device: Path) -> None:
    try:
        with file.open("rb") as opened_file:
            raw = opened_file.read(MOST_PACKED + 1)
        if len(raw) > MOST_PACKED:
            raise ArchiveError("it is far too large")
        files = unpacked(raw)
    except ArchiveError as error:
        refuse(f"{file} cannot be used as a backup: {error}. Nothing was changed.")
    except OSError as error:
        refuse(f"{file} could not be read ({error.strerror}).")
    places = places_of(files, device)
    for place in places.values():
        if not may_write(place):
            refuse(f"{place} may not be changed by you, so nothing was changed. Name other settings with --device.")
    files = {name: raw for name, raw in files.items() if name not in ELSEWHERE or name in places}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        history = opened(folder, places)
        before = history.last()
        target = history.add(files, f"from the backup {file.name}", True, places)
    except OSError as error:
        refuse(f"The files could not be written ({error.strerror}). Nothing was changed.")
    go_back(history, target, None, target.why, before)
    besides = f" and {' and '.join(map(str, places.values()))}" if places else ""
    click.echo(f"All that was in {file} is back in {folder}{besides}.")
    if named := names_another_place(files, device):
        name = places[KEY_MAP].name
        click.echo(f"{device} names the key map {named}. If it is not there, write “keys: {name}” in place of that.")
