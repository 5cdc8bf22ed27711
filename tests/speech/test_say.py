"""`kiosk say`: what staff hear, in a file or not at all, with the right exit status."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands import say
from kiosk.speech.players import SoundError
from kiosk.speech.voice import VoiceError
from tests.speech.fakes import FakePlayer


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(say.command, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def read(path: Path) -> tuple[int, array[int]]:
    samples = array("h")
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        samples.frombytes(file.readframes(file.getnframes()))
        return file.getframerate(), samples


def test_a_sound_file_holds_the_sentence(tmp_path: Path):
    path = tmp_path / "a.wav"
    assert run("Many people live for years with this cancer.", "--wav", str(path)) == (0, "")
    rate, samples = read(path)
    assert max(samples) > 3000
    assert 3.0 < len(samples) / rate < 5.0  # 8 words at 122 a minute


def test_nothing_to_say_is_an_empty_file(tmp_path: Path):
    path = tmp_path / "a.wav"
    assert run("", "--wav", str(path))[0] == 0
    assert len(read(path)[1]) == 0


def test_a_rate_beyond_the_kiosks_own_is_taken_for_the_nearest(tmp_path: Path):
    lengths = {}
    for rate in ("10", "65", "245", "900"):
        run("Many people live with it.", "--rate", rate, "--wav", str(tmp_path / "a.wav"))
        lengths[rate] = len(read(tmp_path / "a.wav")[1])
    assert lengths["10"] == pytest.approx(lengths["65"], rel=0.02)
    assert lengths["245"] == pytest.approx(lengths["900"], rel=0.02)
    assert lengths["65"] > 3 * lengths["245"]


def test_a_file_that_cannot_be_written_is_status_1(tmp_path: Path):
    status, output = run("Hello", "--wav", str(tmp_path / "nowhere" / "a.wav"))
    assert status == 1
    assert "cannot be written" in output


def test_a_language_without_a_voice_is_status_1(tmp_path: Path):
    status, output = run("Hello", "--language", "xx", "--wav", str(tmp_path / "a.wav"))
    assert status == 1
    assert "cannot say this" in output


def test_wrong_usage_is_status_2():
    assert run()[0] == 2
    assert run("Hello", "--rate", "quick")[0] == 2


def test_without_a_voice_it_is_status_1(monkeypatch: pytest.MonkeyPatch):
    def no_voice(*rules: object) -> None:
        raise VoiceError("eSpeak NG finds no data")

    monkeypatch.setattr(say, "Voice", no_voice)
    assert run("Hello") == (1, "The voice cannot say this: eSpeak NG finds no data.\n")


def test_without_a_device_it_is_status_1_and_says_what_to_do(monkeypatch: pytest.MonkeyPatch):
    def no_player(rate: int) -> None:
        raise SoundError("no sound server answers")

    monkeypatch.setattr(say, "open_player", no_player)
    status, output = run("Hello")
    assert status == 1
    assert "--wav" in output


def test_it_is_played_to_its_end(monkeypatch: pytest.MonkeyPatch):
    class Instant(FakePlayer):
        def write(self, samples: array[int]) -> None:
            super().write(samples)
            self.played = self.written

    player = Instant()
    monkeypatch.setattr(say, "open_player", lambda rate: player)
    assert run("Hello") == (0, "")
    assert max(player.sound) > 3000
    assert player.closed
