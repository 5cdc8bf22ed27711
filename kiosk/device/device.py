"""What belongs to one machine, and not to the content."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.speech.engines import FALLBACK


@dataclass(frozen=True)
class Device:
    """What one machine is set to."""

    sound: str = "loudspeaker"
    cues: bool = False
    """Whether short sounds go with what happens."""
    voice: str = FALLBACK
    voice_file: str = ""
    """The path of a voice file, for a voice that is in one; empty for the one that is installed."""
    volume_start: int = 7
    """The volume at the start, a step from 1 to 9."""
    volume_least: int = 1
    """The quietest step that a visitor may choose; never silence."""
    volume_most: int = 9
    """The loudest one."""
    text_size: str = "auto"
    screen_width_mm: int | None = None
    keys: str = "standard"
    """The key map: one that is shipped, or the path of a clinic's own, from the folder that `file` is in."""
    scan_seconds: int = 0
    """How long each choice stays in focus before the next one gets it by itself; 0 for a focus that stays."""
    staff_pin: str = field(default="", repr=False)
    """What `kiosk.staff.pin_hash` keeps of the staff's PIN; without one there is no way to the staff's pages."""
    staff_keys: str = ""
    """The chord that asks for it; empty for the usual one."""
    file: Path | None = None
    """Where this was read; None where there is no file."""
