"""`kiosk check`: list what is wrong with the content, and what to type instead."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from kiosk.commands.content.content_option import chosen_content, content_option
from kiosk.commands.content.diagnostics import print_diagnostics
from kiosk.commands.content.languages_here import lacking
from kiosk.commands.content.mending import mend_all
from kiosk.commands.content.typed_here import typed_here
from kiosk.commands.content.undrawn import undrawn_letters
from kiosk.commands.history.undo import undo as put_back
from kiosk.commands.review.signing import check_signatures
from kiosk.content.files.words_file import FILE as WORDS_FILE
from kiosk.content.parsing.diagnostic import Diagnostic, Level, errors
from kiosk.content.reader import read_content
from kiosk.content.record.approvals import read_approvals
from kiosk.content.repair.advise import with_repairs
from kiosk.device.device import Device
from kiosk.device.device_file import read_device
from kiosk.device.device_settings import key_map_file, voice_of
from kiosk.speech.doubts import doubts
from kiosk.terminal.key_map import BUILT_IN
from kiosk.terminal.key_maps.key_map_file import read_key_map

ONLY_STRICT = ("score-low", "score-old")
"""Codes for authors of texts only, to spare somebody who just changes a phone number."""


@click.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@content_option
@click.option("--device", "device_file", type=click.Path(path_type=Path), help="Check this device.yaml as well.")
@click.option("--strict", is_flag=True, help="Count every warning as an error.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for programs.")
@click.option("--mend", is_flag=True, help="Change the files so that they are right, where that loses no word.")
@click.option("--undo", is_flag=True, help="First take the last change back, as “kiosk undo” does.")
def command(
    folder: Path | None,
    content: Path | None,
    device_file: Path | None,
    strict: bool,
    as_json: bool,
    mend: bool,
    undo: bool,
) -> None:
    """Check the content in DIR (or --content); by default the kiosk's own, with this machine's settings and key map.

    Lists errors, and warns about what could be better: samples that are left, numbers that nobody has dialed, long
    sentences, hard reading, unexplained medical words, reviews that are due.

    Exit status: 0 without errors, 1 with errors, 2 for wrong usage.
    """
    given, content = folder or content, chosen_content(folder or content, device_file)
    if undo:
        put_back(content)
    if mend:
        mend_all(content)
    read = read_content(content, advice_for=date.today(), listen=doubts)
    diagnostics = typed_here(with_repairs(content, read.diagnostics), content)
    device, of_this_machine = read_device(device_file) if device_file or not given else (None, ())
    diagnostics += check_signatures(read_approvals(content)[0]).report()
    diagnostics += (*lacking(content, voice_of(device or Device())), *of_this_machine, *_of_keys(device))
    if read.library is not None:
        diagnostics += tuple(undrawn_letters(read.library))
    if not strict:
        diagnostics = tuple(diagnostic for diagnostic in diagnostics if diagnostic.code not in ONLY_STRICT)
    else:
        diagnostics = tuple(replace(diagnostic, level=Level.ERROR) for diagnostic in diagnostics)
    ok = not any(diagnostic.level is Level.ERROR for diagnostic in diagnostics)
    if as_json:
        click.echo(json.dumps({"ok": ok, "problems": [p.as_json() for p in diagnostics]}, ensure_ascii=False))
    else:
        print_diagnostics(diagnostics)
        click.echo(_verdict(diagnostics, shown=read.library is not None))
    sys.exit(0 if ok else 1)


def _of_keys(device: Device | None) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of the clinic's own key map, if `device` names one."""
    if device is None or device.keys in BUILT_IN:
        return ()
    return read_key_map(key_map_file(device), scans=device.scan_seconds > 0)[1]


def _verdict(diagnostics: Sequence[Diagnostic], shown: bool) -> str:
    wrong = errors(diagnostics)
    if wrong and all(diagnostic.file == WORDS_FILE for diagnostic in wrong):
        return "The texts can be shown. Please fix the errors, or some words are not said as you want."
    if wrong and shown and any("/" in diagnostic.file for diagnostic in wrong):
        return "The texts can be shown. Please fix the errors, or these pages stay in another language."
    if wrong:
        return "Please fix the errors. This version cannot be shown to patients."
    return "The content can be shown. Please look at the warnings above." if diagnostics else "All content is right."
