"""Starts the voice process, writes lines to it and reads its reports."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from kiosk.speech.messages import Report, decode_report

START_COMMAND = (sys.executable, "-E", "-P", "-m", "kiosk.speech.voice_process")
BLOCK = 65_536
"""Bytes read at once."""
PIPE_BYTES = 1_048_576
"""The most that Linux gives to a program without privileges (`/proc/sys/fs/pipe-max-size`)."""


class VoiceClient:
    """One running voice process. Nothing ever waits for it: a voice that takes no commands is as good as dead."""

    def __init__(
        self,
        on_report: Callable[[VoiceClient, Report], None],
        on_end: Callable[[VoiceClient], None],
        options: Sequence[str] = (),
        command: Sequence[str] = START_COMMAND,
    ) -> None:
        """Start the process. Both callbacks come from the client's own thread.

        Raises OSError if the process cannot be started.
        """
        self._on_report = on_report
        self._on_end = on_end
        self._process = subprocess.Popen(
            [*command, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            # A key such as Ctrl+C on the terminal is not for the voice.
            start_new_session=os.name == "posix",
        )
        assert self._process.stdin is not None
        if os.name == "posix":
            os.set_blocking(self._process.stdin.fileno(), False)
            _widen(self._process.stdin.fileno())
        self._reader = threading.Thread(target=self._read, name="voice-reports", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def send(self, lines: bytes) -> bool:
        """Write whole lines; return False if the voice does not take them and must be replaced."""
        assert self._process.stdin is not None
        try:
            return os.write(self._process.stdin.fileno(), lines) == len(lines)
        except (OSError, ValueError):
            return False

    def close(self) -> None:
        """End the process at once."""
        self._on_end = lambda client: None
        self._process.kill()
        assert self._process.stdin is not None
        with suppress(OSError):  # a pipe that broke before holds nothing
            self._process.stdin.close()

    def _read(self) -> None:
        """Read until the process has ended. Only here it is waited for, and only here its reports are closed."""
        assert self._process.stdout is not None
        buffered = b""
        with self._process.stdout as reports, suppress(OSError):
            while block := os.read(reports.fileno(), BLOCK):
                *lines, buffered = (buffered + block).split(b"\n")
                for line in lines:
                    report = decode_report(line)
                    if report is not None:
                        self._on_report(self, report)
        self._process.kill()  # without reports it is useless
        self._process.wait()
        self._on_end(self)


def _widen(pipe: int) -> None:
    """Make room for all sentences of the longest page: on a huge screen they do not fit into the usual 64 KiB."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # the system allows less: it is enough for most pages
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
