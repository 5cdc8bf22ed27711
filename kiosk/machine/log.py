"""The log: to `KIOSK_LOG`, else the journal, else a file in the state folder; never to the terminal."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from kiosk.machine.paths import state_folder

MOST_BYTES = 1_000_000
"""Size at which a log file is rotated; one old file is kept."""


def set_up_log() -> None:
    """Send all log records to one place, or nowhere if it cannot be written."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        handler = _handler()
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.handlers = [handler]
    logging.raiseExceptions = False


def _handler() -> logging.Handler:
    named = os.environ.get("KIOSK_LOG")
    if not named and _stderr_is_journal():
        return logging.StreamHandler()
    path = Path(named) if named else state_folder() / "kiosk.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    return RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8")


def _stderr_is_journal() -> bool:
    """True if systemd has connected standard error to the journal (systemd.exec(5), JOURNAL_STREAM)."""
    try:
        status = os.fstat(2)
    except OSError:
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{status.st_dev}:{status.st_ino}"
