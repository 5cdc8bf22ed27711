"""The same sentence by others, in the same run: from the call to the first sound on the same null sink.

Each ratio is to the kiosk's own menu item, where that was measured in this run.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time

from bench.keys import MENU_ITEM
from bench.own_server import own_server
from bench.report import median, report
from tests.sound.sound_server import SoundServer

RUNS = 10
SENTENCE = "The signs. 2 of 8."
STOCK = """
import sys, pyttsx3
engine = pyttsx3.init("espeak")
engine.say(sys.argv[1])
engine.runAndWait()
"""
"""pyttsx3 as its own documents show it: its driver plays through aplay."""


def first_sound(server: SoundServer, command: tuple[str, ...]) -> float | None:
    """Milliseconds from the call to the first sound; None where nothing was heard within 10 s."""
    at = server.now
    begun = time.monotonic()
    environment = {**os.environ, **server.environment}
    speaker = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        first = server.wait_for_sound(at, seconds=10)
        return (server.time_of(first) - begun) * 1000
    except AssertionError:
        return None
    finally:
        speaker.kill()
        speaker.wait()
        server.wait_for_silence()


def main() -> None:
    """Prints a line for each peer that is installed."""
    peers = {
        "espeak-ng, a call each": ("espeak-ng", SENTENCE),
        "spd-say, through speech-dispatcher": ("spd-say", "--wait", SENTENCE),
        "pyttsx3 as it comes": (sys.executable, "-P", "-c", STOCK, SENTENCE),
    }
    with own_server() as server:
        for name, command in peers.items():
            if not shutil.which(command[0]):
                print(f"{name}: not installed here")  # noqa: T201
                continue
            times = [first_sound(server, command) for _ in range(RUNS)]
            heard = [each for each in times if each is not None]
            if heard:
                own = median(MENU_ITEM)
                report(f"call to first sound, {name}", heard, ratio=own and statistics.median(heard) / own)
            else:
                print(f"{name}: nothing was heard")  # noqa: T201


if __name__ == "__main__":
    main()
