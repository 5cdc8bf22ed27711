"""Print why a fleet command failed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.fleet.fleet_error import FleetError


@contextmanager
def report_errors() -> Iterator[None]:
    """Print a FleetError or OSError of the block and exit with status 1."""
    try:
        yield
    except FleetError as error:
        click.echo(str(error), err=True)
        print_diagnostics(error.diagnostics, err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{error.filename or 'A file'} could not be read or written ({error.strerror}).", err=True)
        sys.exit(1)
