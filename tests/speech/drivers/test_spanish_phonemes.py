"""Spanish in the signs that the model Kokoro knows."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.drivers.spanish_phonemes import IDS, NotSpanishError, spanish_phonemes
from kiosk.speech.spoken.spoken_form import spoken_form
from tests.speech.measuring import sentences


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("El tratamiento puede ayudar.", "el tɾˌatamjˈɛnto pwˈeðe ˌaʝuðˈaɾ."),
        ("noche", "nˈoʧe"),
        ("causa", "kˈWsa"),
        ("Los síntomas: tos, fiebre", "los sˈintomas: tˈos, fjˈeβɾe"),
        ("¿Qué es esto?", "kˈe ˈes ˈesto?"),
        ("un «seno»", "ˈun “sˈeno”"),
        ("  dos  \n tres ", "dˈos tɾˈes"),
        ("", ""),
    ],
)
def test_words_become_signs_and_what_makes_a_pause_stays(text: str, phonemes: str):
    assert spanish_phonemes(text) == phonemes


def test_every_sentence_of_the_topics_can_be_said(library: Library):
    for text in sentences(library, "es"):
        assert set(spanish_phonemes(spoken_form(text, "es", library.words).text)) <= IDS.keys()


@pytest.mark.parametrize("text", ["العربية", "中文", "Русский язык"])
def test_what_is_in_other_letters_is_refused(text: str):
    with pytest.raises(NotSpanishError):
        spanish_phonemes(text)
