"""The shortest ways: seconds until the greeting has said how to go on, and presses and seconds of the main tasks.

Run `python -m bench.ways`. The greeting is made by the project's own voice, eSpeak NG, at the start speed. The tasks
run on a simulated clock: whatever is waited for is the scanning of one switch, and speech is taken as heard at once.
"""

from __future__ import annotations

from pathlib import Path

from bench.report import report
from kiosk.content.model.library import Library
from kiosk.content.model.sentences import sentence_spans
from kiosk.content.reader import read_content
from kiosk.locale.wordings import wordings
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice
from kiosk.terminal.key_map import BUILT_IN
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.action import Action
from tests.terminal.keypad import shipped
from tests.visit.session.test_few_keys import SWITCHES
from tests.visit.visitor import Visitor

SCAN_S = 3.0
STEP_S = 0.25
TASKS = {
    "open “When to seek care” from rest": ("Agree and have it read to me", "When to seek care"),
    "“I feel unwell” while a text is read": ("I feel unwell",),
    "hear the last sentence again": ("Say it again",),
}


def greeting_seconds(library: Library, keys: str, language: str) -> tuple[float, float]:
    """Seconds until the greeting has said how to go on, which is its second sentence, and until its last word."""
    texts = view_of(library, Grid(80, 24), language, wordings(["en", "es"]), shipped(keys).keys)
    greeting, voice = texts.sheets.greeting(), Voice(library.words)
    seconds = []
    for said in (greeting[: sentence_spans(greeting)[1][1]], greeting):
        recording = Recording()
        voice.speak(said, language, RATES_WPM[START_RATE], recording)
        seconds.append(len(recording.heard) / voice.sample_rate)
    return seconds[0], seconds[1]


def begun(library: Library, scan_s: float, task: str) -> Visitor:
    """A visitor at the beginning of a task: at rest, or while a text is read."""
    visitor = Visitor(library, Grid(80, 24), Machine(SWITCHES, scan_s=scan_s))
    if "rest" not in task:
        visitor.presses(Action.NEXT, Action.CHOOSE)
        visitor.take(visitor.attendant.visit.go_to("signs"))
        visitor.hears(3)
    return visitor


def by_two(library: Library, task: str) -> int:
    """Presses of two switches."""
    visitor, presses = begun(library, 0.0, task), 1
    visitor.presses(Action.NEXT)
    for label in TASKS[task]:
        while visitor.focus != label:
            visitor.presses(Action.NEXT)
            presses += 1
        visitor.presses(Action.CHOOSE)
        presses += 1
    return presses


def by_one(library: Library, task: str) -> tuple[int, float]:
    """Presses and seconds of one switch."""
    visitor, presses = begun(library, SCAN_S, task), 1
    start = visitor.now
    visitor.presses(Action.CHOOSE)
    for label in TASKS[task]:
        visitor.now += 1.0  # a switch that is held down is one press
        visitor.hears_all()
        while visitor.focus != label:
            visitor.waits(STEP_S)
        visitor.presses(Action.CHOOSE)
        presses += 1
    return presses, visitor.now - start


def main() -> None:
    """Prints the table."""
    library = read_content(Path(__file__).parent.parent / "content").library
    assert library is not None
    for keys in BUILT_IN:
        for language in ("en", "es"):
            key_sentence, whole = greeting_seconds(library, keys, language)
            report(f"greeting, {keys}, {language}: until how to go on", [key_sentence], "s")
            report(f"greeting, {keys}, {language}: whole", [whole], "s")
    for task in TASKS:
        presses, seconds = by_one(library, task)
        report(f"{task}: two switches", [by_two(library, task)], "presses")
        report(f"{task}: one switch", [presses], "presses")
        report(f"{task}: one switch, simulated clock", [seconds], "s")


if __name__ == "__main__":
    main()
