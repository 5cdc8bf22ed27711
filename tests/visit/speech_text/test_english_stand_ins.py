"""Where a language lacks a word of the kiosk, English stands in, and is said by an English voice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kiosk.content.catalogue import Catalogue
from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.view import view_of
from kiosk.visit.speech_text.by_voice import by_voice
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import ClinicWordings

VI = Catalogue({"Main menu": "Trình đơn chính", "Back to {title}": "Trở lại {title}"}, {}, "0")


@pytest.fixture
def wordings() -> ClinicWordings:
    return ClinicWordings({}, {"vi": VI})


def said(wordings: ClinicWordings, text: str) -> list[tuple[str, str]]:
    return [(each.language, each.text) for each in by_voice([Utterance(text, "vi")], wordings)]


def test_a_translated_text_stays_whole(wordings: ClinicWordings):
    w = wordings["vi"]
    text = w("Back to {title}", title=w("Main menu"))
    assert said(wordings, text) == [("vi", "Trở lại Trình đơn chính")]


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("Page {n} of {m}", {"n": 1, "m": 3}, [("en", "Page 1 of 3")]),
        ("Opened: {title}", {"title": "Các dấu hiệu"}, [("en", "Opened: "), ("vi", "Các dấu hiệu")]),
        ("You are on: {title}.", {"title": "Help"}, [("en", "You are on: Help.")]),
        ("To go back to {title}, press {key}.", {"title": "Các dấu hiệu", "key": "B"},
         [("en", "To go back to "), ("vi", "Các dấu hiệu"), ("en", ", press B.")]),
    ],
)  # fmt: skip
def test_english_words_have_an_english_voice_and_the_values_their_own(
    wordings: ClinicWordings, text: str, values: dict[str, object], expected: list[tuple[str, str]]
):
    wordings["vi"]("Help")
    assert said(wordings, wordings["vi"](text, **values)) == expected


def test_a_short_english_word_inside_a_sentence_of_another_language_stays_in_that(wordings: ClinicWordings):
    wordings["vi"]("On")
    assert said(wordings, "On vous rappelle.") == [("vi", "On vous rappelle.")]
    assert said(wordings, "Son: On.") == [("vi", "Son: "), ("en", "On.")]


def test_a_sentence_that_is_only_a_value_is_not_taken_for_english(wordings: ClinicWordings):
    text = wordings["vi"]("{level}, continued. {action}", level="Khẩn cấp", action="Gọi bác sĩ")
    assert said(wordings, text) == [("vi", "Khẩn cấp"), ("en", ", continued. "), ("vi", "Gọi bác sĩ")]


def test_pieces_keep_the_pause_and_the_place_in_their_sentence(wordings: ClinicWordings):
    text = wordings["vi"]("Opened: {title}", title="Các dấu hiệu")
    whole = Utterance(text, "vi", pause_ms=500)
    first, second = by_voice([whole], wordings)
    assert (first.pause_ms, second.pause_ms, second.at) == (500, 0, 8)
    assert first.whole is second.whole is whole


def test_all_that_the_kiosk_says_in_english_in_another_language_has_an_english_voice(library: Library):
    """No letter of a kiosk's own English sentence is said by the Vietnamese voice."""
    clinic = replace(library.clinic, languages=("en", "vi"))
    own = replace(library, clinic=clinic, topics={"en": library.topics["en"], "vi": {}}, catalogues={"vi": VI})
    attendant = Attendant(own, Grid(80, 24), 0.0, {}, "vi")
    keys = (Action.OTHER, Action.CHOOSE, Action.NEXT, Action.CHOOSE, Action.BACK, Action.WHERE, Action.HELP)
    said = [each for now, key in enumerate(keys, 1) for each in attendant.act(key, float(now)).say]
    by_vietnamese = {word for each in said if each.language == "vi" for word in re.findall(r"\w+", each.text)}
    assert "Trình" in by_vietnamese
    names = re.findall(r"\w+", f"{own.clinic.name} {own.topics['en']['disclaimer'].title} Symptoms")
    assert {word for word in by_vietnamese if word.isascii()} <= {*names}


def test_new_words_are_used_from_the_next_page_on(library: Library):
    clinic = replace(library.clinic, languages=("en", "vi"))
    before = replace(library, clinic=clinic, topics={"en": library.topics["en"], "vi": {}})
    attendant = Attendant(before, Grid(80, 24), 0.0, {}, "vi")
    attendant.renew(replace(before, catalogues={"vi": VI}))
    attendant.act(Action.OTHER, 1.0)
    attendant.act(Action.CHOOSE, 2.0)
    assert attendant.page.title == "Trình đơn chính"
    assert view_of(replace(before, catalogues={"vi": VI}), Grid(80, 24), "vi").page(Place("menu")).title == (
        "Trình đơn chính"
    )
