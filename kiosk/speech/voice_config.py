"""Which voice is to speak, and where its files are: how the app starts the voice process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.speech.engines import FALLBACK

YES, AUTO = "yes", "auto"
CLEAR_SPEECH = (AUTO, YES, "no")
"""Whether speech is made clearer for a noisy room; AUTO: on the loudspeaker."""

TOO_QUIET = 20
"""Per cent: a system volume below this is hardly heard, whatever step a patient chooses."""


@dataclass(frozen=True)
class VoiceConfig:
    """The voice of `device.yaml`."""

    engine: str = FALLBACK
    """A name in `engines.ENGINES`."""
    file: Path | None = None
    """The voice file, for an engine that reads one; None for the voice that is installed."""
    cache: Path | None = None
    """The folder of the render cache, if there is one."""
    headphones_only: bool = False
    """Whether nothing may sound on the loudspeaker."""
    clear_speech: str = AUTO
    """One of CLEAR_SPEECH."""
    system_volume: int | None = None
    """The volume of the sound server's output at the start, in per cent; None to leave it."""

    def clears_speech(self, on_loudspeaker: bool) -> bool:
        """Return whether speech is made clearer, on the loudspeaker or in headphones."""
        return self.clear_speech == YES or (self.clear_speech == AUTO and on_loudspeaker)

    def as_options(self) -> tuple[str, ...]:
        """Return the options for the command line of the voice process."""
        options = ["--voice", self.engine]
        if self.file is not None:
            options += ["--voice-file", str(self.file)]
        if self.cache is not None:
            options += ["--cache", str(self.cache)]
        if self.headphones_only:
            options.append("--headphones-only")
        if self.clear_speech != AUTO:
            options += ["--clear-speech", self.clear_speech]
        if self.system_volume is not None:
            options += ["--system-volume", str(self.system_volume)]
        return tuple(options)
