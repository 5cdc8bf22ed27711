"""`kiosk diff`: show what has changed since a text was approved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kiosk.commands.content.content_option import chosen_content, content_option
from kiosk.commands.content.topics import check_has, find_topic, read_everything
from kiosk.content.approval.approved_texts import approved_lines, changes, is_of_older_form, marked, present_lines
from kiosk.content.model.library import Topic
from kiosk.content.model.word_rules import WordRule


@click.command("diff")
@click.argument("name", metavar="[TOPIC]", required=False, default="")
@click.option("--language", default="", metavar="xx", help="The language of the text; all by default.")
@content_option
def command(name: str, language: str, content: Path | None) -> None:
    """Show what has changed in TOPIC (such as signs, or es/signs), or in all topics, since a clinician approved it."""
    folder = chosen_content(content)
    library = read_everything(folder)
    if name:
        topics = [find_topic(library, name, language)]
    else:
        check_has(library, language)
        topics = [
            topic for own in library.topics.values() for topic in own.values() if language in ("", topic.language)
        ]
    for topic in topics:
        for line in differences(folder, topic, library.words):
            click.echo(line)


def differences(folder: Path, topic: Topic, rules: Sequence[WordRule]) -> list[str]:
    """Return lines that say what has changed in one topic since it was approved."""
    title = f"{topic.language}/{topic.name}, “{topic.title}”:"
    review = topic.review
    if not review.reviewer:
        return [f"{title} nobody has approved this text yet."]
    who = f"{review.reviewer}, {review.role}, on {review.reviewed}"
    if topic.void and review.text == topic.fingerprint:
        return [f"{title} nothing has changed since {who} approved it, but this approval does not count: see “check”."]
    if topic.approved:
        return [f"{title} nothing has changed since it was approved by {who}."]
    before = approved_lines(folder, topic)
    if is_of_older_form(folder, topic):
        return [
            f"{title} it was approved by {who}, when an approval did not yet cover the pronunciations in words.yaml. "
            "Please have it approved again."
        ]
    if before is None:
        return [f"{title} it has changed since it was approved by {who}, but the approved text was not saved."]
    lines = [f"{title} this has changed since it was approved by {who}:"]
    for change in changes(before, present_lines(topic, rules)):
        if not change.new:
            lines += [f"  Taken out: {change.where}", f"    before: {change.old}"]
        elif not change.old:
            lines += [f"  New: {change.where}", f"    now:    {change.new}"]
        else:
            old, new = marked(change)
            lines += [f"  Changed: {change.where}", f"    before: {old}", f"    now:    {new}"]
    return lines
