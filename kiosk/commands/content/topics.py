"""Finds the topic that a command was called with, or ends the command with what to do."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import NoReturn

import click

from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.content.model.library import Library, Topic
from kiosk.content.parsing.diagnostic import errors
from kiosk.content.reader import read_content
from kiosk.machine.paths import SAMPLE, content_folder


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
        print_diagnostics(errors(reading.diagnostics), err=True)
        sys.exit(1)
    return reading.everything


def check_has(library: Library, language: str) -> None:
    """Ends the program with status 2 where there is no content in `language`; an empty one stands for any."""
    if language and language not in library.topics:
        refuse(f"There is no content in “{language}”. There is: {', '.join(library.topics)}.", 2)


def find_topic(library: Library, name: str, language: str) -> Topic:
    """The topic `name`, which may be a path such as `es/signs` or `content/es/signs.yaml`.

    Without a folder it is in `language`, or else in the clinic's first one. Ends the program with status 2 where there
    is no such topic, and where the folder is no language or another one than `language`.
    """
    folder, name = _taken_apart(name)
    check_has(library, language)
    if folder and folder not in library.topics:
        refuse(f"The folder “{folder}” holds no language. There is content in: {', '.join(library.topics)}.", 2)
    if folder and language not in ("", folder):
        refuse(f"“{folder}/{name}” is not in “{language}”. Name the same language twice, or leave --language out.", 2)
    language = folder or language or library.clinic.languages[0]
    own = library.topics[language]
    if name not in own:
        near = get_close_matches(name, own, 1)
        hint = f"Did you mean “{near[0]}”?" if near else f"There is: {', '.join(sorted(own))}."
        refuse(f"There is no topic “{name}” in “{language}”. {hint}", 2)
    return own[name]


def no_review(path: Path) -> str:
    """What is told of a file whose review is in a form that a command cannot write to."""
    return f"The review in {path} could not be found. Write “review:” without quotes, alone on a line of its own."


def _taken_apart(name: str) -> tuple[str, str]:
    """The folder and the name of a topic that is typed as `signs`, `es/signs` or `content/es/signs.yaml`."""
    path = PurePath(name)
    return path.parent.name, path.name.removesuffix(".yaml")
