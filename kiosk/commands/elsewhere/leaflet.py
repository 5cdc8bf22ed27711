"""`kiosk leaflet`: a page in large print, for clinics with a printer behind the desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.loading import check_language, load_library
from kiosk.commands.content.topics import refuse
from kiosk.content.model.library import Library
from kiosk.content.model.required import UNWELL
from kiosk.export.article import article, sheets_in
from kiosk.export.leaflet import PAPERS, leaflet
from kiosk.locale.wordings import wordings_of
from kiosk.machine.files import write_whole

_EXTRA = "requirements-leaflet.lock"


@click.command("leaflet")
@click.argument("topic", required=False)
@click.option("--all", "whole", is_flag=True, help="All topics of the menu, one after the other.")
@click.option("--pdf", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@content_option
@click.option("--language", default="", metavar="xx", help="The language, for example en.")
@click.option("--paper", type=click.Choice(list(PAPERS)), default="letter", show_default=True, help="Its size.")
@click.option("--unapproved", is_flag=True, help="Also texts that no clinician has approved; each of them says so.")
def command(
    topic: str | None, whole: bool, pdf: Path, content: Path | None, language: str, paper: str, unapproved: bool
) -> None:
    """Write TOPIC as a leaflet in large print: 18 point, as a PDF that screen readers can read.

    Exit status: 0 if it was written, 1 if not, 2 for wrong usage.
    """
    if (topic is None) != whole:
        raise click.UsageError("Give either a TOPIC or --all.")
    library = load_library(content)
    language = check_language(library, language)
    names = _names(library, topic, language, unapproved)
    own = wordings_of(library)
    sheets = sheets_in(library, language, own)
    articles = [article(sheets, name) for name in names]
    title = articles[0].title.text if topic else library.clinic.name
    try:
        write_whole(pdf, leaflet(articles, title, language, library.clinic.name, own[language], paper))
    except ModuleNotFoundError as error:
        if error.name != "typst":
            raise
        _give_up(
            "The package for leaflets is not installed. Run: "
            f".venv/bin/python -m pip install --require-hashes --no-deps -r {_EXTRA}"
        )
    except RuntimeError as error:
        _give_up(f"The leaflet could not be made: {error}")
    except OSError as error:
        _give_up(f"{pdf} could not be written ({error.strerror}).")
    click.echo(f"{pdf} is ready.")


def _names(library: Library, topic: str | None, language: str, unapproved: bool) -> list[str]:
    """Return the topics to print; exit with what to do if there are none, or one that is not approved."""
    if topic is not None and topic not in library.names:
        refuse(f"There is no topic “{topic}”. There is: {', '.join(sorted(library.names))}.", 2)
    asked = [topic] if topic else list(dict.fromkeys((UNWELL, *library.clinic.offered)))
    names = [name for name in asked if unapproved or library.topic(name, language).approved]
    if not names:
        what = f"“{topic}”" if topic else "a text"
        _give_up(f"No clinician has approved {what} yet. To print it all the same, add --unapproved.")
    return names


def _give_up(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(1)
