"""Tells whoever started the kiosk that staff have ended it, and nothing else has.

The status is 0 either way, and a terminal in between does not hand it on. So a file stands for it in the folder that
the service manager gives for as long as the service runs (systemd.exec(5), RUNTIME_DIRECTORY); `deploy/` looks for it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

NAME = "ended-by-staff"


def mark_ended(environment: Mapping[str, str] = os.environ) -> None:
    """Leaves the mark, where there is a folder for it."""
    folder = environment.get("RUNTIME_DIRECTORY", "").split(":")[0]
    if folder:
        with suppress(OSError):
            (Path(folder) / NAME).touch()
