"""`kiosk approve`: record that a clinician approves exactly this text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.topics import checked_name, find_topic, no_review, own_folder, read_everything, refuse
from kiosk.content.approval.approved_texts import keep
from kiosk.content.approval.edit_review import problem_with_approval, with_approval
from kiosk.content.reader import read_content
from kiosk.machine.files import rewrite

_LAY_OUT = "Give the review lines of its own, each with a name, a colon and a short text, and try again."


@click.command("approve")
@click.argument("name", metavar="TOPIC")
@click.option("--by", "reviewer", required=True, metavar="NAME", help="Who approves the text.")
@click.option("--role", required=True, help="The reviewer's profession.")
@click.option("--language", default="", metavar="xx", help="The language of the text; the first one by default.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with the content.")
def command(name: str, reviewer: str, role: str, language: str, content: Path | None) -> None:
    """Record that NAME approves TOPIC exactly as it is now, for twelve months.

    TOPIC is its name, such as signs, or its language and name, such as es/signs. Any later change to the text cancels
    the approval. Exit status: 0 if recorded, 1 if not, 2 for wrong usage.
    """
    folder = own_folder(content)
    reviewer, role = checked_name(reviewer, "--by"), checked_name(role, "--role")
    library = read_everything(folder)
    topic = find_topic(library, name, language)
    today = date.today()
    due = in_a_year(today)
    path = folder / topic.language / f"{topic.name}.yaml"
    before = path.read_bytes()
    after = with_approval(before, reviewer, role, today, due, topic.fingerprint)
    if after is None:
        refuse(no_review(path))
    if fault := problem_with_approval(after, reviewer, role):
        refuse(f"The approval cannot be written into {path}, and nothing was changed. {fault} {_LAY_OUT}")
    try:
        keep(folder, topic, library.words)
        rewrite(path, after)
    except OSError as error:
        refuse(f"The approval could not be written ({error.strerror}). Nothing was changed in {path}.")
    everything = read_content(folder).everything
    if everything is None or not everything.topics[topic.language][topic.name].approved:
        rewrite(path, before)
        refuse(
            f"{path}, clinic.yaml or words.yaml was changed meanwhile, so nothing was recorded. "
            "Read it, and approve it again."
        )
    click.echo(f"{reviewer}, {role}, has approved “{topic.title}” ({topic.language}/{topic.name}) as it is now.")
    click.echo(f"The next review is due on {due}.")


def in_a_year(day: date) -> date:
    """Return the same day a year later; 28 February for a leap day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
