"""How figures are told: a line each for people, and all of them as JSON, as evidence for the documents too."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
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


def reported() -> int:
    """How many figures there are so far, as the place from which `write` may begin."""
    return len(_figures)


def machine() -> str:
    """Return what the figures of this run depend on, beside the load."""
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{platform.machine()}, {os.cpu_count()} processors, {system}"


def load() -> float:
    """Return how many processes wanted to run in the last minute, on average."""
    return round(os.getloadavg()[0], 1)


def write(path: Path, about: Mapping[str, object], first: int = 0) -> None:
    """Write the figures from number `first` on, with their date and what they are about."""
    _write(path, {**about, "figures": _figures[first:]})


def write_table(path: Path, about: Mapping[str, object], columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write figures that are no times: all rows of a table, in words."""
    _write(path, {**about, "columns": columns, "rows": rows})


def _write(path: Path, content: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    today = datetime.now(UTC).date().isoformat()
    path.write_text(json.dumps({"date": today, **content}, indent=1, ensure_ascii=False) + "\n", "utf-8")
