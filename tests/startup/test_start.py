"""What happens between the call and the first page."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from threading import Event

import pytest

from kiosk.__main__ import plain_run
from kiosk.commands.content.loading import read_library
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.built_in import built_in_library
from kiosk.device.device_settings import read_device_settings
from kiosk.machine.cannot_start import CannotStartError
from kiosk.startup import start
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], {}),
        (["run"], {}),
        (["--content", "a"], {"content": "a"}),
        (["run", "--content=a=b", "--device", "d"], {"content": "a=b", "device_file": "d"}),
        (["run", "--language", "es"], {"language": "es"}),
        (["check"], None),
        (["run", "--help"], None),
        (["run", "--content"], None),
        (["run", "extra"], None),
        (["--version"], None),
    ],
)
def test_a_plain_run_is_told_from_every_other_call(arguments: list[str], options: dict[str, str] | None):
    assert plain_run(arguments) == options


def test_content_is_read_once_and_kept(tmp_path: Path, state: Path):
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    first = read_library(content)
    assert len(list(state.iterdir())) == 1
    assert read_library(content) == first


def test_changed_content_is_read_again_and_a_fault_in_it_is_told(tmp_path: Path):
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    read_library(content)
    topic = content / "en" / "signs.yaml"
    topic.write_text(topic.read_text().replace("title: Symptoms that the cancer may have spread", "title: Other signs"))
    assert read_library(content).topics["en"]["signs"].title == "Other signs"
    topic.write_text("titel: The signs")
    with pytest.raises(CannotStartError) as told:
        read_library(content)
    assert told.value.diagnostics[0].file == "en/signs.yaml"


def test_device_settings_are_read_once_and_again_when_they_change(tmp_path: Path):
    file = tmp_path / "device.yaml"
    file.write_text("sound: off\n")
    assert read_device_settings(file).sound == "off"
    assert read_device_settings(file).sound == "off"
    file.write_text("text-size: plain\n")
    device = read_device_settings(file)
    assert (device.sound, device.text_size) == ("loudspeaker", "plain")


def test_a_fault_in_device_settings_is_told(tmp_path: Path):
    file = tmp_path / "device.yaml"
    file.write_text("sound: loud\n")
    with pytest.raises(CannotStartError) as told:
        read_device_settings(file)
    assert told.value.diagnostics[0].line == 1


def test_a_device_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(CannotStartError):
        read_device_settings(tmp_path / "nowhere.yaml")


def test_a_folder_that_hangs_on_the_way_to_the_content_is_not_waited_for(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
):
    """Then the kiosk goes on with what it has shown before: what was received, or the clinic's own."""
    received, own, last_good = tmp_path / "received", tmp_path / "own", LastGood(state)
    monkeypatch.setenv("KIOSK_CONTENT", os.pathsep.join((str(received), str(own))))
    assert start._default_folder(last_good) == own
    free = Event()
    monkeypatch.setattr(start, "content_folder", lambda *_: free.wait(60))
    monkeypatch.setattr(start, "FOLDER_S", 0.01)
    assert start._default_folder(last_good) == own
    last_good.save(received, "its hash", built_in_library())
    assert start._default_folder(last_good) == received
    free.set()
