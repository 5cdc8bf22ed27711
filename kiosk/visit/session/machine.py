"""Settings of one machine that apply to every visitor: keys, volumes, scanning."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.visit.session.settings import Volumes
from kiosk.visit.terms.keys import Keys


@dataclass(frozen=True)
class Machine:
    """From `device.yaml` and the key map."""

    keys: Keys = field(default_factory=Keys)
    volumes: Volumes = field(default_factory=Volumes)
    scan_s: float = 0.0
    """Seconds until scanning moves the focus to the next choice; 0 for no scanning."""
    headphones_only: bool = False
    """True if nothing is heard without headphones."""
    cues: bool = False
    """True for short sounds with moves and choices."""
