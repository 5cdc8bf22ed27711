"""`python -m bench.soak [ROW …]` runs all rows, or those named, and prints the table of `docs/reliability.md`."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path

from bench.soak import hours, keys, restarts, streams, suites, torn_files, traces
from kiosk.content.reader import read_content
from tests.pty.terminal import ROOT

ROWS = {
    "keys": keys.run,
    "streams": streams.run,
    "mutations": suites.mutations,
    "hours": hours.days,
    "jumps": hours.jumps,
    "restarts": restarts.run,
    "kills": suites.kills,
    "writes": torn_files.killed,
    "disk": torn_files.full,
    "traces": traces.run,
}


def main() -> None:
    """Prints a row as soon as it is known; ends with status 1 where one was not reached."""
    library = read_content(ROOT / "content").library
    if library is None:
        sys.exit("The content has errors: see “python3 run_kiosk.py check”.")
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}\n")  # noqa: T201
    print("| What | Outcome | Asked | Reached |\n|---|---|---|---|", flush=True)  # noqa: T201
    missed = 0
    for name in sys.argv[1:] or ROWS:
        with tempfile.TemporaryDirectory() as scratch:
            row = ROWS[name](library, Path(scratch))
        print(row, flush=True)  # noqa: T201
        missed += not row.reached
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
