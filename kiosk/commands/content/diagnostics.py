"""Print errors and warnings, with where to look and what to type."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kiosk.content.parsing.diagnostic import Diagnostic, Level


def print_diagnostics(diagnostics: Sequence[Diagnostic], err: bool = False) -> None:
    """Print for each diagnostic the file and line, the line itself, what is wrong, and what to do."""
    for diagnostic in diagnostics:
        word = "Error" if diagnostic.level is Level.ERROR else "Warning"
        click.secho(f"{word} in {diagnostic.place}:", bold=True, err=err)
        if diagnostic.excerpt:
            click.echo(f"    {diagnostic.excerpt}", err=err)
        click.echo(f"  {diagnostic.message}", err=err)
        click.echo(f"  {diagnostic.fix}\n", err=err)
