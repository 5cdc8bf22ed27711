"""`kiosk voices`: what works here, what to type for the rest, and a sample of each."""

from __future__ import annotations

from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.voice import voices
from kiosk.speech.engines import ENGINES
from kiosk.speech.players import SoundError

MISSING = replace(
    ENGINES["espeak"], name="nothing", module="kiosk.speech.drivers.nothing", packages=("no-such-voice==1.0",)
)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(voices.command, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_espeak_always_works():
    status, output = run()
    assert status == 0
    assert "✓ espeak: eSpeak NG" in output


def test_a_voice_that_is_not_installed_is_listed_with_what_to_type(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(ENGINES, "nothing", MISSING)
    status, output = run()
    assert status == 0
    assert "✗ nothing" in output
    assert "pip install no-such-voice==1.0" in output


def test_without_any_voice_it_is_status_1(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(voices, "ENGINES", {"nothing": MISSING})
    assert run()[0] == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_play_lets_each_be_heard(monkeypatch: pytest.MonkeyPatch, language: str):
    heard: list[int] = []

    def play(samples: array[int], rate: int) -> None:
        heard.append(len(samples) // rate)

    monkeypatch.setattr(voices, "play", play)
    assert run("--play", "--language", language)[0] == 0
    assert heard
    assert all(2 <= seconds <= 10 for seconds in heard)


def test_play_without_a_device_is_status_1(monkeypatch: pytest.MonkeyPatch):
    def play(samples: array[int], rate: int) -> None:
        raise SoundError("no sound server answers")

    monkeypatch.setattr(voices, "play", play)
    status, output = run("--play")
    assert status == 1
    assert "no sound server answers" in output


def test_the_voice_of_the_device_is_marked_and_piper_is_explained(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("voice: hibari\n")
    output = run("--device", str(device))[1]
    chosen = [line for line in output.splitlines() if line.endswith("chosen in device.yaml")]
    assert [line.split(":")[0].split()[-1] for line in chosen] == ["hibari"]
    assert "piper: Piper, licence GPL-3.0-or-later" in output
    assert "voice-file:" in output


def test_a_voice_file_that_is_missing_is_named(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text(f"voice: piper\nvoice-file: {tmp_path}/nothing.onnx\n")
    status, output = run("--device", str(device))
    assert status == 0
    assert "✗ piper" in output
