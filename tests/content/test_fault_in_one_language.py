"""A mistake in one language costs that file only; in the first language it keeps what was shown before."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.live.at_start import ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.library import Library
from kiosk.content.parsing.diagnostic import errors
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, FILES, SIGNS, ClinicFolder, sample, translated

LANGUAGES = ("vi", "zh-Hans", "ar", "pl")
ASKED = "questions:\n  - {}\n"
QUESTIONS = {"vi": "Tôi hỏi gì?", "zh-Hans": "我该问什么？", "ar": "ماذا أسأل؟", "pl": "O co pytać?"}
FAULTS = {
    "an unknown name": ("sections:", "sectoins:"),
    "no YAML": ("title:", "title: ["),
    "no card": ("cards:", "sections:"),
    "a placeholder of no clinic": ("Dolor repentino", "<fone>"),
}


@pytest.fixture
def folder(tmp_path: Path) -> ClinicFolder:
    clinic = sample(tmp_path)
    clinic.write("clinic.yaml", CLINIC.replace("[en]", f"[en, {', '.join(LANGUAGES)}]"))
    for language in LANGUAGES:
        for name, text in (("signs", SIGNS), ("disclaimer", FILES["en/disclaimer.yaml"]), ("feel-unwell", FEEL_UNWELL)):
            clinic.write(f"{language}/{name}.yaml", translated(clinic, name, text))
    return clinic


def shown(folder: ClinicFolder) -> Library:
    reading = folder.read()
    assert reading.library is not None, reading.diagnostics
    return reading.library


@pytest.mark.parametrize("fault", FAULTS)
def test_readers_of_that_language_get_the_first_one_and_all_others_theirs(folder: ClinicFolder, fault: str):
    name, right = ("feel-unwell", FEEL_UNWELL) if fault != "an unknown name" else ("signs", SIGNS)
    folder.write(f"vi/{name}.yaml", translated(folder, name, right).replace(*FAULTS[fault]))
    reading = folder.read()
    assert {each.file for each in errors(reading.diagnostics)} == {f"vi/{name}.yaml"}
    library = shown(folder)
    assert library.topic(name, "vi").language == "en"
    assert library.topic("disclaimer", "vi").language == "vi"
    assert [library.topic(name, each).language for each in ("zh-Hans", "ar", "pl")] == ["zh-Hans", "ar", "pl"]
    assert reading.everything is None  # nothing is published or approved while a file is wrong


def test_a_language_whose_folder_is_missing_is_shown_in_the_first_one(folder: ClinicFolder):
    for path in (folder.path / "ar").iterdir():
        path.unlink()
    (folder.path / "ar").rmdir()
    assert shown(folder).topic("signs", "ar").language == "en"


def test_a_mistake_in_the_first_language_changes_nothing_for_patients(folder: ClinicFolder):
    folder.write("en/signs.yaml", SIGNS.replace("sections:", "sectoins:"))
    assert folder.read().library is None


def test_a_page_that_no_language_has_without_a_mistake_changes_nothing_either(folder: ClinicFolder):
    (folder.path / "en/signs.yaml").unlink()
    for language in LANGUAGES:
        folder.write(f"{language}/signs.yaml", SIGNS.replace("sections:", "sectoins:"))
    assert folder.read().library is None


def test_the_kiosk_starts_with_it(folder: ClinicFolder, tmp_path: Path):
    folder.write("pl/signs.yaml", SIGNS.replace("sections:", "sectoins:"))
    start = content_at_start(folder.path, LastGood(tmp_path))
    assert start.source is ContentSource.LIVE
    assert [each.file for each in start.diagnostics] == ["pl/signs.yaml"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_ends_with_the_mark_of_its_script(folder: ClinicFolder, language: str):
    text = translated(folder, "signs", SIGNS) + ASKED.format(QUESTIONS[language])
    folder.write(f"{language}/signs.yaml", text)
    assert errors(folder.read().diagnostics) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_equal_to_the_first_one_is_no_translation_whatever_its_stamp(folder: ClinicFolder, language: str):
    stamp = translated(folder, "signs", SIGNS).partition("translation:")[2].partition("review:")[0]
    folder.write(f"{language}/signs.yaml", SIGNS.replace("review:\n", f"translation:{stamp}review:\n", 1))
    reading = folder.read()
    assert [each.code for each in reading.diagnostics if each.file == f"{language}/signs.yaml"] == [
        "not-translated-yet"
    ]
    assert shown(folder).topic("signs", language).language == "en"


def test_a_label_in_chinese_is_long_at_half_as_many_letters(folder: ClinicFolder):
    for letters, found in ((20, []), (21, ["too-long"])):
        text = translated(folder, "signs", SIGNS).replace("menu-label: Signs", f"menu-label: {'症' * letters}")
        folder.write("zh-Hans/signs.yaml", text)
        assert [each.code for each in errors(folder.read().diagnostics)] == found
