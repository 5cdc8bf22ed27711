"""`kiosk say`: what staff hear, in a file or not at all, with the right exit status."""

from __future__ import annotations

import importlib.util
import wave
from array import array
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.voice import chosen_voice, say
from kiosk.content.model.word_rules import WordRule
from kiosk.speech.players import SoundError
from kiosk.speech.voice_process.voice import VoiceError
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


def test_a_text_is_heard_as_on_the_loudspeaker_of_this_machine(tmp_path: Path):
    heard = {}
    for setting in ("auto", "no"):
        device = tmp_path / f"{setting}.yaml"
        device.write_text(f"voice: espeak\nclear-speech: {setting}\n")
        path = tmp_path / f"{setting}.wav"
        assert run("Many people live with it.", "--device", str(device), "--wav", str(path)) == (0, "")
        rate, heard[setting] = read(path)
    assert rate == 22_050
    # Of high sounds there is more: a sample differs more from the one before.
    steps = {setting: sum(abs(b - a) for a, b in pairwise(samples)) for setting, samples in heard.items()}
    assert steps["auto"] > 1.3 * steps["no"]


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


def test_without_a_voice_it_is_status_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def no_voice(*rules: object) -> None:
        raise VoiceError("eSpeak NG finds no data")

    monkeypatch.setattr(chosen_voice, "Voice", no_voice)
    device = tmp_path / "device.yaml"
    device.write_text("voice: espeak\n")
    told = "The voice cannot say this: eSpeak NG finds no data.\n"
    assert run("Hello", "--device", str(device)) == (1, told)


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


def test_a_word_is_shown_and_heard_before_and_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    rule = WordRule("kv", "a long way to say it", "en", False)
    monkeypatch.setattr(say, "_pronunciations", lambda _: (rule,))
    status, output = run("--word", "kv", "--wav", str(tmp_path / "both.wav"))
    assert status == 0
    assert "Without words.yaml: kv\n" in output
    assert "With words.yaml:    a long way to say it\n" in output
    monkeypatch.setattr(say, "_pronunciations", lambda _: ())
    run("kv", "--wav", str(tmp_path / "before.wav"))
    run("a long way to say it", "--wav", str(tmp_path / "after.wav"))
    rate, both = read(tmp_path / "both.wav")
    apart = int(say.BETWEEN_S * rate)
    parts = [len(read(tmp_path / name)[1]) for name in ("before.wav", "after.wav")]
    assert len(both) == pytest.approx(sum(parts) + apart, rel=0.02)


def test_a_word_that_no_entry_is_for_is_said_once_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(say, "_pronunciations", lambda _: (WordRule("kiv", "a", "es", False),))
    status, output = run("--word", "kiv", "--wav", str(tmp_path / "a.wav"))
    assert status == 0
    assert "the same" in output
    assert "guess" not in output
    assert len(read(tmp_path / "a.wav")[1]) > 1000


def test_a_word_that_the_voice_has_to_guess_is_told_with_how_to_correct_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(say, "_pronunciations", lambda _: ())
    _, output = run("--word", "XQZ", "--wav", str(tmp_path / "a.wav"))
    assert "Without words.yaml: X-Q-Z\n" in output
    assert "The voice has to guess." in output
    assert "write: XQZ" in output


def test_a_text_and_a_word_at_once_are_wrong_usage():
    assert run("Hello", "--word", "kv")[0] == 2


@pytest.mark.skipif(importlib.util.find_spec("hibari") is None, reason="hibari-tts is not installed")
def test_the_voice_of_the_device_speaks(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("voice: hibari\n")
    run("Hello", "--device", str(device), "--wav", str(tmp_path / "a.wav"))
    assert read(tmp_path / "a.wav")[0] == 24_000


def test_a_voice_that_does_not_work_is_told_and_espeak_speaks(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text(f"voice: piper\nvoice-file: {tmp_path}/nothing.onnx\n")
    status, output = run("Hello", "--device", str(device), "--wav", str(tmp_path / "a.wav"))
    assert status == 0
    assert "eSpeak NG speaks instead" in output
    assert read(tmp_path / "a.wav")[0] == 22_050


def test_a_fault_in_the_device_settings_is_status_1(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("voice: nobody\n")
    status, output = run("Hello", "--device", str(device), "--wav", str(tmp_path / "a.wav"))
    assert status == 1
    assert "Traceback" not in output
