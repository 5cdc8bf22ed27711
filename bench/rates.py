"""How fast the voice speaks at each of the seven rates, and whether its pitch stays, over all sentences of the topics.

Run `python -m bench.rates`. Words a minute within sentences; the ratio is to what was asked for. Pitch over a few
sentences; the ratio is to that at the start.
"""

from __future__ import annotations

import statistics

from bench.report import report
from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from tests.pty.terminal import ROOT
from tests.speech.measuring import pitches, sentences, words_a_minute

PITCHED = 12
"""Sentences whose pitch is measured."""


def pitch(voice: Voice, texts: list[str], language: str, rate: int) -> float:
    """Median pitch in Hz."""
    recording = Recording()
    for text in texts:
        voice.speak(text, language, rate, recording)
    return statistics.median(pitches(recording.heard, voice.sample_rate))


def measure(library: Library, language: str) -> None:
    """All rates in one language."""
    voice = Voice(library.words)
    texts = sentences(library, language)
    some = texts[:: max(1, len(texts) // PITCHED)][:PITCHED]
    usual = pitch(voice, some, language, RATES_WPM[START_RATE])
    for rate in RATES_WPM:
        spoken = words_a_minute(voice, texts, library, language, rate)
        report(f"{language}: words a minute at {rate}, {len(texts)} sentences", [spoken], "wpm", ratio=spoken / rate)
        hertz = pitch(voice, some, language, rate)
        report(f"{language}: pitch at {rate}, {len(some)} sentences", [hertz], "Hz", ratio=hertz / usual)


def main() -> None:
    """Prints two lines for each rate."""
    library = read_content(ROOT / "content").library
    assert library is not None
    for language in library.clinic.languages:
        measure(library, language)


if __name__ == "__main__":
    main()
