"""Prints problems so that whoever reads them knows where to look and what to type."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kiosk.content.parsing.diagnostic import Diagnostic, Level


def print_diagnostics(diagnostics: Sequence[Diagnostic], err: bool = False) -> None:
    """Each problem: file and line, the line itself, what is wrong, what to do."""
    for diagnostic in diagnostics:
        word = "Error" if diagnostic.level is Level.ERROR else "Please look"
        click.secho(f"{word} in {diagnostic.place}:", bold=True, err=err)
        if diagnostic.excerpt:
            click.echo(f"    {diagnostic.excerpt}", err=err)
        click.echo(f"  {diagnostic.message}", err=err)
        click.echo(f"  {diagnostic.fix}\n", err=err)
