"""The ease of a Spanish text is that of the two published formulas, with syllables as people say them."""

from __future__ import annotations

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.advice.reading_grade import sentences, words
from kiosk.content.advice.spanish_grade import fernandez_huerta, in_words, inflesz, syllables
from kiosk.content.model.library import Library
from tests.content.test_shipped_content import names

SAID_IN = {
    1: "yo ya muy hoy rey ley quien que más bien pan",
    2: "aire cáncer ciudad guerra quiere país día construir cuerpo huesos pierna agua vuelva",
    3: "ahora agüero leído ahogar cuidado hígado médico aliviar cerebro bahías",
    4: "oncólogo enfermedad dificultad energía paliativo",
    5: "metastásico mamografía radiografía quimioterapia",
    6: "inmunoterapia",
}
NEAR = 12
"""Points of a hundred: textstat counts where a word may be hyphenated, so it finds fewer syllables."""


@pytest.mark.parametrize(("word", "count"), [(word, count) for count, line in SAID_IN.items() for word in line.split()])
def test_a_word_has_as_many_syllables_as_people_say(word: str, count: int):
    assert syllables(word) == count


def test_numbers_and_capitals_are_counted_as_they_are_said():
    assert syllables("911") == 6
    assert syllables("VIH") == 3


def test_the_formulas_are_the_published_ones():
    # 6 words, 1 sentence, 9 syllables
    text = ["El gato come pan con queso."]
    assert fernandez_huerta(text) == pytest.approx(206.84 - 60 * 9 / 6 - 1.02 * 6)
    assert inflesz(text) == pytest.approx(206.835 - 62.3 * 9 / 6 - 6)


@pytest.mark.parametrize(
    ("ease", "called"),
    [(81, "very easy"), (65, "fairly easy"), (64.9, "normal"), (41, "somewhat hard"), (12, "very hard")],
)
def test_a_value_is_called_what_the_scale_calls_it(ease: float, called: str):
    assert in_words(ease) == called


@pytest.mark.parametrize("name", names())
def test_no_shipped_page_is_called_easier_than_textstat_calls_it(library: Library, name: str):
    texts = [block.as_written for block in library.topics["es"][name].blocks if block.graded]
    whole = " ".join(text if text[-1] in ".?" else f"{text.rstrip(':')}." for text in texts)
    textstat.set_lang("es")
    try:
        theirs = textstat.fernandez_huerta(whole), textstat.szigriszt_pazos(whole)
        counted = textstat.sentence_count(whole)
    finally:
        textstat.set_lang("en_US")
    ours = fernandez_huerta(texts), inflesz(texts)
    for own, other in zip(ours, theirs, strict=True):
        assert other - NEAR <= own <= other
    assert abs(counted - sum(len(sentences(text)) for text in texts)) <= 1


@given(st.text())
def test_no_text_can_stop_it(text: str):
    fernandez_huerta([text])
    inflesz([text])
    assert all(syllables(word) >= 1 for word in words(text))
