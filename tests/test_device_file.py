"""`device.yaml`: what may stand in it for the voice and the volume, and what is told when it does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.problem import Level, Problem
from kiosk.device import Device
from kiosk.device_file import read_device
from kiosk.device_settings import machine_of, read_device_settings, voice_of
from kiosk.terminal.key_map import STANDARD_MAP


def read(folder: Path, text: str) -> tuple[Device | None, tuple[Problem, ...]]:
    file = folder / "device.yaml"
    file.write_text(text)
    return read_device(file)


def volumes(device: Device | None) -> tuple[int, int, int]:
    assert device is not None
    return device.volume_least, device.volume_start, device.volume_most


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("sound: loudspeaker\n", (1, 7, 9)),
        ("volume: {start: 5, least: 2, most: 9}\n", (2, 5, 9)),
        ("volume:\n  start: 9\n", (1, 9, 9)),
        ("volume: {least: 3}\n", (3, 7, 9)),
        ("volume: {most: 7}\n", (1, 7, 7)),
    ],
)
def test_the_volume_has_limits_and_a_start(tmp_path: Path, text: str, steps: tuple[int, int, int]):
    device, problems = read(tmp_path, text)
    assert volumes(device) == steps
    assert problems == ()


def test_limits_that_are_not_set_keep_out_of_the_way(tmp_path: Path):
    assert volumes(read(tmp_path, "volume: {least: 8}\n")[0]) == (8, 8, 9)
    assert volumes(read(tmp_path, "volume: {most: 4}\n")[0]) == (1, 4, 4)


@pytest.mark.parametrize(
    "steps", ["{start: 2, least: 3}", "{start: 9, most: 8}", "{least: 6, most: 4}", "{start: 5, least: 5, most: 4}"]
)
def test_steps_that_do_not_rise_are_told_with_their_line(tmp_path: Path, steps: str):
    device, problems = read(tmp_path, f"sound: loudspeaker\nvolume: {steps}\n")
    assert device is None
    assert [(problem.code, problem.line) for problem in problems] == [("volume-limits", 2)]


@pytest.mark.parametrize("step", ["0", "10", "-1", "2.5", "loud"])
def test_a_step_that_is_none_is_told(tmp_path: Path, step: str):
    device, problems = read(tmp_path, f"volume: {{start: {step}}}\n")
    assert device is None
    assert problems


def test_few_volumes_are_remarked_on_and_used(tmp_path: Path):
    device, problems = read(tmp_path, "volume: {start: 6, least: 5, most: 8}\n")
    assert volumes(device) == (5, 6, 8)
    assert [(problem.code, problem.level) for problem in problems] == [("few-volumes", Level.WARNING)]


def test_a_voice_file_is_named_by_its_whole_path(tmp_path: Path):
    device, problems = read(tmp_path, "voice: piper\nvoice-file: /srv/voices/a b.onnx\n")
    assert device is not None, problems
    assert (device.voice, device.voice_file) == ("piper", "/srv/voices/a b.onnx")
    for wrong in ("voices/a.onnx", "/srv/a.wav"):
        assert read(tmp_path, f"voice-file: {wrong}\n")[0] is None


def test_the_kept_copy_of_the_settings_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    file = tmp_path / "device.yaml"
    file.write_text("voice: piper\nvoice-file: /a.onnx\nvolume: {start: 5, least: 2, most: 9}\n")
    first, second = read_device_settings(file), read_device_settings(file)
    assert first == second
    choice = voice_of(second)
    assert (choice.engine, choice.file, choice.cache) == ("piper", Path("/a.onnx"), tmp_path / "cache" / "speech")


# Where sound goes, and what sounds beside speech


@pytest.mark.parametrize(("sound", "only"), [("loudspeaker", False), ("headphones-only", True)])
def test_headphones_only_reaches_the_voice_and_the_visit(tmp_path: Path, sound: str, only: bool):
    device, _ = read(tmp_path, f"sound: {sound}\n")
    assert device is not None
    assert ("--headphones-only" in voice_of(device).as_options()) is only
    assert machine_of(device, STANDARD_MAP).headphones_only is only


@pytest.mark.parametrize(
    ("text", "cues"), [("sound: loudspeaker\n", False), ("cues: no\n", False), ("cues: yes\n", True)]
)
def test_cues_are_only_for_who_asks_for_them(tmp_path: Path, text: str, cues: bool):
    device, problems = read(tmp_path, text)
    assert device is not None
    assert problems == ()
    assert machine_of(device, STANDARD_MAP).cues is cues
