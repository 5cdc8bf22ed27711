"""Measures how well the tests guard the core: faults put in and found, and branches taken.

    make mutants     every mutant of every area (an hour or two on one core)
    make coverage    lines and branches of the same files by the same tests (a minute)

Files and tests are listed in `pyproject.toml`, under `tool.mutmut`. Both work in a copy of the tree,
`build/mutants/tree`, so the tree may be edited meanwhile. With names, such as
`build/mutants/bin/python -P tools/mutants.py "kiosk.visit.*"`, only those mutants are tried again. Ends with 1 if an
area is below its limit. Mutants cannot reach code that runs while a module is imported.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutants" / "tree"
COPIED = ("kiosk", "tests", "content", "pyproject.toml")
AREAS = {
    "idle clock": "kiosk/visit/",
    "spoken form": "kiosk/speech/spoken",
    "speech queue": "kiosk/speech/",
    "content reader": "kiosk/content/",
}
"""Area → the start of its paths; the first match counts."""
LEAST_KILLED = 85.0
LEAST_BRANCHES = 95.0
WHAT = ("num_statements", "covered_lines", "num_branches", "covered_branches")
"""Counts of coverage.py for a file."""
FOUND = {"killed", "timeout", "segfault"}
"""Results of mutmut for a mutant that the tests noticed."""


def area_of(path: str) -> str:
    """Return the area of a file."""
    return next(area for area, start in AREAS.items() if path.startswith(start))


def settings() -> dict[str, list[str]]:
    """Return the settings of mutmut in `pyproject.toml`."""
    found: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    return found


def copy() -> None:
    """Update the copy of the tree; earlier results of mutmut in it stay."""
    COPY.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        source, target = ROOT / name, COPY / name
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)


def run(*arguments: str) -> None:
    """Run a module in the copy, with this Python and its output visible. Ends the program if it fails."""
    done = subprocess.run((sys.executable, "-m", *arguments), cwd=COPY, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def mutants(names: list[str]) -> bool:
    """Try the mutants with these names, or all again; return True if each area reaches its limit."""
    if not names:
        shutil.rmtree(COPY / "mutants", ignore_errors=True)
    copy()
    run("mutmut", "run", "--max-children", os.environ.get("PROCESSES", "1"), *names)
    from mutmut.stats import status_by_exit_code

    counted: dict[str, Counter[str]] = {area: Counter() for area in AREAS}
    for meta in (COPY / "mutants").rglob("*.py.meta"):
        path = str(meta.relative_to(COPY / "mutants"))
        codes = json.loads(meta.read_text("utf-8"))["exit_code_by_key"].values()
        counted[area_of(path)].update(status_by_exit_code[code] for code in codes if code is not None)
    tell("\n| Area | Tried | Found | Not found | Not reached | Found, % |\n|---|---|---|---|---|---|")
    enough = True
    for area, by_status in counted.items():
        every, missed = by_status.total(), by_status["no tests"]
        found = sum(by_status[status] for status in FOUND)
        share = 100 * found / every if every else 0.0
        enough &= share >= LEAST_KILLED
        tell(f"| {area} | {every:,} | {found:,} | {every - found - missed:,} | {missed:,} | {share:.1f} |")
    tell(f"\nAsked: {LEAST_KILLED:.0f} %. Those that were not found: `mutmut results`, `mutmut show NAME` in {COPY}.")
    return enough


def coverage() -> bool:
    """Run the tests once; return True if enough branches of each area are taken."""
    copy()
    chosen = settings()
    report = COPY / "coverage.json"
    files = ",".join(chosen["only_mutate"])
    tests = (*chosen["pytest_add_cli_args"], *chosen["pytest_add_cli_args_test_selection"])
    run("coverage", "run", "--branch", f"--include={files}", "-m", "pytest", *tests)
    run("coverage", "json", "--quiet", "-o", str(report))
    counted: dict[str, Counter[str]] = {area: Counter() for area in AREAS}
    for path, told in json.loads(report.read_text("utf-8"))["files"].items():
        counted[area_of(path)].update({"files": 1, **{name: told["summary"][name] for name in WHAT}})
        if told["missing_lines"] or told["missing_branches"]:
            tell(f"{path}: lines {told['missing_lines']}, branches {told['missing_branches']}")
    tell("\n| Area | Files | Statements | Run, % | Branches | Taken, % |\n|---|---|---|---|---|---|")
    enough = True
    for area, sums in counted.items():
        statements, branches = sums["num_statements"], sums["num_branches"]
        lines = 100 * sums["covered_lines"] / (statements or 1)
        taken = 100 * sums["covered_branches"] / branches if branches else 100.0 * bool(sums["files"])
        enough &= taken >= LEAST_BRANCHES
        tell(f"| {area} | {sums['files']} | {statements:,} | {lines:.1f} | {branches:,} | {taken:.1f} |")
    tell(f"\nAsked: {LEAST_BRANCHES:.0f} % of the branches.")
    return enough


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(0 if (coverage() if sys.argv[1:] == ["coverage"] else mutants(sys.argv[1:])) else 1)
