"""`python -m kiosk` is the same as `kiosk`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.terminal.streams import write_any_letter

if TYPE_CHECKING:
    from typing import NoReturn

OPTIONS = {"--content": "content", "--device": "device_file", "--language": "language"}
"""The options of `run`, and what `launch` calls them."""
COMPLETING = "_KIOSK_COMPLETE"
"""Environment variable set by a shell that asks for completions."""


def main() -> None:
    """Run the command line. If output cannot be written, as on a full disk, exit with one sentence and status 1."""
    for stream in (sys.stdout, sys.stderr):
        write_any_letter(stream)
    try:
        _do()
    except OSError as error:
        _give_up(error)


def _do() -> None:
    """Start the kiosk directly for a plain `run`; use the command line for everything else."""
    options = None if COMPLETING in os.environ else plain_run(sys.argv[1:])
    if options is not None:
        from pathlib import Path

        from kiosk.machine.cannot_start import CannotStartError
        from kiosk.startup.launch import launch

        paths = {name: Path(value) for name, value in options.items() if name != "language"}
        try:
            sys.exit(launch(**paths, language=options.get("language", "")))
        except CannotStartError as error:
            from kiosk.commands.content.loading import give_up

            give_up(error)
    from kiosk.cli import main as command_line

    command_line(prog_name="kiosk")


def plain_run(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options of a plain `run`, without loading the command line; None for every other call."""
    rest = list(arguments[1:] if arguments[:1] == ["run"] else arguments)
    options = {}
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in OPTIONS or (not equals and not rest):
            return None
        options[OPTIONS[name]] = value if equals else rest.pop(0)
    return options


def _give_up(error: OSError) -> NoReturn:
    what = f"{error.filename} cannot be used" if error.filename else "The output could not be written"
    with suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.write(f"{what}: {error.strerror or error}.\n")
            sys.stderr.flush()
    # Buffered output would fail once more at exit, with a traceback.
    null = os.open(os.devnull, os.O_WRONLY)
    for stream, number in ((sys.stdout, 1), (sys.stderr, 2)):
        if stream is not None:
            os.dup2(null, number)
    sys.exit(1)


if __name__ == "__main__":
    main()
