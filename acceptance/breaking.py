"""What breaks is started again: by the kiosk itself, and where that cannot, by systemd."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

from acceptance.evening import FIRST, UNIT, Evening
from acceptance.failed import StepFailedError
from acceptance.machine import wait_for
from acceptance.processes import app_of, restarts, session_of, supervisor_of, voice_of

TAKEN_BY_SYSTEMD_S = 150.0
"""WatchdogSec is 90; after that systemd has to end what hangs."""


def look_into_memory(evening: Evening) -> str:
    """Who may look into the memory of what knows a visit: if nobody, the kernel gives its files in /proc to root."""
    told = []
    for name, number in (("app", app_of(evening)), ("voice", voice_of(evening))):
        place = Path(f"/proc/{number}")
        user = int((place / "status").read_text().partition("Uid:")[2].split()[0])
        owner = (place / "environ").stat().st_uid
        most = int((place / "limits").read_text().partition("Max core file size")[2].split()[0])
        if user == 0 or owner != 0 or most > 1:
            raise StepFailedError(f"the {name} of user {user}: owner {owner}, largest core dump {most} bytes")
        told.append(name)
    return f"{' and '.join(told)}: not even their own user; core dumps of 1 byte at most"


def kill_app(evening: Evening) -> str:
    """A fault of memory in the middle of a visit."""
    evening.agree()
    os.kill(app_of(evening), signal.SIGSEGV)
    seconds = evening.screen.wait_for(FIRST)
    if restarts(evening) != 0:
        raise StepFailedError("systemd has started it again, and not the kiosk itself")
    names = (name.rpartition("/")[2] for name in evening.disk.files("var/lib/kiosk", "srv", "root", "opt"))
    if cores := [name for name in names if re.fullmatch(r"core(\.\d+)?", name)]:
        raise StepFailedError(f"memory was dumped: {', '.join(cores)}")
    return f"“{FIRST}” again, seen after {seconds:.1f} s; systemd had nothing to do; no core dump"


def kill_session(evening: Evening) -> str:
    """The first process of the unit is killed, with which all others go."""
    os.kill(session_of(evening), signal.SIGKILL)
    wait_for(lambda: restarts(evening) == 1, 60, lambda: f"restarts: {restarts(evening)}")
    seconds = evening.screen.wait_for(FIRST, seconds=60)
    return f"Restart=always: “{FIRST}” again, seen after {seconds:.1f} s; restarts: 1"


def hang(evening: Evening) -> str:
    """The supervisor is stopped, so that nobody tells systemd any more that a key would be answered."""
    begun = time.monotonic()
    os.kill(supervisor_of(evening), signal.SIGSTOP)
    wait_for(lambda: restarts(evening) == 2, TAKEN_BY_SYSTEMD_S, lambda: f"restarts: {restarts(evening)}")
    seconds = time.monotonic() - begun
    evening.screen.wait_for(FIRST, seconds=60)
    if "Watchdog timeout" not in evening.machine.call("journalctl", "-b", "-u", UNIT, "--no-pager", "--quiet"):
        raise StepFailedError("it was not the watchdog that has ended it")
    return f"the watchdog (90 s) ended it, and it was started again {seconds:.0f} s after the stop; “{FIRST}”"
