"""One line of the table."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was done to the kiosk and what came of it."""

    hardship: str
    outcome: str
    asked: str
    """The figure that was to be reached."""
    reached: bool

    def __str__(self) -> str:
        return f"| {self.hardship} | {self.outcome} | {self.asked} | {'yes' if self.reached else 'NO'} |"


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and maximum in ms, and how many there are."""
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    figures = f"p50 {statistics.median(ordered) * 1000:.0f}, p95 {p95 * 1000:.0f}, max {ordered[-1] * 1000:.0f} ms"
    return f"{figures} (n {len(ordered)})"
