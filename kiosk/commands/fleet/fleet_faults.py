"""What a command for many kiosks says when it cannot do what it was called for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.fleet.fleet_error import FleetError


@contextmanager
def told() -> Iterator[None]:
    """Ends the command with what was not done."""
    try:
        yield
    except FleetError as error:
        click.echo(str(error), err=True)
        print_diagnostics(error.diagnostics, err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{error.filename or 'A file'} could not be read or written ({error.strerror}).", err=True)
        sys.exit(1)
