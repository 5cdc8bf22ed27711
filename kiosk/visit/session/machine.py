"""What one machine gives every visitor: its keys, its volumes, how it scans."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.visit.session.settings import Volumes
from kiosk.visit.terms.keys import Keys


@dataclass(frozen=True)
class Machine:
    """As `device.yaml` and the key map have it."""

    keys: Keys = field(default_factory=Keys)
    volumes: Volumes = field(default_factory=Volumes)
    scan_s: float = 0.0
    """Seconds that each choice stays in focus before the next one gets it by itself; 0 for a focus that stays."""
    headphones_only: bool = False
    """Whether nothing is heard without headphones."""
    cues: bool = False
    """Whether short sounds go with what happens."""
