"""`kiosk pin`: makes the line of `device.yaml` that holds the staff's PIN."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

import click

from kiosk.cannot_start import CannotStartError
from kiosk.commands.loading import give_up
from kiosk.paths import device_files
from kiosk.staff.chord import DEFAULT
from kiosk.staff.pin import LONGEST, SHORTEST, PinHash, fault_of

_LINE = re.compile(r"(?m)^staff-pin[ \t]*:.*$")


@click.command("pin")
@click.option("--write", is_flag=True, help="Put the line into device.yaml, in place of the one before.")
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def command(write: bool, device_file: Path | None) -> None:
    """Set the PIN with which staff get to their own pages on the kiosk.

    It is asked for twice and never shown. What is kept of it is one line of device.yaml, from which the PIN cannot be
    read. Keep that file from other users of the machine all the same.

    Exit status: 0 when the line was made, 1 when not, 2 for a wrong call.
    """
    try:
        line = f"staff-pin: {PinHash.of(_ask())}"
        if not write:
            click.echo(f"\nPut this line into device.yaml, and start the kiosk again:\n\n{line}")
            return
        file = device_file or next((each for each in device_files() if each.is_file()), device_files()[0])
        _write(file, line)
    except CannotStartError as error:
        give_up(error)
    click.echo(f"The PIN is set in {file}. Start the kiosk again, then press {DEFAULT}, one after the other.")


def _ask() -> str:
    if not sys.stdin.isatty():
        raise CannotStartError("A PIN is asked for in a terminal only. Call this in one.")
    pin = str(click.prompt(f"The new PIN, {SHORTEST} to {LONGEST} digits (it is not shown)", hide_input=True))
    if fault := fault_of(pin):
        raise CannotStartError(f"{fault} Nothing was changed.")
    if str(click.prompt("The same once more", hide_input=True)) != pin:
        raise CannotStartError("These were two different PINs. Nothing was changed.")
    return pin


def _write(file: Path, line: str) -> None:
    """Whole or not at all, for the file's owner alone."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        text = file.read_text("utf-8") if file.exists() else ""
        if _LINE.search(text):
            text = _LINE.sub(line.replace("\\", r"\\"), text)
        else:
            text = f"{text.rstrip()}\n{line}\n".lstrip()
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            if file.exists():
                found = file.stat()
                with suppress(PermissionError):
                    os.chown(beside, found.st_uid, found.st_gid)
                os.chmod(beside, found.st_mode & 0o640)
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not plain text"
        raise CannotStartError(f"{file} cannot be written: {reason}. Nothing was changed.") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
