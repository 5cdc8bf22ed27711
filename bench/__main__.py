"""`python -m bench` measures everything in one run and writes `build/bench.json`; `make bench` calls it."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from bench import bounds, each_key, growth, keys, lit_word, peers, rates, report, rest, start, terminal_fonts, ways

PARTS = {
    "keys": keys.main,
    "each-key": each_key.main,
    "ways": ways.main,
    "peers": peers.main,
    "lit": lit_word.main,
    "fonts": terminal_fonts.main,
    "rates": rates.main,
    "bounds": bounds.main,
    "start": start.main,
    "rest": rest.main,
    "growth": growth.main,
}
FILE = Path(__file__).parent.parent / "build" / "bench.json"


def main() -> None:
    """Runs the parts that are named, or all."""
    machine = (
        f"{platform.machine()}, {os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"
    )
    print(f"{machine}, load {os.getloadavg()[0]:.1f} at the start\n")  # noqa: T201
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()
    report.write(FILE, machine=machine)


if __name__ == "__main__":
    main()
