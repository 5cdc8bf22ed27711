"""Prints problems so that whoever reads them knows where to look and what to type."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kiosk.content.parsing.problem import Level, Problem


def print_problems(problems: Sequence[Problem], err: bool = False) -> None:
    """Each problem: file and line, the line itself, what is wrong, what to do."""
    for problem in problems:
        word = "Error" if problem.level is Level.ERROR else "Please look"
        click.secho(f"{word} in {problem.place}:", bold=True, err=err)
        if problem.excerpt:
            click.echo(f"    {problem.excerpt}", err=err)
        click.echo(f"  {problem.message}", err=err)
        click.echo(f"  {problem.fix}\n", err=err)
