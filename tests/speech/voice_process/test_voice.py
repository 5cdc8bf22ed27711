"""The voice: sound from its first sample to its last, and words that lie in the text."""

from __future__ import annotations

import threading
import time
from array import array
from pathlib import Path

import pytest

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import (
    LEAD_MS,
    QUIET,
    TAIL_MS,
    NoVoiceError,
    Voice,
    VoiceError,
    first_sound,
    last_sound,
)

TEXT = "Call your care team on 555-0142 if you have a fever of 100.4 °F (38 °C) or more."


class Ordered(Recording):
    """Knows whether a word came before any sound."""

    def __init__(self) -> None:
        super().__init__()
        self.told_before_sound = False

    def word(self, start: int, length: int, at_sample: int) -> None:
        self.told_before_sound = self.told_before_sound or not self.heard
        super().word(start, length, at_sample)


@pytest.fixture(scope="module")
def voice() -> Voice:
    return Voice()


def spoken(voice: Voice, text: str, rate: float = 122, language: str = "en") -> Ordered:
    recording = Ordered()
    voice.speak(text, language, rate, recording)
    return recording


@pytest.mark.parametrize("rate", [65, 122, 245])
@pytest.mark.parametrize("text", [TEXT, "Yes", "Hello, you.", "9"])
def test_no_silence_stands_before_or_after_the_sound(voice: Voice, text: str, rate: int):
    heard = spoken(voice, text, rate).heard
    first, last = first_sound(heard), last_sound(heard)
    assert first is not None
    assert last is not None
    assert first <= LEAD_MS * voice.sample_rate / 1000
    assert len(heard) - last - 1 <= TAIL_MS * voice.sample_rate / 1000


@pytest.mark.parametrize("rate", [65, 122, 245])
def test_words_come_in_order_and_lie_in_the_text(voice: Voice, rate: int):
    recording = spoken(voice, TEXT, rate)
    starts = [start for start, _, _ in recording.words]
    moments = [at for _, _, at in recording.words]
    assert len(recording.words) > 12
    assert starts == sorted(starts)
    assert moments == sorted(moments)
    assert moments[0] == 0
    assert moments[-1] < len(recording.heard)
    assert all(0 <= start < start + length <= len(TEXT) for start, length, _ in recording.words)
    assert not recording.told_before_sound


def test_a_word_is_the_one_that_stands_there(voice: Voice):
    words = spoken(voice, "Take two tablets.").words
    assert [("Take two tablets."[start : start + length]) for start, length, _ in words] == ["Take", "two", "tablets"]


def test_a_lower_rate_takes_longer(voice: Voice):
    lengths = [len(spoken(voice, TEXT, rate).heard) for rate in (65, 90, 122, 155, 185, 215, 245)]
    assert lengths == sorted(lengths, reverse=True)


def test_a_clinics_own_pronunciation_is_used():
    plain = spoken(Voice(), "kv").heard
    ruled = spoken(Voice((WordRule("kv", "a very long way of saying it", None, False),)), "kv").heard
    assert len(ruled) > 2 * len(plain)


def test_a_stop_from_another_thread_ends_it_before_its_end(voice: Voice):
    class Slow(Recording):
        def samples(self, data: array[int]) -> None:
            super().samples(data)
            begun.set()
            time.sleep(0.002)

    begun = threading.Event()
    whole = len(spoken(voice, TEXT * 5).heard)
    recording = Slow()
    speaking = threading.Thread(target=voice.speak, args=(TEXT * 5, "en", 122, recording))
    speaking.start()
    begun.wait()
    voice.stop()
    speaking.join(5)
    assert not speaking.is_alive()
    assert len(recording.heard) < whole / 2


def test_after_a_stop_it_speaks_as_before(voice: Voice):
    voice.stop()
    assert len(spoken(voice, TEXT).heard) > voice.sample_rate


def test_stopping_from_a_second_thread_all_the_time_breaks_nothing(voice: Voice):
    over = threading.Event()

    def stop() -> None:
        while not over.wait(0.0002):
            voice.stop()

    stopping = threading.Thread(target=stop)
    stopping.start()
    for _ in range(60):
        spoken(voice, TEXT)
    over.set()
    stopping.join()
    assert len(spoken(voice, TEXT).heard) > voice.sample_rate


@pytest.mark.parametrize("text", ["", " ", "…", "()"])
def test_nothing_to_say_is_no_fault(voice: Voice, text: str):
    assert spoken(voice, text).words == []


@pytest.mark.parametrize("language", ["xx", "tl", "hmn"])
def test_a_language_without_a_voice_is_told_and_not_spoken(voice: Voice, language: str):
    recording = Recording()
    with pytest.raises(NoVoiceError):
        voice.speak("Hello", language, 122, recording)
    assert not recording.heard
    assert spoken(voice, "Hello").heard


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "pt-BR", "fr-CA"])
def test_a_language_is_spoken_whatever_the_engine_calls_its_voice(voice: Voice, language: str):
    recording = Recording()
    voice.speak("911", language, 122, recording)
    assert recording.heard


def test_spanish_has_a_voice(voice: Voice):
    assert len(spoken(voice, "¿Qué es?", language="es").heard) > 2000


def test_an_engine_that_is_not_there_is_told():
    with pytest.raises(VoiceError):
        Voice(engine="nothing")


def test_silence_has_no_first_sound():
    assert first_sound(array("h", [QUIET, -QUIET])) is None
    assert first_sound(array("h")) is None
    assert first_sound(array("h", [0, -QUIET - 1, 0])) == last_sound(array("h", [0, -QUIET - 1, 0])) == 1


def test_it_prints_nothing(capfd: pytest.CaptureFixture[str], tmp_path: Path):
    spoken(Voice(), TEXT)
    assert capfd.readouterr() == ("", "")
