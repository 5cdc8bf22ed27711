"""A language that has no table of words is never said in the words of another one."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from pathlib import Path

import pytest

from kiosk.content.model.clean import clean
from kiosk.speech.spoken.spoken_form import spoken_form

WITHOUT_TABLE = ("vi", "zh-Hans", "ar", "pl", "ent", "est")
SENTENCES = {
    "vi": ("Họ có thể gọi {}.", "Họ có thể gọi 9 1 1."),
    "zh-Hans": ("他们可以拨打{}。", "他们可以拨打 9 1 1."),
    "ar": ("يمكنهم الاتصال بالرقم {}؟", "يمكنهم الاتصال بالرقم 9 1 1?"),
    "pl": ("Mogą zadzwonić pod {}.", "Mogą zadzwonić pod 9 1 1."),
}
EVERY_KIND = Path(__file__).with_name("spoken_form_en.txt")


def added(spoken: str, written: str) -> set[str]:
    """The words that are spoken and are not written."""
    plain = unicodedata.normalize("NFKC", clean(unescape(written.replace("™", "")))[0]).lower()
    said = unicodedata.normalize("NFKC", spoken).lower()
    return {word for word in re.findall(r"[^\W\d_]+", said) if word not in plain}


@pytest.mark.parametrize("language", WITHOUT_TABLE)
def test_nothing_that_can_be_written_adds_a_word(language: str):
    written = [line.partition(" => ")[0] for line in EVERY_KIND.read_text("utf-8").splitlines()]
    assert len(written) > 100
    for text in written:
        assert added(spoken_form(text, language).text, text) == set(), text


@pytest.mark.parametrize("language", SENTENCES)
def test_an_emergency_number_is_left_to_the_voice_digit_by_digit(language: str):
    sentence, said = SENTENCES[language]
    at = sentence.index("{}")
    assert spoken_form(sentence.format("911"), language, numbers=((at, at + 3),)).text == said
    assert spoken_form(sentence.format("911"), language).text == said


def test_a_telephone_number_keeps_its_groups_and_adds_no_word_for_its_signs():
    text = "Gọi +1 (555) 010-0142 x 12 hoặc *70#."
    assert spoken_form(text, "vi", numbers=((4, len(text) - 1),)).text == "Gọi 1, 5 5 5, 0 1 0, 0 1 4 2, 1 2 hoặc 7 0."


@pytest.mark.parametrize("number", ["٩١١", "९११", "９１１"])
def test_digits_of_another_script_are_dialled_as_well(number: str):
    assert spoken_form(f"({number})", "ar", numbers=((1, 4),)).text == "9 1 1"
    assert spoken_form(f"({number})", "ar").text == "9 1 1"


def test_a_mark_of_another_script_is_heard_as_the_mark_that_it_is():
    assert spoken_form("请告诉我们。好吗？好，谢谢！", "zh-Hans").text == "请告诉我们. 好吗? 好, 谢谢!"
    assert spoken_form("هل تشعر بألم؟", "ar").text == "هل تشعر بألم?"
    assert spoken_form("Πονάτε\u037e", "el").text == "Πονάτε?"


@pytest.mark.parametrize("text", ["Báo ngay. Được giúp.", "Vào noc. Łatwo.", "Ja da. Они.", "Ve su. İyi."])
def test_any_capital_begins_a_sentence_so_that_the_stop_before_it_is_no_guess(text: str):
    assert spoken_form(text, "vi").guesses == ()
    assert spoken_form(text.lower(), "vi").guesses
