"""Finds the topic that a command was called with, or ends the command with what to do."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import click

from kiosk.commands.problems import print_problems
from kiosk.content.library import Library, Topic
from kiosk.content.problem import errors
from kiosk.content.reader import read_content
from kiosk.paths import SAMPLE, content_folder


def refuse(sentence: str, status: int = 1) -> NoReturn:
    """Ends the program with a sentence for staff."""
    click.echo(sentence, err=True)
    sys.exit(status)


def own_folder(content: Path | None) -> Path:
    """The folder whose texts are to be changed; ends the program where that would be the sample inside the program."""
    folder = content or content_folder()
    if folder == SAMPLE:
        refuse(
            "There is no folder “content” here, and the sample texts are a part of the program, which is not changed. "
            "Make a folder of your own by “kiosk init my-clinic”, and go into it."
        )
    return folder


def read_everything(folder: Path) -> Library:
    """All content in `folder`, approved or not; ends the program with status 1 when it has an error."""
    reading = read_content(folder)
    if reading.everything is None:
        click.echo("The content has to be mended first.\n", err=True)
        print_problems(errors(reading.problems), err=True)
        sys.exit(1)
    return reading.everything


def find_topic(library: Library, name: str, language: str) -> Topic:
    """The topic `name` in `language`, or in the clinic's first one; ends the program with status 2 where it lacks."""
    language = language or library.clinic.languages[0]
    own = library.topics.get(language)
    if own is None:
        refuse(f"There is no content in “{language}”. There is: {', '.join(library.topics)}.", 2)
    name = name.removesuffix(".yaml").rsplit("/", 1)[-1]
    if name not in own:
        near = get_close_matches(name, own, 1)
        hint = f"Did you mean “{near[0]}”?" if near else f"There is: {', '.join(sorted(own))}."
        refuse(f"There is no topic “{name}” in “{language}”. {hint}", 2)
    return own[name]
