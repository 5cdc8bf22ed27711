"""`kiosk transcript`: print every page that a visitor can reach, as shown and as spoken."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.loading import check_language, load_library
from kiosk.commands.content.size_option import SizeOption
from kiosk.locale.wordings import wordings_of
from kiosk.speech.said import as_said
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript


@click.command("transcript")
@content_option
@click.option("--language", default="", metavar="xx", help="The language, for example en.")
@click.option("--size", type=SizeOption(), default="80x24", show_default=True, help="Columns and rows of the screen.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for programs.")
def command(content: Path | None, language: str, size: Grid, as_json: bool) -> None:
    """Print every page as shown and as the voice says it."""
    library = load_library(content)
    language = check_language(library, language)
    pages = transcript(library, language, size, wordings_of(library), say=as_said(library.words))
    if as_json:
        entries = [{"page": p.page, "shown": list(p.shown), "spoken": list(p.spoken)} for p in pages]
        click.echo(json.dumps({"language": language, "pages": entries}, ensure_ascii=False, indent=1))
        return
    click.echo("\n".join(page.as_text() for page in pages))
