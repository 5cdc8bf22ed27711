"""`device.yaml`: what may stand in it for the voice and the volume, and what is told when it does not fit."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.schema.field import Field
from kiosk.device.device import Device
from kiosk.device.device_file import DEVICE, read_device
from kiosk.device.device_settings import device_settings, machine_of, read_device_settings, voice_of
from kiosk.machine.cannot_start import CannotStartError
from kiosk.staff.secret_keys import DEFAULT as DEFAULT_CHORD
from kiosk.terminal.key_map import STANDARD_MAP


def read(folder: Path, text: str) -> tuple[Device | None, tuple[Diagnostic, ...]]:
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
    device, diagnostics = read(tmp_path, text)
    assert volumes(device) == steps
    assert diagnostics == ()


def test_limits_that_are_not_set_keep_out_of_the_way(tmp_path: Path):
    assert volumes(read(tmp_path, "volume: {least: 8}\n")[0]) == (8, 8, 9)
    assert volumes(read(tmp_path, "volume: {most: 4}\n")[0]) == (1, 4, 4)


@pytest.mark.parametrize(
    "steps", ["{start: 2, least: 3}", "{start: 9, most: 8}", "{least: 6, most: 4}", "{start: 5, least: 5, most: 4}"]
)
def test_steps_that_do_not_rise_are_told_with_their_line(tmp_path: Path, steps: str):
    device, diagnostics = read(tmp_path, f"sound: loudspeaker\nvolume: {steps}\n")
    assert device is None
    assert [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics] == [("volume-limits", 2)]


@pytest.mark.parametrize("step", ["0", "10", "-1", "2.5", "loud"])
def test_a_step_that_is_none_is_told(tmp_path: Path, step: str):
    device, diagnostics = read(tmp_path, f"volume: {{start: {step}}}\n")
    assert device is None
    assert diagnostics


def test_few_volumes_are_remarked_on_and_used(tmp_path: Path):
    device, diagnostics = read(tmp_path, "volume: {start: 6, least: 5, most: 8}\n")
    assert volumes(device) == (5, 6, 8)
    assert [(diagnostic.code, diagnostic.level) for diagnostic in diagnostics] == [("few-volumes", Level.WARNING)]


def test_a_voice_file_is_named_by_its_whole_path(tmp_path: Path):
    device, diagnostics = read(tmp_path, "voice: piper\nvoice-file: /srv/voices/a b.onnx\n")
    assert device is not None, diagnostics
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


def test_the_system_volume_reaches_the_voice_and_cannot_be_set_to_what_nobody_hears(tmp_path: Path):
    device, _ = read(tmp_path, "system-volume: 80\n")
    assert device is not None
    assert "--system-volume 80" in " ".join(voice_of(device).as_options())
    assert "--system-volume" not in voice_of(Device()).as_options()
    assert read(tmp_path, "system-volume: 10\n")[0] is None


# Where sound goes, and what sounds beside speech


@pytest.mark.parametrize(("sound", "only"), [("loudspeaker", False), ("headphones-only", True)])
def test_headphones_only_reaches_the_voice_and_the_visit(tmp_path: Path, sound: str, only: bool):
    device, _ = read(tmp_path, f"sound: {sound}\n")
    assert device is not None
    assert ("--headphones-only" in voice_of(device).as_options()) is only
    assert machine_of(device, STANDARD_MAP).headphones_only is only


@pytest.mark.parametrize(
    ("text", "loudspeaker", "headphones"),
    [
        ("sound: loudspeaker\n", True, False),
        ("clear-speech: auto\n", True, False),
        ("clear-speech: yes\n", True, True),
        ("clear-speech: no\n", False, False),
    ],
)
def test_speech_is_clearer_on_the_loudspeaker_unless_the_file_says_otherwise(
    tmp_path: Path, text: str, loudspeaker: bool, headphones: bool
):
    device, diagnostics = read(tmp_path, text)
    assert device is not None
    assert diagnostics == ()
    voice = voice_of(device)
    assert (voice.clears_speech(on_loudspeaker=True), voice.clears_speech(on_loudspeaker=False)) == (
        loudspeaker,
        headphones,
    )
    options = voice.as_options()
    told = options[options.index("--clear-speech") + 1] if "--clear-speech" in options else "auto"
    assert told == device.clear_speech


def test_another_word_for_clear_speech_is_told(tmp_path: Path):
    device, diagnostics = read(tmp_path, "clear-speech: perhaps\n")
    assert device is None
    assert [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics] == [("unknown-value", 1)]


@pytest.mark.parametrize(
    ("text", "cues"), [("sound: loudspeaker\n", False), ("cues: no\n", False), ("cues: yes\n", True)]
)
def test_cues_are_only_for_who_asks_for_them(tmp_path: Path, text: str, cues: bool):
    device, diagnostics = read(tmp_path, text)
    assert device is not None
    assert diagnostics == ()
    assert machine_of(device, STANDARD_MAP).cues is cues


# A file that says nothing, and one that cannot be read


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "# sound: loudspeaker\n", "---\n# nothing\n"])
def test_a_file_that_sets_nothing_changes_nothing(tmp_path: Path, text: str):
    device, diagnostics = read(tmp_path, text)
    assert device == Device(file=tmp_path / "device.yaml"), diagnostics
    assert [diagnostic.level for diagnostic in diagnostics if diagnostic.level is Level.ERROR] == []


def test_zeros_of_a_power_loss_are_no_empty_file(tmp_path: Path):
    assert read(tmp_path, "\0" * 100)[0] is None


@pytest.fixture
def shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only `device.yaml`, in a folder that may be entered until `SHUT` is set: it is as for another user then."""
    folder = tmp_path / "etc"
    folder.mkdir()
    file = folder / "device.yaml"
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.delenv("SHUT", raising=False)
    monkeypatch.setattr("kiosk.machine.paths.device_files", lambda: (tmp_path / "nowhere.yaml", file))

    def guarded(call: Callable[..., object]) -> Callable[..., object]:
        def guard(path: object, *arguments: object, **more: object) -> object:
            if "SHUT" in os.environ and not isinstance(path, int) and Path(os.fsdecode(path)).parent == folder:  # type: ignore[arg-type]
                raise PermissionError(13, "Permission denied", str(path))
            return call(path, *arguments, **more)

        return guard

    for name in ("stat", "open"):
        monkeypatch.setattr(os, name, guarded(getattr(os, name)))
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda path, *mode: not ("SHUT" in os.environ and path == file) and allowed(path, *mode)
    )
    return file


def test_a_kiosk_that_starts_by_itself_goes_on_with_the_last_good_settings(shut: Path, monkeypatch: pytest.MonkeyPatch):
    shut.write_text("cues: yes\n")
    assert device_settings(None, unattended=True).cues
    monkeypatch.setenv("SHUT", "yes")
    assert device_settings(None, unattended=True) == Device(cues=True, file=shut)


def test_without_any_it_starts_as_it_does_without_a_file(shut: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SHUT", "yes")
    assert device_settings(None, unattended=True) == Device()


def test_whoever_starts_by_hand_is_told_which_file_cannot_be_read(shut: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SHUT", "yes")
    with pytest.raises(CannotStartError) as raised:
        device_settings(None, unattended=False)
    (diagnostic,) = raised.value.diagnostics
    assert (diagnostic.file, diagnostic.message) == (str(shut), "The kiosk is not allowed to open this file.")


@pytest.mark.parametrize("arguments", [("check",), ("voices",), ("say", "x"), ("keys", "--show")])
def test_so_is_whoever_calls_a_command(shut: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]):
    monkeypatch.setenv("SHUT", "yes")
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert f"Error in {shut}:" in done.output


def test_doctor_names_it_and_looks_at_the_rest(shut: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SHUT", "yes")
    done = CliRunner().invoke(main, ["doctor"])
    assert isinstance(done.exception, SystemExit)
    assert f"device.yaml: {shut}: The kiosk is not allowed to open this file." in done.output
    assert "Content: " in done.output


def test_a_topic_in_such_a_folder_is_not_called_missing(shut: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SHUT", "yes")
    done = CliRunner().invoke(main, ["preview", str(shut)])
    assert done.exit_code == 1
    assert done.output.startswith(f"You may not open {shut}.")


def test_what_holds_without_a_line_stands_in_one_place_and_every_setting_has_its_row():
    def rows(group: Field, above: str = "") -> Iterator[tuple[str, str]]:
        for field in group.fields:
            yield from rows(field, f"{field.name}_") if field.fields else [(f"{above}{field.name}", field.default)]

    defaults = {name.replace("-", "_"): default for name, default in rows(DEVICE)}
    settings = {each.name: each.default for each in fields(Device) if each.name not in ("file", "staff_keys")}
    assert set(defaults) == {*settings, "staff_keys"}
    for name, value in settings.items():
        words = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value or "")
        assert defaults[name] == words, name


def test_a_line_that_says_the_default_changes_nothing(tmp_path: Path):
    lines = [f"{field.name}: {field.default}" for field in DEVICE.fields if field.default]
    volume = DEVICE.field("volume")
    assert volume
    steps = ", ".join(f"{each.name}: {each.default}" for each in volume.fields)
    device, diagnostics = read(tmp_path, "\n".join([*lines, f"volume: {{{steps}}}", ""]))
    assert diagnostics == ()
    assert device == Device(staff_keys=DEFAULT_CHORD, file=tmp_path / "device.yaml")
