"""`kiosk fleet receive`, `kiosk` and `health`: the commands of one kiosk."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk.commands.fleet.fleet_errors import report_errors
from kiosk.fleet.receive.age import age_lines
from kiosk.fleet.receive.health import health_text, write_health
from kiosk.fleet.receive.receiver import receive as receive_once
from kiosk.fleet.receive.report import read_report
from kiosk.fleet.receive.settings import Settings, read_settings

_settings = click.option(
    "--settings", "path", type=click.Path(path_type=Path), help="This kiosk's fleet.yaml; the usual one by default."
)


@click.command("receive")
@_settings
@click.option("--from", "source", default="", help="Another source than in fleet.yaml, such as a USB stick.")
def receive(path: Path | None, source: str) -> None:
    """Check for new content once. If anything fails, patients keep what they have."""
    with report_errors():
        settings = read_settings(path)
        if source:
            settings = replace(settings, source=source)
        report = receive_once(settings, datetime.now(UTC))
        _note_health(settings)
    if report.problem:
        click.echo(f"{report.sentence}\nPatients keep what they have. [{report.problem}]", err=True)
        sys.exit(1)
    click.echo(f"This kiosk has release {report.number} of “{settings.channel}”, content {report.content[:16]}.")


@click.command("kiosk")
@_settings
def kiosk(path: Path | None) -> None:
    """Show which content this kiosk has, how old it is, and the last error."""
    with report_errors():
        settings = read_settings(path)
    for line in age_lines(settings, read_report(settings.folder), datetime.now(UTC)):
        click.echo(line)


@click.command("health")
@_settings
def health(path: Path | None) -> None:
    """Write the state of this kiosk for Prometheus; print it if fleet.yaml names no health-file."""
    with report_errors():
        settings = read_settings(path)
    if settings.health_file is None:
        click.echo(health_text(settings), nl=False)
        return
    try:
        write_health(settings, settings.health_file)
    except OSError as error:
        click.echo(f"{settings.health_file} could not be written ({error.strerror}).", err=True)
        sys.exit(1)
    click.echo(f"{settings.health_file} is written.")


def _note_health(settings: Settings) -> None:
    """Write the health file after a check; if that fails, only print why."""
    if settings.health_file is None:
        return
    try:
        write_health(settings, settings.health_file)
    except OSError as error:
        click.echo(f"{settings.health_file} could not be written ({error.strerror}).", err=True)


COMMANDS = {each.name: each for each in (receive, kiosk, health)}
"""This module's commands by name."""
