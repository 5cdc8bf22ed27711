"""`kiosk new`: create a topic file from a template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.topics import no_review, own_folder, read_everything, refuse
from kiosk.content.approval.new_topic import new_topic
from kiosk.content.schema.forms import TOPIC_NAME
from kiosk.machine.files import rewrite


@click.command("new")
@click.argument("name", metavar="TOPIC")
@click.option("--language", default="", metavar="xx", help="The language; the first one by default.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with the content.")
def command(name: str, language: str, content: Path | None) -> None:
    """Create a file for a new TOPIC, with a comment at each part, ready to fill in.

    In any language but the first, the file is a copy of the topic in the first language, for a translator.
    """
    folder = own_folder(content)
    name = name.removesuffix(".yaml")
    if not TOPIC_NAME.fits(name) or len(name) > 60:
        refuse(f"“{name}” cannot be the name of a topic. It must be {TOPIC_NAME.words}.", 2)
    library = read_everything(folder)
    start = library.clinic.languages[0]
    language = language or start
    if language not in library.topics:
        refuse(f"There is no content in “{language}”. There is: {', '.join(library.topics)}.", 2)
    if language != start and name not in library.topics[start]:
        refuse(f"There is no topic “{name}” in “{start}” to translate. Create that one first.")
    path = folder / language / f"{name}.yaml"
    if path.exists():
        refuse(f"There is a file {path} already.")
    original = library.topics[start][name] if language != start else None
    text = new_topic(folder, name, original, date.today())
    if text is None:
        refuse(no_review(folder / start / path.name))
    try:
        rewrite(path, text.encode("utf-8"))
    except OSError as error:
        refuse(f"The file {path} could not be written ({error.strerror}).")
    click.echo(f"{path} is ready to fill in.")
    if language == start:
        click.echo(f"Patients see it once you add “{name}” under “menu:” in {folder / 'clinic.yaml'}.")
