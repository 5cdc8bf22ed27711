"""Help with languages: each language in its own words, said by a voice that exists, and never a reason to stop."""

from __future__ import annotations

import re
import unicodedata

import pytest

from kiosk.content.files.languages_file import read_languages
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.model.languages import known_tags, language_of, own_name
from kiosk.content.model.library import Library
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.speech.drivers.espeak_library import RATE, EspeakError, espeak_library
from kiosk.speech.spoken.spoken_form import spoken_form
from tests.conftest import ROOT
from tests.content.sample_clinic import ClinicFolder

SCRIPTS = {
    "ru": "CYRILLIC", "uk": "CYRILLIC", "sr": "CYRILLIC", "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC",
    "yi": "HEBREW", "zh": "CJK", "zh-Hant": "CJK", "ja": "CJK", "ko": "HANGUL", "hi": "DEVANAGARI", "ne": "DEVANAGARI",
    "gu": "GUJARATI", "bn": "BENGALI", "pa": "GURMUKHI", "ml": "MALAYALAM", "km": "KHMER", "lo": "LAO", "th": "THAI",
    "my": "MYANMAR", "am": "ETHIOPIC", "el": "GREEK", "hy": "ARMENIAN",
}  # fmt: skip
"""The script of a language, as Unicode names its letters; Latin where none is given."""
SILENT = {"hmn", "ilo", "km", "lo", "so", "yi"}
"""Languages that no voice of the kiosk speaks."""
FEW = """\
languages:
  - language: en
    name: English
    english-name: English
    help: Ask us for help. It is free.
    voice: en-us
  - language: fa
    name: فارسی
    english-name: Persian
    help: این خدمت رایگان است.
"""


@pytest.fixture(scope="module")
def offers() -> tuple[LanguageHelp, ...]:
    """All that are shipped, whichever a clinic shows."""
    read, diagnostics = read_languages(ROOT / "content", fastest_reader())
    assert diagnostics.report() == ()
    return read


def by_tag(offers: tuple[LanguageHelp, ...]) -> dict[str, LanguageHelp]:
    return {told.language: told for told in offers}


def languages(folder: ClinicFolder) -> tuple[LanguageHelp, ...]:
    """Those that patients meet."""
    reading = folder.read()
    assert reading.library is not None
    assert all(diagnostic.level is Level.WARNING for diagnostic in reading.diagnostics)
    return reading.library.languages


def test_there_are_forty_and_the_sample_clinic_shows_the_fifteen_of_the_country(offers, library: Library):
    assert len(offers) >= 40
    assert [told.language for told in library.languages] == [
        "es", "zh", "zh-Hant", "vi", "ko", "tl", "ru", "fr", "pt", "pl", "ht", "ar", "it", "ja", "de", "fa",
    ]  # fmt: skip  # Chinese is in both of its scripts


def test_each_calls_itself_as_the_kiosk_calls_it(offers):
    known = [told for told in offers if told.language in known_tags()]
    assert [told.name for told in known] == [own_name(told.language) for told in known]
    assert {told.language for told in offers} - {told.language for told in known} == {"ilo"}


def test_each_sentence_is_in_the_letters_of_its_language(offers):
    for told in offers:
        script = SCRIPTS.get(told.language, "LATIN")
        names = [unicodedata.name(letter) for letter in told.help if letter.isalpha()]
        allowed = (script, "HIRAGANA", "KATAKANA") if told.language == "ja" else (script,)
        assert all(name.startswith(allowed) for name in names), told.language


def test_each_is_marked_as_made_by_a_machine_and_nobody_is_named_who_has_not_checked_it(offers):
    assert all(told.made_by_machine and not told.checked_by for told in offers)


def test_every_voice_exists_and_says_the_whole_sentence(offers):
    engine = espeak_library()
    try:
        for told in offers:
            if not told.voice:
                continue
            engine.set_voice(told.voice)
            engine.set_parameter(RATE, 175)  # its own; other tests leave theirs
            heard = 0

            def take(samples: list[int], words: object) -> bool:
                nonlocal heard
                heard += len(samples or ())
                return True

            engine.synthesise(spoken_form(told.spoken, told.language).text, take)
            assert 3 < heard / engine.sample_rate < 12, told.language
    finally:
        engine.set_voice("en-us")


def test_all_but_six_are_spoken_and_tagalog_by_the_voice_that_reads_it_nearly_as_it_is_written(offers):
    voices = {told.language: told.voice for told in offers}
    assert {tag for tag, voice in voices.items() if not voice} == SILENT
    assert not any(language_of(tag).voice for tag in SILENT)
    with pytest.raises(EspeakError):
        espeak_library().set_voice("tl")
    assert voices["tl"] == voices["es"]


def test_what_a_voice_cannot_read_is_spelled_for_it(offers):
    japanese, arabic = by_tag(offers)["ja"], by_tag(offers)["ar"]
    assert "日本語" in japanese.help
    assert not re.search("[一-鿿]", japanese.spoken)
    without_vowels = re.sub("[ً-ْٰ]", "", unicodedata.normalize("NFC", arabic.spoken))
    assert without_vowels == arabic.help
    assert len(arabic.spoken) > 1.3 * len(arabic.help)


def test_what_is_written_from_right_to_left_is_told(offers):
    assert [told.language for told in offers if told.right_to_left] == ["ar", "fa", "ur", "yi"]


# The file


def test_they_are_read(clinic_folder: ClinicFolder):
    clinic_folder.write("languages.yaml", FEW)
    assert languages(clinic_folder) == (
        LanguageHelp("en", "English", "English", "Ask us for help. It is free.", voice="en-us"),
        LanguageHelp("fa", "فارسی", "Persian", "این خدمت رایگان است."),
    )
    assert clinic_folder.read().diagnostics == ()


def test_the_file_may_be_missing(clinic_folder: ClinicFolder):
    assert languages(clinic_folder) == ()
    assert clinic_folder.read().diagnostics == ()


@pytest.mark.parametrize(
    ("line", "typed", "code"),
    [
        (3, "    nmae: English", "unknown-key"),
        (5, "", "missing-key"),
        (5, "    help: Help: it is free", "colon-in-text"),
        (5, "    help: Help # free", "words-after-hash"),
        (2, "  - language: English", "wrong-form"),
        (6, "    voice: Anna K.", "wrong-form"),
        (6, "    voice:", "empty-value"),
    ],
)
def test_a_language_with_a_mistake_is_left_out(clinic_folder: ClinicFolder, line: int, typed: str, code: str):
    lines = FEW.split("\n")
    lines[line - 1] = typed
    clinic_folder.write("languages.yaml", "\n".join(lines))
    assert [told.language for told in languages(clinic_folder)] == ["fa"]
    assert code in {diagnostic.code for diagnostic in clinic_folder.read().diagnostics}


def test_the_second_of_two_is_left_out(clinic_folder: ClinicFolder):
    clinic_folder.write("languages.yaml", FEW.replace("language: fa", "language: en"))
    assert [told.name for told in languages(clinic_folder)] == ["English"]
    assert {diagnostic.code for diagnostic in clinic_folder.read().diagnostics} == {"listed-twice"}


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"languages", b"languages: [", b"\xff\xfe", b"- a\n"])
def test_a_spoilt_file_is_no_more_than_a_warning(clinic_folder: ClinicFolder, raw: bytes):
    clinic_folder.write("languages.yaml", raw)
    assert languages(clinic_folder) == ()
    assert clinic_folder.read().diagnostics != ()


def test_the_last_good_copy_has_them(library: Library, tmp_path):
    kept = LastGood(tmp_path)
    assert kept.save(ROOT / "content", "x", library)
    copy = kept.load(ROOT / "content")
    assert copy is not None
    assert copy.library.languages == library.languages
