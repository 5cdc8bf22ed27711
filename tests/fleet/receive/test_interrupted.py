"""Making keys can be broken off at any moment, by Ctrl+C or a full disk, and begun again."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.one_at_a_time import LOCK
from kiosk.fleet.publish.key_files import LONGEST_PASSPHRASE, KeyRing, make_key
from kiosk.fleet.publish.network import KEYS, Network
from kiosk.fleet.publish.new_network import key_names, make_network, replace_key
from tests.fleet.house import NOW, House, no_passphrase


def left_in(folder: Path) -> set[str]:
    """The files in a folder, but for the one that keeps commands apart."""
    return {path.name for path in folder.rglob("*") if path.is_file()} - {LOCK}


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """Every file that this process writes ends after `most` bytes."""
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))


def interrupted_at(question: int, error: type[BaseException]) -> Callable[[str], str]:
    """Answers questions for passphrases, but the one with this number, from 1 on."""
    asked: list[str] = []

    def ask(name: str) -> str:
        asked.append(name)
        if len(asked) == question:
            raise error
        return "four words for tests"

    return ask


@pytest.mark.parametrize("error", [KeyboardInterrupt, click.Abort])
@pytest.mark.parametrize("question", [1, 2, 4])
def test_a_network_that_was_broken_off_at_a_passphrase_is_begun_again(
    tmp_path: Path, question: int, error: type[BaseException]
):
    folder = tmp_path / "fleet"
    with pytest.raises(error):
        make_network(folder, interrupted_at(question, error), NOW)
    assert not folder.exists(), "all passphrases are asked for before anything is written"
    make_network(folder, no_passphrase, NOW)


@pytest.mark.parametrize("name", ["make_key", "Network.write_root", "Network.publish", "Network._freshen"])
def test_a_network_that_was_broken_off_while_it_was_written_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    folder = tmp_path / "fleet"
    place = f"kiosk.fleet.publish.new_network.{name}"
    with monkeypatch.context() as changed:
        changed.setattr(place, broken_off)
        with pytest.raises(KeyboardInterrupt):
            make_network(folder, no_passphrase, NOW)
    assert left_in(folder) == set()
    make_network(folder, no_passphrase, NOW)


def broken_off(*given: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("most", [0, 50, 200, 1000])
def test_a_full_disk_leaves_no_half_of_a_network(tmp_path: Path, most: int):
    folder = tmp_path / "fleet"
    with full_disk(most), pytest.raises(OSError, match="too large"):
        make_network(folder, no_passphrase, NOW)
    assert left_in(folder) == set()
    make_network(folder, no_passphrase, NOW)


def test_a_key_is_written_whole_or_not_at_all(tmp_path: Path):
    with full_disk(50), pytest.raises(OSError, match="too large"):
        make_key(tmp_path, "root-1", "")
    assert left_in(tmp_path) == set()
    make_key(tmp_path, "root-1", "")
    assert left_in(tmp_path) == {"root-1.pem"}
    assert (tmp_path / "root-1.pem").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("question", [1, 2, 3])
def test_a_key_change_that_was_broken_off_is_begun_again(tmp_path: Path, question: int):
    """The first question is for the new key, the others for those that sign."""
    folder = tmp_path / "fleet"
    make_network(folder, lambda name: "four words for tests", NOW)
    before = left_in(folder)
    ask = interrupted_at(question, KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_key(Network(folder, KeyRing([folder / KEYS], ask)), "content-1", ask, NOW)
    assert left_in(folder) == before
    ask = interrupted_at(0, KeyboardInterrupt)
    network = Network(folder, KeyRing([folder / KEYS], ask))
    assert replace_key(network, "content-1", ask, NOW) == "content-2"
    network.publish(network.targets().signed, NOW)


def test_the_passphrase_of_a_new_key_is_asked_for_once(tmp_path: Path):
    """A mistake in typing it again would come when the new root is written, and the rest is not."""
    folder = tmp_path / "fleet"
    make_network(folder, no_passphrase, NOW)
    asked: list[str] = []

    def ask(name: str) -> str:
        asked.append(name)
        return "four words for tests"

    replace_key(Network(folder, KeyRing([folder / KEYS], ask)), "content-1", ask, NOW)
    assert asked == ["content-2"]


def test_a_key_that_the_root_names_stays_whatever_comes_then(house: House, monkeypatch: pytest.MonkeyPatch):
    house.publish("212-444-0101")
    with monkeypatch.context() as changed:
        changed.setattr("kiosk.fleet.publish.network.Network.renew", broken_off)
        with pytest.raises(KeyboardInterrupt):
            replace_key(house.network, "content-1", no_passphrase, NOW)
    assert "content-2" in key_names(house.network.roots()[-1].signed)
    assert (house.folder / KEYS / "content-2.pem").exists()
    house.network.renew(NOW)
    assert house.receive().problem == ""


def test_a_key_that_was_there_before_is_never_removed(tmp_path: Path):
    key = tmp_path / "fleet" / KEYS / "content-1.pem"
    key.parent.mkdir(parents=True)
    key.write_text("the key of another network")
    with pytest.raises(FleetError) as error:
        make_network(tmp_path / "fleet", no_passphrase, NOW)
    assert error.value.code == "key-exists"
    assert str(key) in str(error.value)
    assert left_in(tmp_path) == {"content-1.pem"}
    assert key.read_text() == "the key of another network"


@pytest.mark.parametrize("secret", ["x" * (LONGEST_PASSPHRASE + 1), "é" * 600, "\udcff"])
def test_a_passphrase_that_cannot_be_used_is_told(tmp_path: Path, secret: str):
    with pytest.raises(FleetError) as error:
        make_network(tmp_path / "fleet", lambda name: secret, NOW)
    assert error.value.code == "passphrase"
    assert "for root-1" in str(error.value)
    assert not (tmp_path / "fleet").exists()


def test_the_longest_passphrase_can_be_used(tmp_path: Path):
    network = make_network(tmp_path / "fleet", lambda name: "x" * LONGEST_PASSPHRASE, NOW)
    network.publish(network.targets().signed, NOW)
