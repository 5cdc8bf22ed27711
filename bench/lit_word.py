"""Measures how far the lit word is from its sound, through the whole kiosk.

Run `python -m bench.lit_word`. The terminal tells when a word is lit, the recording when its utterance sounds, and the
voice where in the utterance the word begins. Errors are without a sign, in ms; the recording's own is some 3 to 5 ms.
"""

from __future__ import annotations

import time
from array import array
from itertools import pairwise
from operator import mul

from bench.own_server import own_server
from bench.report import report
from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice
from kiosk.ui.themes import themes_for
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.action import Action
from tests.pty.terminal import KIOSK, ROOT, Terminal
from tests.sound.sound_server import RATE, SoundServer

SEARCH_HZ = 4_000
"""Samples a second at which an utterance is looked for in the recording: a quarter of a millisecond each."""
TEMPLATE_S = 0.4
"""How much of its beginning is looked for."""
AROUND_S = 0.08
"""How far from there the whole of it is looked for."""
BETWEEN_S = 2.5
"""The longest that may lie between the beginning of the search and that of the utterance."""
TITLE_S = 12.0
"""Within so long the title has been said, whose words are not lit."""


class Told(Recording):
    """What a voice tells of one utterance: its samples, and where each word begins."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[tuple[int, int, int]] = []

    def word(self, start: int, length: int, at_sample: int) -> None:
        """See `SampleSink`."""
        self.words.append((start, length, at_sample))


def resampled(samples: array[int], rate: int, to: int) -> list[float]:
    """The same sound with `to` samples a second: the mean of what falls into each."""
    edges = [at * rate // to for at in range(len(samples) * to // rate + 1)]
    return [sum(samples[a:b]) / (b - a) for a, b in pairwise(edges)]


def best_shift(template: list[float], heard: list[float]) -> int:
    """Where in `heard` it is most like `template`."""
    size = len(template)
    power = sum(map(mul, heard[:size], heard[:size]))
    best, where = 0.0, 0
    for at in range(len(heard) - size):
        likeness = sum(map(mul, template, heard[at : at + size])) / (power + 1.0) ** 0.5
        if likeness > best:
            best, where = likeness, at
        power += heard[at + size] ** 2 - heard[at] ** 2
    return where


def lit(terminal: Terminal) -> str:
    """The word that is lit on the screen: in its colour, which the choice in focus alone has too."""
    colour = themes_for("truecolor", {})[0].variables["page-word"].removeprefix("#")
    rows = terminal.screen.buffer
    return "".join(
        rows[y][x].data
        for y, row in enumerate(terminal.screen.display)
        for x in range(terminal.screen.columns)
        if "▶" not in row and rows[y][x].reverse and colour in (rows[y][x].fg, rows[y][x].bg)
    ).strip()


def utterances(library: Library, keys: list[Action]) -> tuple[Utterance, ...]:
    """What is said after the last of `keys`."""
    attendant = Attendant(library, Grid(80, 24), 0.0)
    for key in keys:
        reply = attendant.act(key, 0.0)
    return reply.say


def watch(terminal: Terminal) -> list[tuple[float, str]]:
    """When which word became lit, until no other one is for three seconds."""
    seen: list[tuple[float, str]] = []
    end = time.monotonic() + TITLE_S
    while time.monotonic() < end:
        if not terminal.read(0.05):
            continue
        word = lit(terminal)
        if word and (not seen or seen[-1][1] != word):
            seen.append((terminal.came, word))
            end = time.monotonic() + 3
    return seen


def errors(library: Library, said: tuple[Utterance, ...], server: SoundServer, at: int,
           seen: list[tuple[float, str]]) -> list[float]:  # fmt: skip
    """For each word that was lit: how many ms that was from its sound, later ones positive."""
    voice = Voice(library.words)
    found, pointer = [], 0
    for utterance in said:
        told = Told()
        voice.speak(utterance.say or utterance.text, utterance.language, RATES_WPM[START_RATE], told)
        whole = resampled(told.heard, voice.sample_rate, SEARCH_HZ)
        heard = resampled(server.samples[at : at + int(BETWEEN_S * RATE)], RATE, SEARCH_HZ)
        begins = at + best_shift(whole[: int(TEMPLATE_S * SEARCH_HZ)], heard) * RATE // SEARCH_HZ
        # A vowel is as like itself a period of the voice later; the whole utterance is not.
        early = begins - int(AROUND_S * RATE)
        late = begins + int(AROUND_S * RATE) + len(told.heard) * RATE // voice.sample_rate
        heard = resampled(server.samples[early:late], RATE, SEARCH_HZ)
        begins = early + best_shift(whole, heard) * RATE // SEARCH_HZ
        at = begins + len(told.heard) * RATE // voice.sample_rate
        if utterance.unit is None:
            continue
        for start, length, sample in told.words:
            text = utterance.text[start : start + length]
            later = [n for n in range(pointer, len(seen)) if seen[n][1] == text]
            if later:
                pointer = later[0] + 1
                sounds = server.time_of(begins + sample * RATE // voice.sample_rate)
                found.append((seen[later[0]][0] - sounds) * 1000)
    return found


def main() -> None:
    """Prints the error over one page of the signs."""
    library = read_content(ROOT / "content").library
    assert library is not None
    said = utterances(library, [Action.OTHER, Action.CHOOSE, Action.PICK_2])
    with own_server() as server:
        device = server.folder / "device.yaml"
        device.write_text("text-size: plain\n")
        with Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment) as terminal:
            terminal.wait_for("Before you start")
            terminal.settle(0.5)
            terminal.send(" \r")
            server.wait_for_sound(0)
            terminal.settle(0.5)
            at = server.now
            terminal.send("2")
            seen = watch(terminal)
            found = errors(library, said, server, at, seen)
    report("lit word, from its sound", [abs(error) for error in found])
    report("lit word, after its sound (before: negative)", found)


if __name__ == "__main__":
    main()
