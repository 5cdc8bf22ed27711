"""Where the kiosk and its commands find the content of a machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.commands.content import typed_here
from kiosk.device import own_content
from kiosk.device.device import Device
from kiosk.machine import paths


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose `device.yaml` names a folder beside it; nothing of the kiosk lies in the working directory."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "device.yaml").write_text("content: texts\n")
    monkeypatch.setattr(paths, "HOME", tmp_path / "program")
    monkeypatch.setattr(paths, "device_files", lambda: (tmp_path / "device.yaml",))
    monkeypatch.delenv("KIOSK_CONTENT", raising=False)
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_settings_of_the_machine_say_where_its_content_is(machine: Path):
    assert own_content.own_content() == machine / "texts"


def test_without_a_word_of_theirs_it_is_where_the_installer_has_put_it(machine: Path, monkeypatch: pytest.MonkeyPatch):
    (machine / "device.yaml").write_text("sound: off\n")
    monkeypatch.setattr(paths, "MACHINE_CONTENT", machine / "installed")
    (machine / "installed").mkdir()
    assert own_content.own_content() == machine / "installed"


def test_settings_given_by_hand_count_instead(machine: Path):
    other = machine / "other.yaml"
    other.write_text(f"content: {machine / 'elsewhere'}\n")
    assert own_content.own_content(other) == machine / "elsewhere"


def test_an_error_elsewhere_in_the_settings_leaves_the_content_as_it_was(machine: Path):
    own_content.own_content()
    (machine / "device.yaml").write_text("content: texts\nsound: trumpet\n")
    assert own_content.own_content() == machine / "texts"


def test_the_environment_comes_first_and_an_empty_entry_leads_to_the_machines_own(
    machine: Path, monkeypatch: pytest.MonkeyPatch
):
    received = machine / "received"
    monkeypatch.setenv("KIOSK_CONTENT", str(received))
    assert own_content.own_content() == received
    monkeypatch.setenv("KIOSK_CONTENT", f"{received}{os.pathsep}")
    assert own_content.own_content() == machine / "texts"
    received.mkdir()
    assert own_content.own_content() == received


def test_settings_that_may_not_be_read_are_told_in_one_sentence_and_nothing_else_is_changed(
    machine: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "access", lambda *_: False)
    done = CliRunner().invoke(main, ["new", "side-effects"])
    assert done.exit_code == 1
    assert "You may not read it" in done.output
    assert "--content" in done.output
    assert list((machine / "texts").iterdir()) == []


@pytest.mark.parametrize(
    "command",
    ["approve", "backup", "check", "diff", "edit", "history", "new", "restore", "review", "say", "transcript", "undo"],
)
def test_every_command_takes_the_content_in_the_same_way(command: str):
    found = main.get_command(Context(main), command)
    assert found
    assert "--content" in [option for each in found.params for option in each.opts]


def test_advice_names_no_folder_where_it_is_the_machines_own(machine: Path):
    assert typed_here.as_typed("Run “kiosk approve signs”.", machine / "texts").endswith("approve signs”.")
    assert "--content" in typed_here.as_typed("Run “kiosk approve signs”.", machine)


def test_a_device_without_a_setting_names_no_content():
    assert own_content.content_set_in(Device()) is None
