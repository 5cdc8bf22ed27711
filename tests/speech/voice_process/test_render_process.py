"""A slow voice in a process of its own: sound comes back whole, and its end is told."""

from __future__ import annotations

import pytest

from kiosk.speech.ready.rendered import Wanted
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.render_process import RenderProcess
from kiosk.speech.voice_process.renderer import render
from kiosk.speech.voice_process.voice import Voice, VoiceError

HELLO = Wanted("one two three", "en", 122)


def test_its_sound_and_its_words_are_those_of_the_voice():
    process = RenderProcess(VoiceConfig("espeak"))
    try:
        made, own = process.make(HELLO), render(Voice(), HELLO)
        assert made is not None
        assert own is not None
        assert made.sample_rate == own.sample_rate
        near = own.sample_rate // 100  # eSpeak NG times a text by what it said before, by some milliseconds
        assert abs(len(made.samples) - len(own.samples)) < near
        assert [word[:2] for word in made.words] == [word[:2] for word in own.words]
        assert [word[2] for word in made.words] == pytest.approx([word[2] for word in own.words], abs=near)
        assert process.make(Wanted("uno", "no such language", 122)) is None
        assert process.make(HELLO) is not None, "what cannot be said stops nothing"
    finally:
        process.close()


def test_a_process_that_has_ended_is_told():
    process = RenderProcess(VoiceConfig("espeak"))
    process.close()
    with pytest.raises(VoiceError, match="has ended"):
        process.make(HELLO)


def test_a_voice_that_is_not_there_is_told_with_its_own_words():
    with pytest.raises(VoiceError, match="there is no voice"):
        RenderProcess(VoiceConfig("no such voice"))
