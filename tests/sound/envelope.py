"""Compares what was heard with what a voice would say, by how loud it is from moment to moment."""

from __future__ import annotations

from array import array
from math import sqrt

from kiosk.speech.players.clear_speech import cleared
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice

FRAME_S = 0.02
SHIFTS = range(-4, 5)
"""Frames by which the beginnings may differ."""


def envelope(samples: array[int], sample_rate: int) -> list[float]:
    """How loud each frame is."""
    size = int(FRAME_S * sample_rate)
    return [sqrt(sum(s * s for s in samples[at : at + size]) / size) for at in range(0, len(samples) - size + 1, size)]


def spoken(voice: Voice, text: str, language: str, rate_wpm: int) -> list[float]:
    """The envelope of `text` as `voice` says it, and as the loudspeaker has it."""
    recording = Recording()
    voice.speak(text, language, rate_wpm, recording)
    return envelope(cleared(recording.heard, voice.sample_rate), voice.sample_rate)


def likeness(heard: list[float], expected: list[float]) -> float:
    """How alike two envelopes are: 1 where one is the other, louder or quieter; 0 where their lengths differ much."""
    if not heard or not 0.9 < len(heard) / len(expected) < 1.1:
        return 0.0
    return max(_correlation(heard[max(0, by) :], expected[max(0, -by) :]) for by in SHIFTS)


def _correlation(one: list[float], other: list[float]) -> float:
    count = min(len(one), len(other))
    one, other = one[:count], other[:count]
    mean_one, mean_other = sum(one) / count, sum(other) / count
    products = sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    squares = sum((a - mean_one) ** 2 for a in one) * sum((b - mean_other) ** 2 for b in other)
    return products / sqrt(squares) if squares else 0.0
