"""Launches the kiosk: the supervisor stays behind with few modules loaded, the app runs in its own process."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.machine.cannot_start import CannotStartError
from kiosk.terminal.streams import at_terminal

if TYPE_CHECKING:
    from kiosk.supervision.supervisor_socket import SupervisorSocket


def launch(content: Path | None = None, device_file: Path | None = None, language: str = "") -> int:
    """Run the kiosk until it is ended; return its exit status.

    Raises CannotStartError if the language, the device settings or the terminal cannot be used.
    """
    # These make Textual log keys, press keys, run another driver or ignore the real window size.
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in ("COLUMNS", "LINES")]:
        del os.environ[name]
    if not (at_terminal(sys.stdin) and at_terminal(sys.stdout)):
        sentence = "The kiosk needs a terminal. Start it in a terminal window or on a console."
        raise CannotStartError(sentence, status=2)
    # Fork before anything large is loaded, so that the supervisor stays small and has little that can fail.
    supervisor = _supervise()
    # Garbage collection during loading finds nothing but delays the first page; `start` runs it later.
    gc.disable()
    try:
        from kiosk.startup.start import start

        return start(content, device_file, language, supervisor)
    except CannotStartError as error:
        if supervisor is None or not supervisor.restarted:
            if supervisor:
                supervisor.leave()
            raise
        return _log_fault("the kiosk cannot start again: %s", error)
    except Exception as fault:
        if supervisor is None:
            raise
        return _log_fault("the kiosk cannot start: %s", fault)


def _log_fault(sentence: str, fault: Exception) -> int:
    """Log the error, which must not appear on the screen. Returns the exit status."""
    import logging

    from kiosk.machine.log import set_up_log

    set_up_log()
    logging.getLogger(__name__).error(sentence, fault, exc_info=fault)
    return 1


def _supervise() -> SupervisorSocket | None:
    """Fork the app, if the system can; everything after this runs in the app's process."""
    if os.name != "posix":
        return None
    from kiosk.supervision.supervisor import supervise

    return supervise()
