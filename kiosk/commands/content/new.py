"""`kiosk new`: create a topic file from a template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import no_review, own_folder, read_everything, refuse
from kiosk.content.approval.new_topic import new_topic
from kiosk.content.files.hashes import CATALOGUE
from kiosk.content.history.keep import kept
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library, Topic
from kiosk.content.own_words.new_catalogue import new_catalogue
from kiosk.content.own_words.po import entries_of
from kiosk.content.schema.forms import LANGUAGE, TOPIC_NAME
from kiosk.locale.wordings import every_text, has_catalogue
from kiosk.machine.files import rewrite


@click.command("new")
@click.argument("name", metavar="[TOPIC]", required=False, default="")
@click.option("--language", default="", metavar="xx", help="The language; the first one by default.")
@content_option
def command(name: str, language: str, content: Path | None) -> None:
    """Create a file for a new TOPIC, with a comment at each part, ready to fill in.

    If another language has the topic, the file is a copy of the original, for a translator. With --language and no
    TOPIC, all topics are laid out, and the kiosk's own words in kiosk.po.
    """
    folder = own_folder(content)
    if not name:
        _lay_out(folder, language)
        return
    name = name.removesuffix(".yaml")
    if not TOPIC_NAME.fits(name) or len(name) > 60:
        refuse(f"“{name}” cannot be the name of a topic. It must be {TOPIC_NAME.words}.", 2)
    library = read_everything(folder)
    start = library.clinic.languages[0]
    language = language or start
    if language not in library.topics and not LANGUAGE.fits(language):
        refuse(f"There is no content in “{language}”. There is: {', '.join(library.topics)}.", 2)
    original = _to_translate(library, name)
    if language != start and original is None:
        refuse(f"There is no topic “{name}” in “{start}” to translate. Create that one first.")
    path = folder / language / f"{name}.yaml"
    if path.exists():
        refuse(f"There is a file {path} already.")
    text = new_topic(folder, language, name, original, date.today())
    if text is None and original:
        refuse(no_review(folder / original.language / path.name))
    assert text is not None  # a template needs no original
    try:
        path.parent.mkdir(exist_ok=True)
        with kept(folder, f"new: {language}/{name}"):
            rewrite(path, text.encode("utf-8"))
    except OSError as error:
        refuse(f"The file {path} could not be written ({error.strerror}).")
    click.echo(f"{path} is ready to fill in.")
    if original:
        click.echo(f"Patients read the {language_name(original.language)} text until it is translated.")
    else:
        click.echo(f"Patients see it once you add “{name}” under “menu:”, or to a group, in {folder / 'clinic.yaml'}.")


def _lay_out(folder: Path, language: str) -> None:
    """Create what a new language lacks: its catalogue, and a copy of each topic. What is there stays as it is."""
    if not LANGUAGE.fits(language):
        refuse("Name the topic, or the new language: kiosk new --language vi.", 2)
    library = read_everything(folder)
    made = 0
    try:
        (folder / language).mkdir(exist_ok=True)
        for name in library.names:
            path, original = folder / language / f"{name}.yaml", _to_translate(library, name)
            text = None if path.exists() else new_topic(folder, language, name, original, date.today())
            if text is not None:
                rewrite(path, text.encode("utf-8"))
                made += 1
        left = 0 if has_catalogue(language) else _lay_out_words(folder, language)
    except OSError as error:
        refuse(f"The files in {folder / language} could not be written ({error.strerror}).")
    click.echo(f"{folder / language} has {made} new pages and {left} new words of the kiosk to translate.")
    click.echo(
        f"Translate {folder / language / CATALOGUE} and the pages; the English is above each text. Then run “kiosk "
        f"check”, and add {language} after “languages:” in {folder / 'clinic.yaml'} once patients may read it."
    )


def _lay_out_words(folder: Path, language: str) -> int:
    """Create the catalogue, or add what it lacks; return how many entries are new. Raises OSError."""
    path = folder / language / CATALOGUE
    present = path.read_text("utf-8", errors="replace") if path.exists() else ""
    known = {entry.english for entry in entries_of(present.split("\n")) if entry.english}
    texts = every_text()
    lacking = [entry for entry in texts if entry.english not in known]
    if lacking:
        rewrite(path, new_catalogue(language, texts, present, known).encode("utf-8"))
    return len(lacking)


def _to_translate(library: Library, name: str) -> Topic | None:
    """Return the original of the topic `name`, or a translation if there is none; None if no language has the topic."""
    every = [own[name] for own in library.topics.values() if name in own]
    return next((topic for topic in every if topic.translation is None), next(iter(every), None))
