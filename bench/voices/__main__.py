"""`python -m bench.voices [espeak piper …]`: word errors, speeds and pitches of each voice that is installed."""

from __future__ import annotations

import random
import sys
from statistics import median

from bench.voices.page_recogniser import PageRecogniser, word_errors
from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.machine.paths import content_folder
from kiosk.speech.engines import ENGINES
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from tests.sound.room import in_a_room
from tests.speech.measuring import pitches, sentences, words_in

HEARD_AT_WPM = (RATES_WPM[START_RATE], 125, 200)
SENTENCES = 60
"""So many, taken at random, are measured at each speed."""
VOICE_HZ = (60, 400)
"""Where the pitch of a woman's or a man's voice is looked for."""
MOST_ERRORS = 0.04
"""Of the words of a page."""


def hear(name: str, voice: Voice, library: Library, wpm: int) -> None:
    """Prints how many words of each English page a recogniser takes for others."""
    recogniser = PageRecogniser(library, voice.sample_rate)
    errors = words = 0
    pages: dict[str, float] = {}
    for page, known in recogniser.pages():
        recogniser.choose_among(known)
        wrong = 0
        for said, text in known.items():
            recording = Recording()
            voice.speak(text, "en", wpm, recording)
            wrong += word_errors(said, recogniser.hear(in_a_room(recording.heard, voice.sample_rate)))
        own = sum(map(len, known))
        errors, words, pages[page] = errors + wrong, words + own, wrong / own
    over = sorted(page for page, share in pages.items() if share > MOST_ERRORS)
    told = f"{100 * errors / words:.1f} % of {words} words, more than 4 % on {len(over)} of {len(pages)} pages"
    print(f"{name} at {wpm}: {told} {', '.join(over)}", flush=True)  # noqa: T201


def pace(name: str, voice: Voice, library: Library, wpm: int) -> None:
    """Prints words a minute and pitch."""
    texts = sentences(library, "en")
    random.Random(1).shuffle(texts)
    recording = Recording()
    for text in texts[:SENTENCES]:
        voice.speak(text, "en", wpm, recording)
    words = sum(words_in(text, library, "en") for text in texts[:SENTENCES])
    measured = words / (len(recording.heard) / voice.sample_rate) * 60
    pitch = median(pitches(recording.heard, voice.sample_rate, VOICE_HZ))
    print(f"{name} at {wpm}: {measured:.1f} words a minute, {pitch:.1f} Hz", flush=True)  # noqa: T201


def main() -> None:
    """Measures the voices that are named, or all that work here."""
    library = read_content(content_folder()).library
    assert library is not None, "the content cannot be used"
    for name in sys.argv[1:] or ENGINES:
        try:
            voice = Voice(library.words, name)
        except VoiceError as error:
            print(f"{name}: {error}")  # noqa: T201
            continue
        for wpm in HEARD_AT_WPM:
            hear(name, voice, library, wpm)
        for wpm in RATES_WPM:
            pace(name, voice, library, wpm)


if __name__ == "__main__":
    main()
