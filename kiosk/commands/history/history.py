"""`kiosk history`: what has changed in the content, and when."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import own_folder
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.history.keeping import lines_about, opened
from kiosk.content.history.generations import Generation
from kiosk.content.history.in_words import file_changes

_LISTED = 10
"""Generations that are listed without --all."""


@click.command("history")
@click.argument("topic", metavar="[TOPIC]", required=False, default="")
@click.option("--all", "every", is_flag=True, help="List all that are kept, not only the last ten.")
@content_option
def command(topic: str, every: bool, content: Path | None) -> None:
    """List what has changed in the content, and when: in TOPIC (such as signs, es/signs or clinic), or in all of it.

    The newest state comes first, with who made it where that is known. Each has a number, with which “kiosk restore”
    goes back to it. The last hundred are kept, and each with which a clinician approved a page.
    """
    folder = own_folder(content)
    generations = opened(folder).all()
    pairs = list(zip([None, *generations], generations, strict=False))[::-1]
    listed = 0
    for before, after in pairs:
        told = file_changes(before, after, topic)
        if (topic and not told) or (listed == _LISTED and not every):
            continue
        listed += 1
        notes = (
            after.why,
            f"by {after.by}" if after.by else "",
            "" if after.right else "with an error",
            "as it is now" if after is generations[-1] else "",
        )
        click.echo("  ".join(part for part in (_head(after), *notes) if part))
        for line in lines_about(told, 100 if topic else 3):
            click.echo(line)
        if before is None:
            click.echo("  The first state that was kept.")
    if not listed:
        click.echo(f"Nothing has changed in “{topic}” since the first state that was kept.")
        return
    click.echo(as_typed("\n“kiosk undo” takes the last change back, “kiosk restore NUMBER” goes back further.", folder))


def _head(generation: Generation) -> str:
    return click.style(f"{generation.number}  {generation.made.astimezone():%Y-%m-%d %H:%M}", bold=True)
