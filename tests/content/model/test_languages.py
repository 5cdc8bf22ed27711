"""One entry for each language, by its tag; what the kiosk needs to know of a language is there."""

from __future__ import annotations

import pytest

from kiosk.content.model.languages import known_tags, language_of, most_letters, most_words, own_name
from tools import language_table


def test_the_table_is_the_one_that_its_tool_writes():
    assert language_table.FILE.read_text("utf-8") == language_table.table()


@pytest.mark.parametrize(
    ("tag", "own", "script", "voice"),
    [
        ("en", "English", "Latn", "en-us"),
        ("es", "Español", "Latn", "es-419"),
        ("vi", "Tiếng Việt", "Latn", "vi"),
        ("zh-Hans", "简体中文", "Hans", "cmn"),
        ("zh-Hant", "繁體中文", "Hant", "cmn"),
        ("pt-BR", "Português (Brasil)", "Latn", "pt-br"),
        ("ar", "العربية", "Arab", "ar"),
        ("tl", "Tagalog", "Latn", ""),
        ("hmn", "Hmoob", "Latn", ""),
    ],
)
def test_a_language_has_its_own_name_script_and_voice(tag: str, own: str, script: str, voice: str):
    entry = language_of(tag)
    assert (entry.own_name, entry.script, entry.voice) == (own, script, voice)


def test_a_language_without_an_entry_takes_that_of_its_nearest_relative():
    assert language_of("fr-CA")._replace(tag="fr") == language_of("fr")
    assert language_of("xx").name == "“xx”"
    assert own_name("xx") == "xx"


def test_no_tag_is_taken_for_the_end_of_another_one():
    assert language_of("s") == language_of("")._replace(tag="s", name="“s”", own_name="s")
    assert all(language_of(tag).tag == tag and language_of(tag).own_name for tag in known_tags())


def test_a_script_says_in_which_direction_it_is_read():
    assert [tag for tag in ("ar", "he", "fa", "ur", "en", "zh") if language_of(tag).right_to_left] == [
        *("ar", "he", "fa", "ur"),
    ]


def test_a_script_says_how_many_letters_fit():
    assert [most_letters(text, 40) for text in ("Tiếng Việt", "日本語", "한국어", "HER2 阳性")] == [40, 20, 20, 40]


def test_a_language_with_a_space_between_syllables_has_more_of_them_in_a_sentence():
    assert [most_words(tag, 20) for tag in ("en", "vi", "vi-VN", "hmn")] == [20, 30, 30, 30]
