"""Whether a voice keeps to its speeds, and its pitch with them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from kiosk.content.model.library import Library
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice
from tests.speech.measuring import pitches, words_in

VOICE_HZ = (60, 400)
"""Where the pitch of a woman's or a man's voice is looked for."""


class Speed(NamedTuple):
    """What was measured at one speed."""

    wpm: float
    """Words a minute."""
    pitch_hz: float


def speed(voice: Voice, library: Library, language: str, texts: Sequence[str], wpm: int) -> Speed:
    """Return what `texts` sound like at what the voice calls `wpm`."""
    recording = Recording()
    for text in texts:
        voice.speak(text, language, wpm, recording)
    words = sum(words_in(text, library, language) for text in texts)
    pitch = median(pitches(recording.heard, voice.sample_rate, VOICE_HZ))
    return Speed(words / (len(recording.heard) / voice.sample_rate) * 60, pitch)
