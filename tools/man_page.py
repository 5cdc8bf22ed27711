"""Writes `docs/kiosk.1`, the manual page, from the command line's own help.

    python tools/man_page.py [FILE]      default: docs/kiosk.1

The page contains the same texts as `--help`. The parts for many kiosks must be installed (requirements-fleet.lock),
because their help is in their own modules.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli import main as kiosk

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "kiosk.1"
NAME = "kiosk"
FILES = {
    "content": "The texts, in the present folder. Where there are none, the sample that comes with the kiosk is shown.",
    "device.yaml": "The settings of this machine, in the present folder.",
    "/etc/kiosk/device.yaml": "The same, where there is none in the present folder.",
    "~/.local/state/kiosk": "The log, and the last good copy of the texts.",
    "~/.cache/kiosk/speech": "Speech that “kiosk render” has made.",
}
"""Where an installed kiosk looks on Linux; see `kiosk/machine/paths.py`."""


def manual_page() -> str:
    """Return the page in the markup of man(7)."""
    context = click.Context(kiosk, info_name=NAME)
    lines = [
        '.\\" Made by tools/man_page.py from the help of the commands. Change it there.',
        f'.TH {NAME.upper()} 1 "" "{NAME} {__version__}" "User Commands"',
        ".SH NAME",
        f"{NAME} \\- {_roff(_first_sentence(kiosk))}",
        ".SH SYNOPSIS",
        f".B {NAME}",
        _roff(" ".join(kiosk.collect_usage_pieces(context))),
        ".SH DESCRIPTION",
        *_paragraphs(kiosk),
        ".PP",
        f"Without a command, or with an option alone, {NAME} does what",
        f".B {NAME} run",
        "does.",
        *_options(kiosk, context),
        ".SH COMMANDS",
    ]
    for command, inside in _commands(kiosk, context):
        lines += _section(command, inside)
    lines.append(".SH FILES")
    for path, holds in FILES.items():
        lines += [".TP", f".I {_roff(path)}", _roff(holds)]
    return "\n".join(lines) + "\n"


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield every command in the order of the help; after a group, its commands."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        inside = click.Context(command, info_name=name, parent=context)
        yield command, inside
        if isinstance(command, click.Group):
            yield from _commands(command, inside)


def _section(command: click.Command, context: click.Context) -> list[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    return [f".SS {_roff(f'{context.command_path} {usage}')}", *_paragraphs(command), *_options(command, context)]


def _paragraphs(command: click.Command) -> list[str]:
    """Return the description of a command."""
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(command.help or ""))
    return [line for text in paragraphs for line in (".PP", _roff(" ".join(text.split())))]


def _first_sentence(command: click.Command) -> str:
    return " ".join((command.help or "").split()).split(". ")[0].rstrip(".")


def _options(command: click.Command, context: click.Context) -> list[str]:
    """Return the options except `--help`."""
    lines = []
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record and record[1] and "--help" not in option.opts:
            lines += [".TP", f".B {_roff(record[0])}", _roff(record[1])]
    return lines


def _roff(text: str) -> str:
    """Escape the text for roff."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("`", "\\(ga")
    text = text.replace("'", "\\(aq").replace("^", "\\(ha").replace('"', "\\(dq")
    text = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)
    return "\\&" + text if text.startswith(".") else text


def main() -> None:
    """Write the page."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    file.write_text(manual_page(), "ascii")


if __name__ == "__main__":
    main()
