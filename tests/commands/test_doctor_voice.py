"""`kiosk doctor` looks at the voice that is set, and not at another one that happens to work."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.commands.machine.examine import examine
from kiosk.commands.machine.health_check import HealthCheck
from kiosk.speech import engines
from kiosk.speech.engines import DEFAULT, ENGINES, FALLBACK

espeak = importlib.import_module(ENGINES[FALLBACK].module)


def voice_check(folder: Path, settings: str) -> HealthCheck:
    device = folder / "device.yaml"
    device.write_text(f"sound: off\n{settings}")
    return next(each for each in examine(folder / "no-content", device) if each.name == "Voice")


def test_a_voice_file_that_is_missing_is_named_with_what_speaks_instead(tmp_path: Path):
    found = voice_check(tmp_path, f"voice: piper\nvoice-file: {tmp_path}/nothing.onnx\n")
    assert found.state == "bad"
    assert found.found.startswith("The voice piper does not work here: ")
    assert f"{tmp_path}/nothing.onnx" in found.found
    assert found.found.endswith("eSpeak NG speaks instead.")
    assert found.to_do == "See “kiosk voices”, or write “voice: espeak” in device.yaml."


def test_the_voice_that_is_set_and_speaks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(ENGINES, "hibari", replace(ENGINES[FALLBACK], name="hibari", title="hibari"))
    found = voice_check(tmp_path, "voice: hibari\n")
    assert (found.state, found.found) == ("good", "hibari speaks.")


def test_without_a_setting_it_is_the_natural_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(ENGINES, DEFAULT, replace(ENGINES[FALLBACK], name=DEFAULT, title="The natural voice"))
    found = voice_check(tmp_path, "")
    assert (found.state, found.found) == ("good", "The natural voice speaks.")


def test_where_the_natural_voice_is_not_installed_espeak_speaks_and_that_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engines, "is_installed", lambda name: False)
    found = voice_check(tmp_path, "")
    assert (found.state, found.found) == ("note", "eSpeak NG speaks, because the natural voice is not installed.")
    assert "“voice: espeak”" in found.to_do


def test_espeak_by_choice_is_nothing_to_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engines, "is_installed", lambda name: False)
    found = voice_check(tmp_path, "voice: espeak\n")
    assert (found.state, found.found) == ("good", "eSpeak NG speaks.")


def test_a_voice_that_makes_no_sound_does_not_speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(espeak.EspeakDriver, "synthesise", lambda driver, text: None)
    found = voice_check(tmp_path, "voice: espeak\n")
    assert (found.state, found.found) == ("bad", "eSpeak NG does not work here: it makes no sound.")
