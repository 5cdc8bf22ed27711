"""The result of one check of `kiosk doctor`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class HealthCheck:
    """The result of one check."""

    name: str
    state: Literal["good", "note", "bad"]
    """"bad" stops patients from using the kiosk as intended; "note" is for the operator."""
    found: str
    to_do: str = ""
