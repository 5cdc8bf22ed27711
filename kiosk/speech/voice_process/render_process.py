"""A slow voice in a process of its own, so that its model takes memory only while somebody is there.

Both ends of a pipe: `RenderProcess` asks, a JSON object a line; the process answers with a line, then the samples. A
crash of the model takes neither the voice process nor what sounds with it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from array import array
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kiosk.speech.ready.rendered import Rendered, Wanted
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.voice import VoiceError

COMMAND = (sys.executable, "-E", "-P", "-m", "kiosk.speech.voice_process.render_process")
_NO_ANSWER = (OSError, ValueError, KeyError, TypeError)
"""What reading the answer of a process that has ended, or is mad, raises."""


class RenderProcess:
    """One process with one voice."""

    def __init__(self, config: VoiceConfig) -> None:
        """Start it, and wait until its voice is loaded. Raises VoiceError if that fails."""
        options = ["--voice", config.engine, *(["--voice-file", str(config.file)] if config.file else [])]
        try:
            self._process = subprocess.Popen(
                [*COMMAND, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            assert self._process.stdout is not None
            fault = json.loads(self._process.stdout.readline())["fault"]
        except _NO_ANSWER as error:
            raise VoiceError("its process does not start") from error
        if fault:
            self.close()
            raise VoiceError(str(fault))

    def make(self, wanted: Wanted) -> Rendered | None:
        """Return the sound of `wanted`; None if the voice cannot say it. Raises VoiceError if the process has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(wanted).encode() + b"\n")
            self._process.stdin.flush()
            about = json.loads(self._process.stdout.readline())
            if about is None:
                return None
            size = 2 * int(about["samples"])
            content = self._process.stdout.read(size)
            if len(content) != size:
                raise ValueError("it was cut short")
            words = tuple((int(start), int(length), int(at)) for start, length, at in about["words"])
            return Rendered(array("h", content), int(about["rate"]), words)
        except _NO_ANSWER as error:
            raise VoiceError("its process has ended") from error

    def close(self) -> None:
        """End the process, from any thread; its memory is free at once."""
        self._process.kill()
        self._process.wait()


def main() -> int:
    """Make what is asked for until standard input ends."""
    from kiosk.machine.memory import block_memory_reads
    from kiosk.speech.voice_process.renderer import render
    from kiosk.speech.voice_process.voice import Voice

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voice", required=True)
    parser.add_argument("--voice-file", type=Path)
    options = parser.parse_args()
    block_memory_reads()
    with suppress(OSError, AttributeError):
        os.nice(1)  # the process that speaks goes first
    answers = _take_over_output()
    try:
        voice = Voice(engine=options.voice, file=options.voice_file)
    except VoiceError as error:
        _answer(answers, {"fault": str(error) or "it does not work"})
        return 1
    _answer(answers, {"fault": ""})
    for line in sys.stdin.buffer:
        rendered = render(voice, Wanted(*json.loads(line)))
        if rendered is None:
            _answer(answers, None)
        else:
            about = {"samples": len(rendered.samples), "rate": rendered.sample_rate, "words": rendered.words}
            _answer(answers, about, rendered.samples.tobytes())
    return 0


def _answer(answers: BinaryIO, about: object, content: bytes = b"") -> None:
    answers.write(json.dumps(about).encode() + b"\n" + content)
    answers.flush()


def _take_over_output() -> BinaryIO:
    """Return standard output for the answers alone; what libraries print goes nowhere."""
    own = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
    return own


if __name__ == "__main__":
    sys.exit(main())
