"""How figures are told: a line each for people, and all of them as JSON for whoever compares two runs."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from pathlib import Path

_figures: list[dict[str, object]] = []


def report(name: str, values: Sequence[float], unit: str = "ms", ratio: float | None = None) -> None:
    """One line: the ratio to what stands beside it, if anything does; median, 95th percentile, worst, how many."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    p50, most = statistics.median(ordered), ordered[-1]
    beside = "" if ratio is None else f"× {ratio:.2f}"
    line = f"{beside:>7}  {name:52} p50 {p50:8.1f}  p95 {p95:8.1f}  max {most:8.1f} {unit}  n {len(ordered)}"
    print(line, flush=True)  # noqa: T201
    figures = {"name": name, "unit": unit, "p50": p50, "p95": p95, "max": most, "n": len(ordered), "ratio": ratio}
    _figures.append(figures)


def median(name: str) -> float | None:
    """Of figures that were reported in this run under `name`."""
    return next((float(str(each["p50"])) for each in _figures if each["name"] == name), None)


def write(path: Path, **about: str) -> None:
    """All figures so far, with what they are about."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**about, "figures": _figures}, indent=1) + "\n")
