"""`make voices`: word errors, naturalness, speeds and pitches of each voice that is installed.

`PYTHONPATH=. build/voices/bin/python -P -m bench.voices --voice hibari --language en` measures one. Ends with 1 if a
limit is not kept, or if a voice that must keep one is missing.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator

from bench.voices.hearing import Room, naturalness
from bench.voices.limits import CONDITIONS, JUDGED, faults
from bench.voices.naturalness import Naturalness
from bench.voices.recogniser import Recogniser
from bench.voices.sound import Floats, at_rate
from bench.voices.speeds import speed
from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.machine.paths import content_folder
from kiosk.speech.engines import ENGINES
from kiosk.speech.players.clear_speech import cleared
from kiosk.speech.spoken.spoken_form import spoken_form
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from tests.speech.measuring import sentences

START_WPM = RATES_WPM[START_RATE]
HEARD_AT_WPM = (START_WPM, 200)
SENTENCES = 40
"""So many, taken at random, are heard at each speed: some 400 words."""
LEAST_WORDS = 4
"""Of a sentence; a shorter one gives nobody a context."""


def chosen(library: Library, language: str, count: int) -> list[str]:
    """Return sentences of the topics, the same ones each time."""
    texts = [text for text in sentences(library, language) if len(text.split()) >= LEAST_WORDS]
    random.Random(1).shuffle(texts)
    return texts[:count]


def spoken(voice: Voice, language: str, texts: list[str], wpm: int, clear: bool) -> Iterator[tuple[str, Floats]]:
    """Yield the words of each text, as they are spelled, and what the player would play."""
    for text in texts:
        recording = Recording()
        voice.speak(text, language, wpm, recording)
        played = cleared(recording.heard, voice.sample_rate) if clear else recording.heard
        yield spoken_form(text, language).text, at_rate(played, voice.sample_rate)


def measure(room: Room, judge: Naturalness, name: str, voice: Voice, library: Library, language: str) -> list[str]:
    """Print the rows of one voice in one language; return what does not reach the limits."""
    found: list[str] = []
    texts = chosen(library, language, SENTENCES)
    for wpm in HEARD_AT_WPM:
        for clear in (False, True):
            said = list(spoken(voice, language, texts, wpm, clear))
            wrong = {condition: room.hear(said, condition) for condition in CONDITIONS}
            natural = naturalness(judge.judge, said)
            shares = " | ".join(f"{each.share:.1f}" for each in wrong.values())
            words = next(iter(wrong.values())).words
            row = f"| {name}, {language}, {wpm}, {'clear speech' if clear else 'as made'} | {shares} | {natural:.2f} |"
            print(row, f"{words} words", flush=True)  # noqa: T201
            if clear and wpm == START_WPM and JUDGED.get(language) == name:
                found += faults(language, {condition: each.share for condition, each in wrong.items()}, natural)
    for wpm in RATES_WPM:
        measured = speed(voice, library, language, texts, wpm)
        print(f"{name}, {language}, at {wpm}: {measured.wpm:.1f} words a minute, {measured.pitch_hz:.1f} Hz")  # noqa: T201
    return found


def main() -> None:
    """Measure the voices that are named, or all that work here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voice", action="append", choices=ENGINES, help="an engine; by default all")
    parser.add_argument("--language", action="append", help="a language; by default all that the kiosk has")
    options = parser.parse_args()
    library = read_content(content_folder()).library
    assert library is not None, "the content cannot be used"
    recogniser, judge = Recogniser(), Naturalness()
    rooms = {language: Room(recogniser, language) for language in options.language or library.clinic.languages}
    found: list[str] = []
    missing = {(language, name) for language, name in JUDGED.items() if language in rooms and not options.voice}
    print("| Voice, language, words a minute |", " | ".join(CONDITIONS), "| DistillMOS |")  # noqa: T201
    for name in options.voice or ENGINES:
        try:
            voice = Voice(library.words, name)
        except VoiceError as error:
            print(f"{name}: {error}")  # noqa: T201
            continue
        for language, room in rooms.items():
            if language in (ENGINES[name].voices or "en"):
                missing.discard((language, name))
                found += measure(room, judge, name, voice, library, language)
    found += [f"{language}: {name} is not installed" for language, name in sorted(missing)]
    for fault in found:
        print("TOO BAD:", fault)  # noqa: T201
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
