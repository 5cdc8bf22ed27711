"""Work of the kiosk's own while nobody is there: aside from everything else, and over with the app."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path

from kiosk.machine.memory import block_memory_reads
from kiosk.speech.ready.made import Made, encode

LEAST = 19
"""The lowest priority (`nice`)."""
FIRST_TO_GO = "1000"
"""Where memory runs out, this process ends, and no other (proc_pid_oom_score_adj(5))."""


def lower_priority() -> None:
    """Work only when the machine has nothing else to do, on one core, and end as soon as standard input does."""
    block_memory_reads()
    with suppress(OSError, AttributeError):
        os.nice(LEAST)
    with suppress(OSError, AttributeError):
        # Its reading and writing wait for all others' too: the priority for disks follows from this (ioprio_set(2)).
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    with suppress(OSError, AttributeError):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO)
    threading.Thread(target=_end_with_app, daemon=True).start()


def tell_app(made: Made) -> None:
    """Write a message to the app; end the process if that is gone."""
    try:
        os.write(sys.stdout.fileno(), encode(made))
    except OSError:
        os._exit(0)


def _end_with_app() -> None:
    while os.read(0, 1024):
        pass
    os._exit(0)
