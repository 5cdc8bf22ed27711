"""The key map of a machine: what `device.yaml` may name, and what a kiosk does with a map that has a mistake."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.device.device import Device
from kiosk.device.device_file import read_device
from kiosk.device.device_settings import key_map_of, machine_of, read_device_settings
from kiosk.machine.cannot_start import CannotStartError
from kiosk.terminal.key_map import BUILT_IN, STANDARD_MAP
from kiosk.visit.terms.action import Action
from tests.conftest import ROOT

OWN = "keys:\n  choose: {press: [f20], name: the green key}\n  next: {press: [f19]}\n"
BROKEN = "keys:\n  choose: {press: [f20]}\n  next: {press: [f20]}\n"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))


@pytest.fixture
def device(tmp_path: Path) -> Device:
    """A machine with a key map of its own, in a folder beside its device.yaml."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "my-keys.yaml").write_text(OWN)
    (tmp_path / "device.yaml").write_text("keys: maps/my-keys.yaml\n")
    return read_device_settings(tmp_path / "device.yaml")


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_map_that_is_shipped_is_named(tmp_path: Path, name: str):
    (tmp_path / "device.yaml").write_text(f"keys: {name}\nscan-seconds: 4\n")
    settings = read_device_settings(tmp_path / "device.yaml")
    key_map = key_map_of(settings)
    assert key_map.name == name
    assert key_map_of(settings) == key_map, "the kept copy is the same"
    machine = machine_of(settings, key_map)
    assert (machine.keys, machine.scan_s) == (key_map.keys, 4.0)


def test_without_a_word_the_standard_map_is_used_and_nothing_scans():
    assert key_map_of(Device()) is STANDARD_MAP
    assert machine_of(Device(), STANDARD_MAP).scan_s == 0


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("keys: keypad8", "Did you mean “keypad-8”?"),
        ("keys: keypad", "Did you mean “keypad-8”?"),
        ("keys: nonsense", "It can be “standard”"),
        ("scan-seconds: 0", "Type a whole number from 1 to 60."),
        ("scan-seconds: 2.5", "Type a whole number from 1 to 60."),
    ],
)
def test_what_is_no_key_map_and_no_pace_is_told(tmp_path: Path, line: str, fix: str):
    (tmp_path / "device.yaml").write_text(f"{line}\n")
    settings, diagnostics = read_device(tmp_path / "device.yaml")
    assert settings is None
    assert [diagnostic.line for diagnostic in diagnostics] == [1]
    assert diagnostics[0].fix.startswith(fix)


def test_a_map_of_ones_own_is_found_from_the_folder_of_device_yaml(device: Device):
    key_map = key_map_of(device)
    assert key_map.actions == {"f20": Action.CHOOSE, "f19": Action.NEXT}
    assert key_map.keys.names[Action.CHOOSE] == "the green key"


def test_a_changed_map_is_read_again(device: Device, tmp_path: Path):
    key_map_of(device)
    (tmp_path / "maps" / "my-keys.yaml").write_text(OWN.replace("f20", "f24"))
    assert key_map_of(device).actions["f24"] is Action.CHOOSE


@pytest.mark.parametrize("text", [BROKEN, "", "keys: [", None])
def test_a_mistake_is_told_to_whoever_starts_the_kiosk_by_hand(device: Device, tmp_path: Path, text: str | None):
    file = tmp_path / "maps" / "my-keys.yaml"
    file.unlink() if text is None else file.write_text(text)
    with pytest.raises(CannotStartError) as told:
        key_map_of(device)
    assert told.value.diagnostics[0].file == "my-keys.yaml"


def test_a_kiosk_that_starts_by_itself_goes_on_with_the_last_good_map(
    device: Device, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    good = key_map_of(device)
    (tmp_path / "maps" / "my-keys.yaml").write_text(BROKEN)
    with caplog.at_level(logging.ERROR):
        assert key_map_of(device, unattended=True) == good
    assert "line 3 of my-keys.yaml" in caplog.text


def test_without_a_good_map_it_goes_on_with_the_standard_one(
    device: Device, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "maps" / "my-keys.yaml").write_text(BROKEN)
    with caplog.at_level(logging.ERROR):
        assert key_map_of(device, unattended=True) is STANDARD_MAP
    assert "is not used" in caplog.text


@pytest.mark.parametrize("keys", ["standard", "keypad-8"])
def test_a_start_reads_no_yaml_for_the_keys(keys: str, tmp_path: Path):
    """The standard map never does; another one only when nothing is kept of it yet."""
    code = (
        "import sys; from kiosk.device.device import Device; "
        "from kiosk.device.device_settings import key_map_of, machine_of;"
        f"device = Device(keys={keys!r}); machine_of(device, key_map_of(device)); print('yaml' in sys.modules)"
    )
    done = [
        subprocess.run((sys.executable, "-P", "-c", code), capture_output=True, text=True, check=True, cwd=ROOT).stdout
        for _ in range(2)
    ]
    assert done == (["False\n", "False\n"] if keys == "standard" else ["True\n", "False\n"])
