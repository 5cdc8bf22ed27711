"""`kiosk sources`: list what each line of a text rests on, for the clinician who compares."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.commands.content.content_option import chosen_content, content_option
from kiosk.commands.content.topics import find_topic, read_everything
from kiosk.commands.content.typed_here import as_typed
from kiosk.content.advice.quotations import quotations
from kiosk.content.files.topic_file import approve_command, read_topic_file
from kiosk.content.model.library import Topic
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.topic_fields import TOPIC


@click.command("sources")
@click.argument("name", metavar="TOPIC")
@click.option("--language", default="", metavar="xx", help="The language of the text; the first one by default.")
@content_option
def command(name: str, language: str, content: Path | None) -> None:
    """List each line of TOPIC (such as feel-unwell, or es/signs) with what its source says, word for word.

    A clinician who is to approve the text compares the two. Patients do not see the quotations.
    """
    folder = chosen_content(content)
    topic = find_topic(read_everything(folder), name, language)
    click.echo(f"“{topic.title}” ({topic.language}/{topic.name})\n")
    click.echo("\n".join(what_it_rests_on(folder, topic)))
    click.echo(as_typed(f"\nTo approve it, run “{approve_command(topic.language, topic.name)}”.", folder))


def what_it_rests_on(folder: Path, topic: Topic) -> list[str]:
    """Return the lines of `topic` that may have a quotation, each with what its source says, and all sources."""
    path = folder / topic.language / f"{topic.name}.yaml"
    found = list(quotations(read_topic_file(path, path.name, topic.language, fastest_reader()).entries, TOPIC))
    lines: list[str] = []
    for each in found:
        says = [f"    “{each.says}”", f"    {each.address}"] if each.says else ["    No quotation."]
        lines += [each.line, *says, ""]
    if topic.sources:
        lines += ["All of it rests on:", *(f"    {source}" for source in topic.sources)]
    missing = sum(not each.says for each in found)
    if missing:
        lines += ["", f"{missing} of {len(found)} lines have no quotation."]
    return lines
