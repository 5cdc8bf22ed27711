"""Two people, or a person and the timer, work on one network at once: nothing that either has published is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from fcntl import flock
from pathlib import Path

import pytest

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.one_at_a_time import LOCK, MOMENT_S, RENEWAL_S, one_at_a_time
from kiosk.fleet.publish.new_network import make_network
from kiosk.fleet.release import channels_of, whole_of
from tests.conftest import ROOT
from tests.fleet.house import NEW, NOW, OLD, House, no_passphrase
from tests.fleet.test_commands import fleet
from tests.fleet.test_units import DEPLOY, unit

COMMANDS = {
    "publish": ("publish", "content-212-444-0102", "--channel", "canary"),
    "promote": ("promote", "stable", "clinic-042"),
    "rollback": ("rollback", "--channel", "stable"),
    "renew": ("renew",),
    "rotate-key": ("rotate-key", "content-1", "--no-passphrase"),
}


@pytest.fixture
def busy(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """A network in which something is published, in the folder that commands are called in."""
    house.publish("212-444-0100")
    house.publish(OLD)
    house.content(NEW)
    monkeypatch.chdir(house.place)
    return house


def test_four_publications_at_once_all_reach_their_kiosks(busy: House):
    names = [f"channel-{number}" for number in range(4)]
    called = []
    for number, name in enumerate(names):
        content = busy.content(f"212-444-020{number}")
        words = ("fleet", "publish", str(content), "--channel", name, "--network", str(busy.folder))
        command = (sys.executable, "-P", "-m", "kiosk", *words)
        called.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT))
    said = [each.communicate()[0] for each in called]
    assert [each.returncode for each in called] == [0] * 4, said
    targets = busy.network.targets().signed
    releases = [whole_of(targets, name) for name in names]
    assert sorted(each.number for each in releases if each) == [4, 5, 6, 7]
    for number, name in enumerate(names):
        assert busy.receive(channel=name).problem == ""
        assert busy.phone == f"212-444-020{number}"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_another_command_publishes_meanwhile_is_kept(busy: House, monkeypatch: pytest.MonkeyPatch, command: str):
    """The other one ends just before this one's turn comes."""
    waited = []

    def after_the_other(handle: int, how: int) -> None:
        waited.append(busy.publish("212-444-0103", channel="meanwhile").number)
        flock(handle, how)

    monkeypatch.setattr("kiosk.fleet.one_at_a_time.flock", after_the_other)
    result = fleet(*COMMANDS[command])
    assert result.exit_code == 0, result.output
    assert waited == [4], "the command takes its turn once"
    targets = busy.network.targets().signed
    assert {"stable", "meanwhile"} <= set(channels_of(targets))
    numbers = [release.number for name in channels_of(targets) if (release := whole_of(targets, name))]
    assert len(set(numbers)) == len(numbers), "each release has a number of its own"
    assert busy.receive(channel="meanwhile").problem == ""
    assert busy.phone == "212-444-0103"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_waits_in_vain_says_so_and_changes_nothing(
    busy: House, monkeypatch: pytest.MonkeyPatch, command: str
):
    monkeypatch.setattr("kiosk.fleet.one_at_a_time.MOMENT_S", 0.1)
    monkeypatch.setattr("kiosk.commands.fleet.fleet_publishing.RENEWAL_S", 0.1)
    with one_at_a_time(busy.folder):
        before = files(busy.folder)
        result = fleet(*COMMANDS[command])
        assert files(busy.folder) == before
    assert result.exit_code == 1
    assert "Another command is using the network in fleet" in result.output
    assert fleet(*COMMANDS[command]).exit_code == 0, "its turn comes when the other has ended"


def test_two_networks_are_not_made_in_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("kiosk.fleet.one_at_a_time.MOMENT_S", 0.1)
    folder = tmp_path / "fleet"
    folder.mkdir()
    with one_at_a_time(folder), pytest.raises(FleetError) as error:
        make_network(folder, no_passphrase, NOW)
    assert error.value.code == "busy"
    assert [path.name for path in folder.iterdir()] == [LOCK]
    make_network(folder, no_passphrase, NOW)


def test_the_second_of_two_networks_sees_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "fleet"
    ask: Callable[[str], str] = no_passphrase

    def after_the_other(handle: int, how: int) -> None:
        monkeypatch.undo()
        (folder / LOCK).unlink()  # else the two would wait for each other in this one process
        make_network(folder, ask, NOW)

    monkeypatch.setattr("kiosk.fleet.one_at_a_time.flock", after_the_other)
    with pytest.raises(FleetError) as error:
        make_network(folder, ask, NOW)
    assert error.value.code == "network-exists"


def test_where_there_is_no_network_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mistaken").mkdir()
    for folder in ("nowhere", "mistaken"):
        for words in COMMANDS.values():
            result = fleet(*words, "--network", folder)
            assert result.exit_code == 1
            assert "“fleet init” makes a network's folder." in result.output
    assert [path.name for path in tmp_path.rglob("*")] == ["mistaken"]


def test_the_timer_gives_up_before_systemd_ends_it():
    limit = unit(DEPLOY / "kiosk-fleet-renew.service")["Service"]["TimeoutStartSec"]
    assert MOMENT_S < RENEWAL_S < int(limit)


def test_nothing_of_it_is_public(busy: House):
    assert fleet("renew").exit_code == 0
    assert (busy.folder / LOCK).exists()
    assert not any(path.name == LOCK for path in busy.public.rglob("*"))


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path):
    (tmp_path / "lock").symlink_to(tmp_path / "victim")
    with pytest.raises(OSError, match="symbolic links"), one_at_a_time(tmp_path):
        pass
    assert not (tmp_path / "victim").exists()
