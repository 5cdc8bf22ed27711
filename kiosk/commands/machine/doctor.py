"""`kiosk doctor`: what works on this machine, and what to do about the rest."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from kiosk.commands.machine.examine import Finding, examine


@click.command("doctor")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with the content.")
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="This machine's device.yaml.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for programs.")
def command(content: Path | None, device_file: Path | None, as_json: bool) -> None:
    """Tell what works on this machine, and what to do about the rest.

    Exit status: 0 when patients can use the kiosk as it is meant to be used, 1 when not.
    """
    findings = examine(content, device_file)
    ok = all(finding.state != "bad" for finding in findings)
    if as_json:
        click.echo(json.dumps({"ok": ok, "checks": [asdict(f) for f in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            _show(finding)
    sys.exit(0 if ok else 1)


def _show(finding: Finding) -> None:
    sign, colour = {"good": ("✓", "green"), "note": ("!", "yellow"), "bad": ("✗", "red")}[finding.state]
    click.echo(click.style(f"{sign} {finding.name}: ", fg=colour, bold=True) + finding.found)
    if finding.to_do:
        click.echo(f"    {finding.to_do}")
