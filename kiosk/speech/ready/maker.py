"""The process that makes sound ahead, as the app sees it: it is started at rest, and killed when somebody comes.

Killing it is safe, because each file of the render cache is whole or missing, and gives its memory back at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from kiosk.speech.ready.made import Made, decode

COMMAND = (sys.executable, "-E", "-P", "-m", "kiosk", "render", "--at-rest")


class Maker:
    """One running process."""

    def __init__(
        self, on_made: Callable[[Made], object], options: Sequence[str] = (), command: Sequence[str] = COMMAND
    ) -> None:
        """Start the process; `on_made` takes what it tells, in a thread of its own. Raises OSError."""
        self._on_made = on_made
        self._process = subprocess.Popen(
            [*command, *options],
            stdin=subprocess.PIPE,  # it ends when this ends, so it never outlives the app
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
        threading.Thread(target=self._read, name="maker", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def status(self) -> int | None:
        """The exit status; None while it runs."""
        return self._process.poll()

    def kill(self) -> None:
        """End it at once; return without waiting."""
        self._process.kill()

    def _read(self) -> None:
        process = self._process
        assert process.stdout is not None
        assert process.stdin is not None
        with process.stdout as told, suppress(OSError):
            for line in told:
                made = decode(line)
                if made is not None:
                    self._on_made(made)
        process.wait()
        with suppress(OSError):
            process.stdin.close()
