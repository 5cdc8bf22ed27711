"""`kiosk translated`: record that a translation matches its original as it is now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import checked_name, find_topic, own_folder, read_everything, refuse
from kiosk.content.approval.edit_translation import with_present_original, with_translation
from kiosk.content.files.translations import NOT_YET, is_mostly, originals_for
from kiosk.content.history.keep import kept
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library, Topic, Translation
from kiosk.content.reader import read_content
from kiosk.machine.files import rewrite


@click.command("translated")
@click.argument("names", metavar="LANGUAGE/TOPIC", nargs=-1, required=True)
@click.option("--by", "translator", default="", metavar="NAME", help="Who translated the text.")
@click.option("--role", default="", help="The translator's profession.")
@click.option("--machine", is_flag=True, help="A computer translated it, and no translator has checked it.")
@click.option("--typing-error", is_flag=True, help="Only a typing error was corrected in the original.")
@content_option
def command(
    names: tuple[str, ...], translator: str, role: str, machine: bool, typing_error: bool, content: Path | None
) -> None:
    """Record that LANGUAGE/TOPIC, such as es/signs, is a translation of its original exactly as that is now.

    With --typing-error the translator and the day stay as they are, and --by can be left out.

    Exit status: 0 if recorded, 1 if not, 2 for wrong usage.
    """
    folder = own_folder(content)
    if len(names) > 1:
        refuse(f"Write the language and the topic as one word: {'/'.join(names[:2])}.", 2)
    if translator or not typing_error:
        translator = checked_name(translator, "--by")
    role = checked_name(role, "--role") if role else ""
    also = names[0].replace("\\", "/").rpartition("/")[0].rpartition("/")[2]
    library = read_everything(folder, also)
    topic = _translation(library, names[0])
    original = _original(library, topic)
    own, other = f"{topic.language}/{topic.name}", f"{original.language}/{topic.name}"
    if topic.written == original.written:
        refuse(f"{own} is still the {language_name(original.language)} text, word for word. Translate it first.")
    path = folder / topic.language / f"{topic.name}.yaml"
    before = path.read_bytes()
    if typing_error:
        if topic.translation is None or topic.translation.made_from == NOT_YET:
            refuse(f"{own} does not say who translated it. Leave out --typing-error, and give the name with --by.")
        after = with_present_original(before, original)
    else:
        after = with_translation(before, topic, original, translator, role, date.today(), machine)
    if after is None:
        refuse(
            f"The translation in {path} could not be recorded. Write “translation:” on its own line, without quotes."
        )
    with kept(folder, f"translated: {own}", translator):
        try:
            rewrite(path, after)
        except OSError as error:
            refuse(f"The translation could not be recorded ({error.strerror}). Nothing was changed in {path}.")
        made = _recorded(folder, topic, original, also)
        if made is None or (not typing_error and made.translator != translator):
            rewrite(path, before)
            refuse(
                "The translation was not recorded: one of the two texts was changed meanwhile, or the lines below "
                f"“translation:” are laid out in an unusual way. Nothing was changed in {path}."
            )
    who = f"{made.translator}, {made.role}" if made.role else made.translator
    click.echo(f"{own} matches {other} as it is now. Translated by {who}.")
    if is_mostly(topic, original):
        click.echo(f"But most of it is still the {language_name(original.language)} text. Please look at it again.")


def _translation(library: Library, name: str) -> Topic:
    """Return the topic called `es/signs`; exit with status 2 if the language is missing."""
    if "/" not in name.replace("\\", "/"):
        stem = name.removesuffix(".yaml")
        every = [f"{language}/{stem}" for language, own in library.topics.items() if stem in own]
        named = [each for each in every if library.topics[each.split("/")[0]][stem].translation]
        if named or every:
            refuse(f"Name the language too: {' or '.join(named or every)}.", 2)
    return find_topic(library, name, "")


def _original(library: Library, topic: Topic) -> Topic:
    """Return the original of `topic`; exit with status 1 if there is none, or if it is the original itself."""
    versions = {language: own[topic.name] for language, own in library.topics.items() if topic.name in own}
    originals = originals_for(topic, versions)
    own = f"{topic.language}/{topic.name}"
    if not originals and topic.translation:
        refuse(f"The text that {own} was translated from is not here, so there is nothing to compare it with.")
    if not originals:
        others = [f"{language}/{topic.name}" for language in versions if language != topic.language]
        hint = f" Name the translation: {' or '.join(others)}." if others else ""
        refuse(f"{own} is an original, not a translation.{hint}")
    return originals[0]


def _recorded(folder: Path, topic: Topic, original: Topic, also: str) -> Translation | None:
    """Return the translation as it is in the files now; None if they do not say that `topic` matches `original`."""
    everything = read_content(folder, also=also).everything
    now = everything.topics.get(topic.language, {}).get(topic.name) if everything else None
    if now is None or now.translation is None:
        return None
    as_it_was = now.written == topic.written and not now.newer_in
    return now.translation if as_it_was and now.translation.made_from == original.written else None
