"""The settings of one machine, as opposed to the content."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.speech.engines import DEFAULT


@dataclass(frozen=True)
class Device:
    """The settings of one machine."""

    content: str = ""
    """The folder with the content, relative to the folder of `file`; empty for the default one."""
    sound: str = "loudspeaker"
    cues: bool = False
    """True for short sounds on events."""
    voice: str = DEFAULT
    voice_file: str = ""
    """The path of a voice file, for engines that need one; empty for the installed voice."""
    clear_speech: str = "auto"
    """One of `voice_config.CLEAR_SPEECH`."""
    system_volume: int | None = None
    """The volume of the sound server's output at the start, in per cent; None to leave it as it is."""
    volume_start: int = 7
    """The volume step at the start, 1 to 9."""
    volume_least: int = 1
    """The quietest step that a visitor can choose; never silence."""
    volume_most: int = 9
    """The loudest step."""
    text_size: str = "auto"
    screen_width_mm: int | None = None
    keys: str = "standard"
    """The key map: a shipped one, or the path of a clinic's own, relative to the folder of `file`."""
    pointer: str = "none"
    """`touch` if taps on the screen, or clicks of a mouse, are answered."""
    scan_seconds: int = 0
    """Seconds before scanning moves the focus to the next choice; 0 for no scanning."""
    staff_pin: str = field(default="", repr=False)
    """What `kiosk.staff.pin_hash` keeps of the staff's PIN; without one there is no way to the staff's pages."""
    staff_keys: str = ""
    """The keys that open the PIN prompt; empty for the default."""
    file: Path | None = None
    """The file that this was read from; None if there is none."""
