"""What a browser gets, and what it sends."""

from __future__ import annotations

from typing import NamedTuple

Fields = dict[str, list[str]]


class Answer(NamedTuple):
    """What a browser gets."""

    body: str = ""
    status: int = 200
    to: str = ""
    """Where it is sent on; empty for nowhere."""
