"""Reads content and device settings for a command, or ends it with what is to be mended."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.commands.problems import print_problems
from kiosk.content.library import Library
from kiosk.content.problem import Level
from kiosk.content.reader import read_content
from kiosk.device import Device, read_device
from kiosk.paths import content_folder


def load_library(folder: Path | None) -> Library:
    """The content in `folder`, or the kiosk's own; ends the program with status 1 when it has an error."""
    folder = folder or content_folder()
    reading = read_content(folder)
    if reading.library is None:
        click.echo(f"The content in {folder} cannot be shown yet.\n", err=True)
        print_problems([p for p in reading.problems if p.level is Level.ERROR], err=True)
        sys.exit(1)
    return reading.library


def load_device(path: Path | None) -> Device:
    """The settings of this machine; ends the program with status 1 when they have an error."""
    device, problems = read_device(path)
    if device is None:
        click.echo("The settings of this machine cannot be used yet.\n", err=True)
        print_problems(problems, err=True)
        sys.exit(1)
    return device


def check_language(library: Library, language: str) -> str:
    """`language`, or the clinic's first one where it is empty; ends the program with status 2 for one it lacks."""
    if language and language not in library.topics:
        have = ", ".join(library.topics)
        raise click.UsageError(f"There is no content in “{language}”. There is: {have}.")
    return language or library.clinic.languages[0]
