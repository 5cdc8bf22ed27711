"""What `kiosk render` tells the app while it works at rest: one JSON object a line."""

from __future__ import annotations

import json
from typing import NamedTuple


class Count(NamedTuple):
    """How many texts of a language are made."""

    language: str
    made: int
    """At the speed at the start."""
    of: int
    made_in_all: int
    """At all speeds."""
    in_all: int


class Progress(NamedTuple):
    """How much is made."""

    counts: tuple[Count, ...]

    @property
    def complete(self) -> bool:
        """True if nothing is missing at any speed."""
        return all(count.made_in_all == count.in_all for count in self.counts)


class Stuck(NamedTuple):
    """Nothing more can be made, and why."""

    why: str


Made = Progress | Stuck


def encode(message: Made) -> bytes:
    """Return the message as a line."""
    match message:
        case Progress():
            about: dict[str, object] = {"type": "progress", "counts": message.counts}
        case Stuck():
            about = {"type": "stuck", "why": message.why}
    return json.dumps(about, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Made | None:
    """Return the message in a line, or None when it is none; never raises."""
    try:
        match json.loads(line):
            case {"type": "progress", "counts": list(counts)}:
                return Progress(tuple(counts_of(counts)))
            case {"type": "stuck", "why": str(why)}:
                return Stuck(why)
    except (ValueError, RecursionError):
        pass
    return None


def counts_of(plain: object) -> list[Count]:
    """Return the counts in a value of JSON. Raises ValueError where it holds anything else."""
    counts = []
    for each in plain if isinstance(plain, list) else [None]:
        match each:
            case [str(language), int(made), int(of), int(made_in_all), int(in_all)]:
                counts.append(Count(language, made, of, made_in_all, in_all))
            case _:
                raise ValueError("these are no counts")
    return counts
