"""`check` and `doctor`: a language without a voice, or without the kiosk's own words, is told to staff."""

from __future__ import annotations

import json

from kiosk.commands.content.languages_here import lacking
from kiosk.speech.voice_config import VoiceConfig
from tests.commands.clinic_calls import call
from tests.content.sample_clinic import CLINIC, ClinicFolder


def with_languages(folder: ClinicFolder, *tags: str) -> None:
    folder.write("clinic.yaml", CLINIC.replace("[en]", f"[{', '.join(('en', *tags))}]"))
    for tag in tags:
        (folder.path / tag).mkdir()


def test_english_and_spanish_lack_nothing(folder: ClinicFolder):
    with_languages(folder, "es")
    assert lacking(folder.path, VoiceConfig()) == ()


def test_a_language_that_no_voice_speaks_is_told_with_its_line(folder: ClinicFolder):
    with_languages(folder, "tl", "hmn", "zh-Hans", "pt-BR", "vi")
    found = [each for each in lacking(folder.path, VoiceConfig()) if each.code == "no-voice"]
    assert [(each.file, each.line) for each in found] == [("clinic.yaml", 4)] * 2
    assert found[0].message == "No voice here speaks Tagalog, so its pages are silent; they say so."
    assert "Hmong" in found[1].message


def test_buttons_that_would_be_english_are_told(folder: ClinicFolder):
    with_languages(folder, "vi")
    (found,) = lacking(folder.path, VoiceConfig())
    assert found.code == "no-catalogue"
    assert "Vietnamese" in found.message


def test_check_warns_and_strict_refuses(folder: ClinicFolder):
    with_languages(folder, "tl")
    problems = json.loads(call(folder, "check", "--json").output)["problems"]
    assert ("no-voice", "warning") in [(each["code"], each["level"]) for each in problems]
    problems = json.loads(call(folder, "check", "--json", "--strict").output)["problems"]
    assert ("no-voice", "error") in [(each["code"], each["level"]) for each in problems]


def test_while_the_clinics_file_has_an_error_nothing_is_said_of_its_languages(folder: ClinicFolder):
    folder.write("clinic.yaml", CLINIC.replace("[en]", "[e]"))
    assert lacking(folder.path, VoiceConfig()) == ()
