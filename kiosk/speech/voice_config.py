"""Which voice is to speak, and where its files are: how the app starts the voice process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.speech.engines import FALLBACK


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

    def as_options(self) -> tuple[str, ...]:
        """Return the options for the command line of the voice process."""
        options = ["--voice", self.engine]
        if self.file is not None:
            options += ["--voice-file", str(self.file)]
        if self.cache is not None:
            options += ["--cache", str(self.cache)]
        if self.headphones_only:
            options.append("--headphones-only")
        return tuple(options)
