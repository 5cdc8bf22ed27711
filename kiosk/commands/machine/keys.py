"""`kiosk keys`: learn a keypad by “press the key for …”, or show a key map."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.commands.content.loading import give_up
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.schema.checks import did_you_mean
from kiosk.device.device import Device
from kiosk.device.device_file import OWN_MAP
from kiosk.device.device_settings import key_map_of, read_device_settings
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.files import write_whole
from kiosk.machine.paths import device_files, own_device_file
from kiosk.terminal.key_learning import Learning, as_yaml
from kiosk.terminal.key_map import BUILT_IN, KeyMap
from kiosk.terminal.key_maps.key_map_file import read_key_map
from kiosk.terminal.key_maps.key_names import name_of_arrival
from kiosk.terminal.streams import at_terminal

THIS_MACHINE = "this machine's"
HOW = """\
You are asked for one key of the keypad after another. Press it once, and wait for the next line.
  Enter twice, or Space twice, skips one.   Backspace twice goes one back.
  Escape twice finishes.                    Ctrl+C ends this, and nothing is written."""
POLL_S = 0.1
"""Seconds between two checks of whether time is up."""


@click.command("keys")
@click.argument("file", type=click.Path(path_type=Path), default="my-keys.yaml")
@click.option("--replace", is_flag=True, help="Overwrite FILE if it exists.")
@click.option(
    "--show",
    is_flag=False,
    flag_value=THIS_MACHINE,
    metavar="[MAP]",
    help=f"Print a key map: {', '.join(BUILT_IN)}, a file, or without MAP this machine's.",
)
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
def command(file: Path, replace: bool, show: str | None, device_file: Path | None) -> None:
    """Learn a keypad key by key, and write its key map to FILE (my-keys.yaml); or show a key map.

    Exit status: 0 if the map was written or shown, 1 if not, 2 for wrong usage.
    """
    try:
        if show is not None:
            _show(key_map_of(_device(show, device_file)))
        else:
            _learn(file, replace, device_file)
    except CannotStartError as error:
        give_up(error)


def _device(show: str, device_file: Path | None) -> Device:
    """Return settings that name the map to show."""
    if show == THIS_MACHINE:
        return read_device_settings(device_file)
    if show not in BUILT_IN and not show.endswith(OWN_MAP):
        raise CannotStartError(f"There is no key map “{show}”. {did_you_mean(show, BUILT_IN)}", status=2)
    return Device(keys=show)


def _show(key_map: KeyMap) -> None:
    """Print the map as a table: what each key is for, and what pages call it."""
    names = key_map.keys.names
    rows = [("Action", "What it does", "Keys", "Called")]
    for action in dict.fromkeys(key_map.actions.values()):
        keys = [name_of_arrival(key) for key, does in key_map.actions.items() if does is action]
        job = action.asked
        rows.append((action.value, job, ", ".join(dict.fromkeys(keys)), names.get(action, "")))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]).rstrip())
    for language, called in key_map.keys.languages.items():
        own = ", ".join(f"{action.value}: {name}" for action, name in called.items() if key_map.keys.has(action))
        if own:
            click.echo(f"Called otherwise in “{language}”: {own}.")
    if key_map.keys.missing:
        click.echo("Choices under “More”: " + ", ".join(action.job for action in key_map.keys.missing) + ".")


def _learn(file: Path, replace: bool, device_file: Path | None) -> None:
    if file.exists() and not replace:
        raise CannotStartError(f"{file} exists already. Name another file, or add --replace.", status=2)
    if file.suffix not in OWN_MAP:
        raise CannotStartError(f"The name of a key map ends in .yaml; {file} does not.", status=2)
    if not file.absolute().parent.is_dir():
        raise CannotStartError(f"There is no folder {file.absolute().parent}.", status=2)
    if os.name != "posix":
        raise CannotStartError("Keys can be learned on Linux and macOS only; docs/keys.md explains how to write a map.")
    if not (at_terminal(sys.stdin) and at_terminal(sys.stdout)):
        raise CannotStartError("Keys can only be learned in a terminal. Run this in the kiosk's terminal.", status=2)
    try:
        learning = _ask()
    except (KeyboardInterrupt, EOFError, OSError):
        raise CannotStartError("Stopped. Nothing was written.") from None
    text = as_yaml(learning.keys, f"Learned by “kiosk keys” on {date.today()}.")
    _check(text, file.name)
    try:
        write_whole(file, text.encode("utf-8"))
    except OSError as error:
        raise CannotStartError(f"{file} cannot be written: {error.strerror}.") from None
    click.echo(f"The key map is written to {file}. Put this line into device.yaml:\n")
    click.echo(f"    keys: {_path(file, device_file)}")


def _ask() -> Learning:
    """Ask for one key after another. Raises KeyboardInterrupt for Ctrl+C, EOFError if the terminal is gone."""
    from kiosk.terminal.raw_keys import RawKeys

    click.echo(HOW)
    with RawKeys(sys.stdin.fileno(), sys.stdout.fileno()) as keys:
        learning = Learning(time.monotonic())
        asked = None
        while not learning.finished:
            if learning.action is not asked:
                asked = learning.action
                click.echo(learning.question)
            pressed, now = keys.next(POLL_S), time.monotonic()
            answer = learning.press(pressed, now) if pressed else learning.tick(now)
            if answer:
                click.echo(answer)
    return learning


def _check(text: str, name: str) -> None:
    """Raise CannotStartError if the map cannot be used; print its warnings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, "utf-8")
        key_map, diagnostics = read_key_map(path)
    if key_map is None:
        errors = tuple(diagnostic for diagnostic in diagnostics if diagnostic.level is Level.ERROR)
        raise CannotStartError("These keys cannot be used, so nothing was written.", errors)
    print_diagnostics(diagnostics)


def _path(file: Path, device_file: Path | None) -> str:
    """Return the path of the file as device.yaml has to name it."""
    device_file = device_file or own_device_file() or device_files()[0]
    same = file.absolute().parent == device_file.absolute().parent
    return file.name if same else str(file.absolute())
