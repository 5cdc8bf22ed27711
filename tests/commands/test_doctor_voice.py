"""`kiosk doctor` looks at the voice that is set, and not at another one that happens to work."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.commands.machine.examine import examine
from kiosk.commands.machine.health_check import HealthCheck
from kiosk.machine.condition import note_made
from kiosk.speech import engines
from kiosk.speech.engines import DEFAULT, ENGINES, FALLBACK
from kiosk.speech.ready.made import Count

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


def made_check(folder: Path, settings: str = "voice: hibari\n") -> HealthCheck | None:
    device = folder / "device.yaml"
    device.write_text(settings)
    found = examine(folder / "no-content", device)
    return next((each for each in found if each.name == "Sound made ahead"), None)


@pytest.fixture
def slow_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose slow voice is really eSpeak."""
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.setitem(ENGINES, "hibari", replace(ENGINES[FALLBACK], name="hibari", rendered_ahead=True))
    return tmp_path


def test_how_much_sound_is_made_ahead_is_told_by_language_and_there_is_nothing_to_do(slow_voice: Path):
    note_made([Count("en", 412, 558, 412, 3_906), Count("es", 0, 560, 0, 3_920)])
    found = made_check(slow_voice)
    assert found is not None
    assert found.state == "note"
    assert found.found == "English 412 of 558, Spanish 0 of 560; for the other speeds 0 of 6,708."
    assert "nothing to do" in found.to_do


def test_all_sound_that_is_made_ahead_is_good(slow_voice: Path):
    note_made([Count("en", 558, 558, 3_906, 3_906)])
    found = made_check(slow_voice)
    assert found is not None
    assert (found.state, found.to_do) == ("good", "")


def test_before_any_sound_is_made_it_says_that_the_kiosk_does_so_by_itself(slow_voice: Path):
    found = made_check(slow_voice)
    assert found is not None
    assert (found.state, found.found) == ("note", "Nothing yet.")


def test_a_quick_voice_needs_no_sound_made_ahead(slow_voice: Path):
    assert made_check(slow_voice, "voice: espeak\n") is None
