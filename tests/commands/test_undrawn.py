"""`check` names each letter that the large letters lack, with the text that it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.commands.content.undrawn import undrawn_letters
from kiosk.content.model.block import Block, Role
from kiosk.content.model.built_in import built_in_library
from kiosk.content.model.library import Library, Topic


def library_with(text: str, language: str) -> Library:
    topic = Topic("signs", language, (Block("title", Role.TITLE, text),), date(2026, 1, 1))
    return replace(built_in_library(), topics={language: {"signs": topic}})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cancer that has spread"),
        ("es", "¿Qué síntomas? El pingüino, mañana"),
        ("vi", "Ung thư vú đã lan rộng, ễ ộ ữ ỵ Ằ"),
        ("pl", "Zażółć gęślą jaźń"),
        ("tr", "Ağrı, İyi, şişlik, çığ"),
        ("ht", "Kansè ki gaye, ò é"),
        ("tl", "Kanser sa suso, ñ"),
        ("ru", "Объём, йод"),
        ("uk", "Їжа, ґанок, є"),
        ("el", "Καρκίνος του μαστού, ΐ ώ"),
    ],
)
def test_languages_that_are_drawn_get_no_warning(language: str, text: str):
    assert not list(undrawn_letters(library_with(text, language)))


@pytest.mark.parametrize(
    ("text", "sign", "named"),
    [
        ("A word, ǎ, in a text", "ǎ", "latin small letter a with caron"),
        ("Ang g\u0303 dito", "g\u0303", "combining tilde"),
        ("I am fine 😀", "😀", "grinning face"),
    ],
)
def test_a_letter_that_is_not_drawn_is_named_with_its_text(text: str, sign: str, named: str):
    (told,) = undrawn_letters(library_with(text, "en"))
    assert told.file == "en/signs.yaml"
    assert f"“{sign}”" in told.message
    assert named in told.message
    assert text in told.message


def test_a_script_that_is_not_drawn_is_told_once_for_its_language():
    text = "يرجى السؤال في مكتب الاستقبال حيث تجد المساعدة ونخبرك بكل ما تحتاج إليه قبل ذهابك وتظهر الغدة صغيرة"
    (told,) = undrawn_letters(library_with(text, "ar"))
    assert "Arabic" in told.message
