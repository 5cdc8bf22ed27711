"""`kiosk doctor`: check this machine, and say how to fix problems."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.machine.examine import examine
from kiosk.commands.machine.health_check import HealthCheck


@click.command("doctor")
@content_option
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for programs.")
def command(content: Path | None, device_file: Path | None, as_json: bool) -> None:
    """Check this machine, and say how to fix problems.

    Exit status: 0 if patients can use the kiosk as intended, 1 if not.
    """
    checks = examine(content, device_file)
    ok = all(check.state != "bad" for check in checks)
    if as_json:
        click.echo(json.dumps({"ok": ok, "checks": [asdict(f) for f in checks]}, ensure_ascii=False))
    else:
        for check in checks:
            _show(check)
    sys.exit(0 if ok else 1)


def _show(check: HealthCheck) -> None:
    sign, colour = {"good": ("✓", "green"), "note": ("!", "yellow"), "bad": ("✗", "red")}[check.state]
    click.echo(click.style(f"{sign} {check.name}: ", fg=colour, bold=True) + check.found)
    if check.to_do:
        click.echo(f"    {check.to_do}")
