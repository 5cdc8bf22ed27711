"""`kiosk check`: says what is wrong with the content, and what to type instead."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kiosk.commands.problems import print_problems
from kiosk.content.problem import Level
from kiosk.content.reader import read_content
from kiosk.paths import content_folder


@click.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for programs.")
def command(folder: Path | None, as_json: bool) -> None:
    """Check the content in DIR, or the kiosk's own.

    Exit status: 0 when all is right, 1 when something must be mended, 2 for a wrong call.
    """
    folder = folder or content_folder()
    problems = read_content(folder).problems
    ok = not any(problem.level is Level.ERROR for problem in problems)
    if as_json:
        click.echo(json.dumps({"ok": ok, "problems": [p.as_json() for p in problems]}, ensure_ascii=False))
    else:
        print_problems(problems)
        click.echo(_verdict(ok, bool(problems)))
    sys.exit(0 if ok else 1)


def _verdict(ok: bool, remarks: bool) -> str:
    if not ok:
        return "Please mend the errors. This version cannot be shown to patients."
    return "The content can be shown. Please look at the remarks above." if remarks else "All content is right."
