"""`python -m bench` measures everything in one run and writes `build/bench.json`; `make bench` calls it.

With `--keep` each part also becomes `evidence/PART.json`, from which the documents take their figures; then
`make evidence` brings them in.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench import bounds, each_key, growth, keys, lit_word, peers, rates, report, rest, start, terminal_fonts, ways
from bench.browser import side_by_side

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
    "browser": side_by_side.main,
}
ROOT = Path(__file__).parent.parent
KEEP = "--keep"


def main() -> None:
    """Runs the parts that are named, or all."""
    machine = report.machine()
    print(f"{machine}, load {report.load():.1f} at the start\n")  # noqa: T201
    named = [word for word in sys.argv[1:] if word != KEEP]
    for name in named or PARTS:
        first, load = report.reported(), report.load()
        PARTS[name]()
        if KEEP in sys.argv and report.reported() > first:
            command = f".venv/bin/python -P -m bench {' '.join([*(named or [name]), KEEP])}"
            about = {"command": command, "machine": machine, "load": [load, report.load()]}
            report.write(ROOT / "evidence" / f"{name}.json", about, first)
    report.write(ROOT / "build" / "bench.json", {"machine": machine})


if __name__ == "__main__":
    main()
