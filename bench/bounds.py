"""What must never keep a visitor waiting, whatever it is given: each beside the most that it may take.

Run `python -m bench.bounds`. The ratio is the worst measured to the most allowed: above 1 it is too slow. Only on a
machine with nothing else to do is that a fault.
"""

from __future__ import annotations

import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk.speech.narrator.voice_link import VoiceLink

from bench.report import report
from kiosk.speech.players.pipe_player import PipePlayer
from kiosk.speech.spoken.spoken_form import spoken_form
from tests.content.parsing.test_any_bytes import BOMBS, FULL_SIZE
from tests.content.sample_clinic import sample
from tests.speech.spoken.test_spoken_form import HUGE

RUNS = 30
SENTENCE = "Call your care team on 555-0142 if you have a fever of 100.4 °F (38 °C) or more, by day or night."
RATE = 8000
"""Samples a second of the player."""
DEAF = (sys.executable, "-S", "-c", "import time\ntime.sleep(60)")
"""A voice process that never reads what it is sent."""


def took_ms(call: Callable[[], object]) -> float:
    """Milliseconds that `call` takes."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def tell(name: str, values: list[float], most: float) -> None:
    """One line; `most` is what is allowed, in ms."""
    report(f"{name} (≤ {most:g} ms)", values, ratio=max(values) / most)


def spoken() -> None:
    """Making the spoken form of a sentence, and of texts that nobody would write."""
    spoken_form(SENTENCE)
    best = min(took_ms(lambda: spoken_form(SENTENCE)) for _ in range(RUNS))
    tell("spoken form of a sentence, best of 30", [best], 0.6)
    tell("spoken form of a huge text", [took_ms(partial(spoken_form, text)) for text in HUGE], 1000)


def flush() -> None:
    """Silencing the player that feeds a program."""
    values = []
    for _ in range(RUNS):
        player = PipePlayer(RATE, {"cat": ()})
        player.write(array("h", [1000] * RATE * 4))
        while not player.played:
            time.sleep(0.002)
        values.append(took_ms(player.flush))
        player.close()
    tell("flush of the pipe player", values, 50)


def send_all(link: VoiceLink) -> None:
    """More than the pipe to the voice holds."""
    line = b'{"do":"hush"}\n' * 1000
    for _ in range(200):
        link.send(line)


def voice_link() -> None:
    """Sending commands to a voice that hangs, and ending it."""
    sends, closes = [], []
    for _ in range(RUNS):
        link = VoiceLink(lambda *_: None, lambda *_: None, command=DEAF)
        sends.append(took_ms(partial(send_all, link)))
        closes.append(took_ms(link.close))
    tell("200 messages to a voice that hangs", sends, 1000)
    tell("end of a voice that hangs", closes, 500)


def content() -> None:
    """Reading files that are made to exhaust the kiosk."""
    with tempfile.TemporaryDirectory() as name:
        folder = sample(Path(name))
        values = []
        for bomb in BOMBS.values():
            folder.write("en/signs.yaml", bomb.encode()[:FULL_SIZE])
            values.append(took_ms(folder.read))
        tell("content with a file made to exhaust", values, 1000)


def main() -> None:
    """Prints a line for each."""
    spoken()
    flush()
    voice_link()
    content()


if __name__ == "__main__":
    main()
