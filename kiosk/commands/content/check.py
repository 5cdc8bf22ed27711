"""`kiosk check`: says what is wrong with the content, and what to type instead."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.reader import read_content
from kiosk.device.device_file import read_device
from kiosk.device.device_settings import key_map_file
from kiosk.machine.paths import content_folder
from kiosk.terminal.key_map import BUILT_IN
from kiosk.terminal.key_maps.key_map_file import read_key_map

ONLY_STRICT = ("score-low",)
"""What is for those who write texts, and would only be a burden to whoever changes a phone number."""


@click.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="Check this device.yaml as well.")
@click.option("--strict", is_flag=True, help="Count every remark as something that must be mended.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for programs.")
def command(folder: Path | None, device_file: Path | None, strict: bool, as_json: bool) -> None:
    """Check the content in DIR; or the kiosk's own, with the settings and the key map of this machine.

    Tells what is wrong, and remarks on what could be better: long sentences, hard reading, medical words that are not
    explained, reviews that are due.

    Exit status: 0 when all is right, 1 when something must be mended, 2 for a wrong call.
    """
    diagnostics = read_content(folder or content_folder(), advice_for=date.today()).diagnostics
    if device_file or not folder:
        diagnostics += _of_this_machine(device_file)
    if not strict:
        diagnostics = tuple(diagnostic for diagnostic in diagnostics if diagnostic.code not in ONLY_STRICT)
    else:
        diagnostics = tuple(replace(diagnostic, level=Level.ERROR) for diagnostic in diagnostics)
    ok = not any(diagnostic.level is Level.ERROR for diagnostic in diagnostics)
    if as_json:
        click.echo(json.dumps({"ok": ok, "problems": [p.as_json() for p in diagnostics]}, ensure_ascii=False))
    else:
        print_diagnostics(diagnostics)
        click.echo(_verdict(ok, bool(diagnostics)))
    sys.exit(0 if ok else 1)


def _of_this_machine(device_file: Path | None) -> tuple[Diagnostic, ...]:
    """What is wrong with device.yaml, and with a clinic's own key map that it names."""
    device, diagnostics = read_device(device_file)
    if device is None or device.keys in BUILT_IN:
        return diagnostics
    return diagnostics + read_key_map(key_map_file(device), scans=device.scan_seconds > 0)[1]


def _verdict(ok: bool, remarks: bool) -> str:
    if not ok:
        return "Please mend the errors. This version cannot be shown to patients."
    return "The content can be shown. Please look at the remarks above." if remarks else "All content is right."
