"""`kiosk init`: create a clinic's own folder from the sample content."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kiosk.commands.content.topics import refuse
from kiosk.commands.content.typed_here import PROGRAM
from kiosk.commands.machine.sample_device import sample_device
from kiosk.machine.paths import INSTALLED, sample_folder

CONTENT = "content"
DEVICE_FILE = "device.yaml"


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Create DIR for a clinic: its own texts in DIR/content, and the settings of its machine in DIR/device.yaml.

    The texts are a copy of the sample. Files already in DIR are never overwritten.

    Exit status: 0 if the folder is ready, 1 if not, 2 for wrong usage.
    """
    sample = sample_folder()
    if not sample.is_dir():
        refuse(f"There is no sample to copy: the folder {sample} is missing.")
    for name in (CONTENT, DEVICE_FILE):
        if os.path.lexists(folder / name):
            refuse(f"There is a “{name}” in {folder} already, and nothing was changed. Name another folder.")
    try:
        if folder.resolve().is_relative_to(sample.resolve()):
            refuse(f"{folder} is inside the sample. Name another folder.")
        folder.mkdir(parents=True, exist_ok=True)
        with _whole(folder / DEVICE_FILE) as file, _whole(folder / CONTENT) as content:
            file.write_text(sample_device(), "utf-8")
            _copy(sample, content)
    except OSError as error:
        refuse(f"{folder} could not be created: {error.strerror}.")
    click.echo(_next_steps(folder))


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside `path`; it becomes `path` at the end, and is removed if anything goes wrong."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield beside
        beside.rename(path)
    finally:
        if beside.is_dir():
            shutil.rmtree(beside, ignore_errors=True)
        else:
            beside.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """Copy files without their permissions: those of an installed program may be read-only."""
    target.mkdir()
    for path in sorted(source.iterdir()):
        if path.is_dir():
            _copy(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)


def _next_steps(folder: Path) -> str:
    content = _shown(folder / CONTENT)
    device = _shown(folder / DEVICE_FILE)
    steps = [
        f"Put your clinic's name, its phone numbers by day and by night, and the emergency number into "
        f"{folder / CONTENT / 'clinic.yaml'}.",
        f"Check the texts: {PROGRAM} check {content}",
        "Dial each of your numbers, and record that it was answered: "
        f'{PROGRAM} approve --clinic --by "NAME" --content {content}',
        "Have your clinicians read them, and record their approval: "
        f'{PROGRAM} approve TOPIC --by "NAME" --role "PROFESSION" --content {content}',
        f"Start the kiosk: {PROGRAM} --content {content} --device {device}",
    ]
    if INSTALLED:
        steps.append(f"Or change to {folder} first; there it finds both by itself.")
    numbered = (f"  {number}. {step}" for number, step in enumerate(steps, 1))
    return f"{folder} is ready: sample texts in {CONTENT}, settings in {DEVICE_FILE}. Next:\n\n" + "\n".join(numbered)


def _shown(path: Path) -> str:
    """Return the path as it can be typed in a shell."""
    return shlex.quote(str(path))
