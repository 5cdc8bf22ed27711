"""`kiosk init`: lays out a clinic's own folder, from the sample content."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kiosk.commands.content.topics import refuse
from kiosk.commands.machine.sample_device import sample_device
from kiosk.machine.paths import INSTALLED, sample_folder

CONTENT = "content"
DEVICE_FILE = "device.yaml"
PROGRAM = "kiosk" if INSTALLED else "python3 run_kiosk.py"
"""How the kiosk is started here."""


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Lay out DIR for a clinic: its own texts in DIR/content, and the settings of its machine in DIR/device.yaml.

    The texts are a copy of the sample. What is in DIR already stays as it is, and nothing is written over.

    Exit status: 0 when the folder is laid out, 1 when not, 2 for a wrong call.
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
        refuse(f"{folder} could not be laid out: {error.strerror}.")
    click.echo(_next_steps(folder))


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to; it becomes `path` at the end, and is taken away when something goes wrong."""
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
    """Copies the files and not their permissions: those of a program may forbid to write."""
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
        f"Put your clinic's name, its phone number and the emergency number into {folder / CONTENT / 'clinic.yaml'}.",
        f"Check the texts: {PROGRAM} check {content}",
        f"Have your clinicians read them, and record it: {PROGRAM} approve TOPIC --by NAME --role ROLE "
        f"--content {content}",
        f"Start the kiosk: {PROGRAM} --content {content} --device {device}",
    ]
    if INSTALLED:
        steps.append(f"Or go into {folder} first; there it finds both by itself.")
    numbered = (f"  {number}. {step}" for number, step in enumerate(steps, 1))
    return f"{folder} is laid out: sample texts in {CONTENT}, settings in {DEVICE_FILE}. Next:\n\n" + "\n".join(
        numbered
    )


def _shown(path: Path) -> str:
    """The path as it can be typed into a shell."""
    return shlex.quote(str(path))
