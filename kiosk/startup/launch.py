"""Launches the kiosk: the supervisor stays behind with as little as it needs, the app starts in its own process."""

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
    """Shows the kiosk until it is ended; returns its exit status.

    Raises CannotStartError when the language, the device settings or the terminal are not fit.
    """
    # Textual would log keys, take keys from the environment, run another driver, or not see the real window size.
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in ("COLUMNS", "LINES")]:
        del os.environ[name]
    if not (at_terminal(sys.stdin) and at_terminal(sys.stdout)):
        sentence = "The kiosk needs a terminal. Start it in a terminal window or on a console."
        raise CannotStartError(sentence, status=2)
    supervisor = _supervise()
    # While everything is being loaded a collection finds nothing, and is felt; `start` has it done later.
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
    """Nobody at the screen is to see it. Returns the status to end with."""
    import logging

    from kiosk.machine.log import set_up_log

    set_up_log()
    logging.getLogger(__name__).error(sentence, fault, exc_info=fault)
    return 1


def _supervise() -> SupervisorSocket | None:
    """From here on in the app's own process, where this system has such a thing."""
    if os.name != "posix":
        return None
    from kiosk.supervision.supervisor import supervise

    return supervise()
