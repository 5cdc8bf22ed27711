"""The one eSpeak NG of a process: it speaks for one voice, and turns text into phonemes for another."""

from __future__ import annotations

import gc
import threading
from array import array

import pytest

from kiosk.speech.drivers.espeak_library import EspeakError, EspeakLibrary, espeak_library
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice


def said(voice: Voice, text: str) -> array[int]:
    recording = Recording()
    voice.speak(text, "en", 122, recording)
    return recording.heard


def test_a_text_comes_in_the_phonetic_alphabet_of_its_voice():
    assert espeak_library().phonemes("leche", "es-419") == "lˈet^ʃe"
    assert espeak_library().phonemes("the signs", "en-us") == "ðə sˈaɪnz".replace("aɪ", "a^ɪ")


def test_all_of_a_text_comes_though_it_has_several_clauses():
    assert espeak_library().phonemes("uno, dos. tres", "es-419").split() == ["ˈuno", "dˈos", "tɾˈes"]


def test_the_voice_that_speaks_stays_as_it_was():
    voice = Voice()
    before = len(said(voice, "Where to get help."))
    espeak_library().phonemes("Dónde pedir ayuda.", "es-419")
    assert len(said(voice, "Where to get help.")) == pytest.approx(before, rel=0.01)


def test_a_voice_that_is_not_there_is_told_and_changes_nothing():
    voice = Voice()
    before = len(said(voice, "Where to get help."))
    with pytest.raises(EspeakError, match="no voice “xx-none”"):
        espeak_library().phonemes("hola", "xx-none")
    assert len(said(voice, "Where to get help.")) == pytest.approx(before, rel=0.01)


def test_one_thread_may_speak_while_another_asks_for_phonemes():
    voice = Voice()
    expected = len(said(voice, "Where to get help."))
    wrong: list[str] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            if (found := espeak_library().phonemes("leche", "es-419")) != "lˈet^ʃe":
                wrong.append(found)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        lengths = [len(said(voice, "Where to get help.")) for _ in range(20)]
    finally:
        done.set()
        asking.join()
    assert wrong == []
    assert lengths == [pytest.approx(expected, rel=0.01)] * 20


def test_another_one_that_was_let_go_takes_no_sound_and_no_process_with_it():
    voice = Voice()
    EspeakLibrary().set_voice("es")
    gc.collect()
    assert said(voice, "Where to get help.")
