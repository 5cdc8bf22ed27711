"""Measures speech: words a minute, and the pitch."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from operator import mul

from kiosk.content.model.library import Library
from kiosk.speech.spoken.spoken_form import spoken_form
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.trail import Place

PITCHES_HZ = (60, 220)
"""Where the pitch of a man's voice is looked for."""
FRAME_S = 0.04
"""Seconds over which the pitch is taken for steady: at least two periods of the lowest one."""
DECIMATION = 4
"""Every so many samples become one: the pitch is far below what is lost."""
VOICED = 0.8
"""Correlation of a frame with its next period from which it counts as voiced."""
AUDIBLE = 300
"""Mean level (of ±32,767) from which a frame is measured."""


def sentences(library: Library, language: str) -> list[str]:
    """Every sentence of the shipped topics, once, as the voice gets it."""
    view = view_of(library, Grid(80, 24), language)
    pages = [
        view.page(Place(name, number)) for name in library.topics[language] for number in range(len(view.cut(name)[1]))
    ]
    return list(dict.fromkeys(page.sentence(unit) for page in pages for unit in page.units))


def words_in(text: str, library: Library, language: str) -> int:
    """The words that a listener hears: those of the spoken form."""
    spoken = spoken_form(text, language, library.words).text
    return sum(any(sign.isalnum() for sign in word) for word in spoken.split())


def words_a_minute(voice: Voice, texts: list[str], library: Library, language: str, rate: int) -> float:
    """Words a minute within sentences, at what the voice calls `rate`; pauses between them do not count."""
    words = samples = 0
    for text in texts:
        recording = Recording()  # of each: all of them together would take some hundred MB
        voice.speak(text, language, rate, recording)
        samples += len(recording.heard)
        words += words_in(text, library, language)
    return words / (samples / voice.sample_rate) * 60


def pitches(samples: array[int], sample_rate: int, between_hz: tuple[int, int] = PITCHES_HZ) -> Iterator[float]:
    """The pitch of each voiced frame in Hz: the delay at which the frame is most like what follows it."""
    signal = [sum(samples[at : at + DECIMATION]) for at in range(0, len(samples) - DECIMATION, DECIMATION)]
    rate = sample_rate / DECIMATION
    size, shortest, longest = int(FRAME_S * rate), int(rate / between_hz[1]), int(rate / between_hz[0])
    for at in range(0, len(signal) - size - longest - 1, size):
        frame = signal[at : at + size]
        energy = sum(map(mul, frame, frame))
        if energy < size * (AUDIBLE * DECIMATION) ** 2:
            continue
        alike = []
        for delay in range(shortest - 1, longest + 2):
            later = signal[at + delay : at + delay + size]
            alike.append(sum(map(mul, frame, later)) / (energy * sum(map(mul, later, later)) + 1) ** 0.5)
        best = max(range(1, len(alike) - 1), key=alike.__getitem__)
        if alike[best] >= VOICED:
            # The top of a parabola through the best delay and its neighbours.
            before, top, after = alike[best - 1 : best + 2]
            bend = before - 2 * top + after
            yield rate / (shortest - 1 + best + (0.5 * (before - after) / bend if bend else 0))
