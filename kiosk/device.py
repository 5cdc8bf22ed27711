"""What belongs to one machine, and not to the content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Device:
    """What one machine is set to."""

    sound: str = "loudspeaker"
    voice: str = "espeak"
    text_size: str = "auto"
    screen_width_mm: int | None = None
    keys: str = "standard"
    file: Path | None = None
    """Where this was read; None where there is no file."""
