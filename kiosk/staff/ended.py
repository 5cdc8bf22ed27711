"""Marks that staff ended the kiosk, so that the service does not start it again.

The exit status cannot carry this: it is 0 either way, and a terminal in between does not pass it on. So the mark is a
file in the service's runtime folder (systemd.exec(5), RUNTIME_DIRECTORY); `deploy/` looks for it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

NAME = "ended-by-staff"


def mark_ended(environment: Mapping[str, str] = os.environ) -> None:
    """Leave the mark, if there is a folder for it."""
    folder = environment.get("RUNTIME_DIRECTORY", "").split(":")[0]
    if folder:
        with suppress(OSError):
            (Path(folder) / NAME).touch()
