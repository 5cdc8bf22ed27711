"""`kiosk pin`: make the line of `device.yaml` with the staff PIN."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click

from kiosk.commands.content.loading import give_up
from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.device.device_file import read_device
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.files import put_in_place
from kiosk.machine.paths import device_files, own_device_file
from kiosk.staff.pin_hash import LONGEST, SHORTEST, PinHash, fault_of
from kiosk.staff.secret_keys import in_words, made_up
from kiosk.terminal.streams import at_terminal

_LINE = r"(?m)(?:^|(?<=\r)|(?<=\ufeff)){}[ \t]*:[^\r\n]*"
_MARK = "\ufeff"
"""Byte order mark that some editors put at the start of a file."""


@click.command("pin")
@click.option("--write", is_flag=True, help="Write the line into device.yaml, replacing the old one.")
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def command(write: bool, device_file: Path | None) -> None:
    """Set the PIN for the staff pages on the kiosk.

    You type it twice; it is never shown. It is stored in one line of device.yaml, from which it cannot be read. A
    kiosk that has no keys of its own for that page (staff-keys) gets some, and this command shows them.

    Exit status: 0 if the line was made, 1 if not, 2 for wrong usage.
    """
    try:
        kept = str(PinHash.of(_ask()))
        file = device_file or own_device_file() or device_files()[0]
        keys = _keys_in(file)
        lines = {"staff-pin": kept} | ({} if keys else {"staff-keys": made_up()})
        if not write:
            shown = "\n".join(f"{name}: {value}" for name, value in lines.items())
            click.echo(f"\nPut this into device.yaml, and start the kiosk again:\n\n{shown}")
            return
        _write(file, lines)
    except CannotStartError as error:
        give_up(error)
    keys = keys or lines["staff-keys"]
    click.echo(f"The PIN is set in {file}. Start the kiosk again.")
    click.echo(f"To open the page for staff, {in_words(keys)}, then type the PIN.")
    click.echo("Only this file names those keys (staff-keys): keep them as you keep the PIN.")


def _keys_in(file: Path) -> str:
    """Return the keys that open the page of staff, if the file names any."""
    device = read_device(file)[0] if file.exists() else None
    return device.staff_keys if device else ""


def _ask() -> str:
    if not at_terminal(sys.stdin):
        raise CannotStartError("A PIN can only be typed in a terminal. Run this in one.")
    pin = str(click.prompt(f"The new PIN, {SHORTEST} to {LONGEST} digits (it is not shown)", hide_input=True))
    if fault := fault_of(pin):
        raise CannotStartError(f"{fault} Nothing was changed.")
    if str(click.prompt("The same once more", hide_input=True)) != pin:
        raise CannotStartError("These were two different PINs. Nothing was changed.")
    return pin


def _with(name: str, value: str, text: str) -> str:
    """Return the text of `device.yaml` with the line of `name` replaced, or at the end; line ends are kept."""
    line = f"{name}: {value}"
    if re.search(_LINE.format(name), text):
        return re.sub(_LINE.format(name), line.replace("\\", r"\\"), text)
    end = found.group() if (found := re.search(r"\r\n|\r|\n", text)) else "\n"
    before = text.rstrip()
    return f"{before}{end if before.removeprefix(_MARK) else ''}{line}{end}"


def _write(file: Path, lines: Mapping[str, str]) -> None:
    """Write atomically, for the file's owner only, and only if the result can be read back."""
    try:
        text = file.read_bytes().decode("utf-8") if file.exists() else ""
        for name, value in lines.items():
            text = _with(name, value, text)
        raw = text.encode("utf-8")
        with put_in_place(file, 0o600) as out:
            beside = Path(out.name)
            if file.exists():
                found = file.stat()
                with suppress(PermissionError):
                    os.chown(beside, found.st_uid, found.st_gid)
                os.chmod(beside, found.st_mode & 0o640)
            out.write(raw)
            out.flush()
            device, diagnostics = read_device(beside)
            if device is None or device.staff_pin != lines["staff-pin"]:
                raise CannotStartError(_cannot_take(file, errors(diagnostics)))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not plain text"
        raise CannotStartError(f"{file} cannot be written: {reason}. Nothing was changed.") from None


def _cannot_take(file: Path, diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return why the PIN cannot be written into `file`, which is unchanged."""
    line = diagnostics[0].excerpt.strip() if diagnostics else ""
    line = (
        f"“{line}”" if line and "staff-pin:" not in line else "the lines of “staff-pin” in it"
    )  # the PIN is not shown
    return (
        f"{file} could not be read with the PIN in it because of {line}. Nothing was changed. "
        "Put each setting on its own line, delete those of “staff-pin”, and run this again."
    )
