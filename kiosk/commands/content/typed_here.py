"""Commands in messages, as they can be typed on this machine and for this folder."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.device.own_content import own_content
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import INSTALLED

PROGRAM = "kiosk" if INSTALLED or "KIOSK_AS_COMMAND" in os.environ else "python3 run_kiosk.py"
"""How to call the kiosk on this machine; `deploy/bin/kiosk` says that it is the one."""
_COMMAND = re.compile(r"“kiosk (?P<name>[a-z]+)(?P<rest>[^”]*)”")


def as_typed(sentence: str, folder: Path) -> str:
    """Return `sentence` with each “kiosk …” as it has to be typed here for the content in `folder`."""
    shown = "" if _is_own(folder) else shlex.quote(str(folder))

    def typed(found: re.Match[str]) -> str:
        option = "" if found["name"] == "check" else "--content "
        return f"“{PROGRAM} {found['name']}{found['rest']}{f' {option}{shown}' if shown else ''}”"

    return _COMMAND.sub(typed, sentence)


def _is_own(folder: Path) -> bool:
    try:
        return folder.resolve() == own_content().resolve()
    except CannotStartError:
        return False


def typed_here(diagnostics: Iterable[Diagnostic], folder: Path) -> tuple[Diagnostic, ...]:
    """Return `diagnostics` with their commands `as_typed`."""
    return tuple(replace(each, fix=as_typed(each.fix, folder)) for each in diagnostics)
