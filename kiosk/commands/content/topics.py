"""Find the topic that a command was called with, or exit with what to do."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import NoReturn

import click

from kiosk.commands.content.content_option import chosen_content
from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.commands.content.typed_here import typed_here
from kiosk.content.model.library import Library, Topic
from kiosk.content.parsing.diagnostic import errors
from kiosk.content.parsing.nodes import tidy
from kiosk.content.reader import read_content
from kiosk.content.schema.review_fields import LONGEST_NAME
from kiosk.machine.paths import SAMPLE


def refuse(sentence: str, status: int = 1) -> NoReturn:
    """Print a sentence for staff and exit."""
    click.echo(sentence, err=True)
    sys.exit(status)


def own_folder(content: Path | None) -> Path:
    """Return the folder whose texts are to be changed; exit if that would be the sample inside the program."""
    folder = chosen_content(content)
    if folder == SAMPLE:
        refuse(
            "There is no folder “content” here, and the sample texts are part of the program and cannot be changed. "
            "Create your own folder with “kiosk init my-clinic”, and change to it."
        )
    return folder


def checked_name(given: str, option: str) -> str:
    """Return the name or profession given with `option`, on one line; exit with status 2 if it cannot be one."""
    name = tidy(given)
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        refuse(f"Give {option} a name of 1 to {LONGEST_NAME} letters.", 2)
    if name in ("NAME", "ROLE", "PROFESSION"):
        refuse(f"Type the real words in place of {name} after {option}.", 2)
    return name


def read_everything(folder: Path, also: str = "") -> Library:
    """Return all content in `folder`, approved or not; exit with status 1 if it has an error.

    `also`: a language to be read even if patients are not offered it yet.
    """
    reading = read_content(folder, also=also)
    wrong = errors(reading.diagnostics)
    if reading.everything is None or wrong:
        click.echo("Please fix the content first.\n", err=True)
        print_diagnostics(typed_here(wrong, folder), err=True)
        sys.exit(1)
    return reading.everything


def check_has(library: Library, language: str) -> None:
    """Exit with status 2 if there is no content in `language`; empty means any."""
    if language and language not in library.topics:
        refuse(f"There is no content in “{language}”. There is: {', '.join(library.topics)}.", 2)


def find_topic(library: Library, name: str, language: str) -> Topic:
    """Return the topic `name`, which may be a path such as `es/signs` or `content/es/signs.yaml`.

    Without a folder it is in `language`, or else in the clinic's first one. Exits with status 2 if there is no such
    topic, or if the folder is not a language or contradicts `language`.
    """
    folder, name = _split(name)
    check_has(library, language)
    if folder and folder not in library.topics:
        refuse(f"The folder “{folder}” is not a language. There is content in: {', '.join(library.topics)}.", 2)
    if folder and language not in ("", folder):
        refuse(f"“{folder}/{name}” is not in “{language}”. Leave --language out, or name the same language.", 2)
    language = folder or language or library.clinic.languages[0]
    own = library.topics[language]
    if name not in own:
        near = get_close_matches(name, own, 1)
        hint = f"Did you mean “{near[0]}”?" if near else f"There is: {', '.join(sorted(own))}."
        refuse(f"There is no topic “{name}” in “{language}”. {hint}", 2)
    return own[name]


def no_review(path: Path) -> str:
    """Return the message for a file whose review is not laid out in lines that a command can change."""
    return f"The review in {path} could not be found. Write “review:” on its own line, without quotes."


def _split(name: str) -> tuple[str, str]:
    """Return folder and name of a topic typed as `signs`, `es/signs` or `content/es/signs.yaml`."""
    path = PurePath(name)
    return path.parent.name, path.name.removesuffix(".yaml")
