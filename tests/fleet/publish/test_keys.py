"""Keys can be lost, stolen and replaced, and kiosks follow without being touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.publish.key_files import KeyRing
from kiosk.fleet.publish.network import Network
from kiosk.fleet.publish.new_network import USUAL, Holders, key_names, make_network, replace_key
from tests.fleet.house import NOW, House, no_passphrase


@pytest.mark.parametrize("name", ["content-1", "freshness-1", "root-1"])
def test_a_lost_key_is_replaced_and_kiosks_follow(house: House, name: str):
    house.publish("212-444-0101")
    assert house.receive().problem == ""
    (house.folder / "keys" / f"{name}.pem").unlink()
    fresh = replace_key(house.network, name, no_passphrase, NOW)
    assert fresh.rsplit("-", 1)[0] == name.rsplit("-", 1)[0]
    house.publish("212-444-0102")
    assert house.receive().problem == ""
    assert house.phone == "212-444-0102"
    assert name not in key_names(house.network.roots()[-1].signed)


def test_ten_replacements_in_a_row_are_followed(house: House):
    house.publish("212-444-0101")
    house.receive()
    for number in range(1, 11):
        replace_key(house.network, f"content-{number}", no_passphrase, NOW)
    house.publish("212-444-0102")
    assert house.receive().seen["root"] == 11
    assert house.phone == "212-444-0102"


def test_a_stolen_key_signs_nothing_any_more(house: House):
    house.publish("212-444-0101")
    house.receive()
    stolen = (house.folder / "keys" / "content-1.pem").read_bytes()
    old_root = (house.public / "metadata" / "1.root.json").read_bytes()
    replace_key(house.network, "content-1", no_passphrase, NOW)
    house.receive()
    # The thief has a copy of the folder as it was, and the key.
    for path in (house.public / "metadata").glob("*.root.json"):
        path.unlink()
    (house.public / "metadata" / "1.root.json").write_bytes(old_root)
    (house.folder / "root.json").write_bytes(old_root)
    (house.folder / "keys" / "content-1.pem").write_bytes(stolen)
    with pytest.raises(FleetError):
        house.publish("212-444-0666")
    assert house.receive().problem == ""
    assert house.phone == "212-444-0101"


def test_what_was_signed_with_a_key_of_before_can_be_gone_back_to(house: House):
    house.publish("212-444-0101")
    house.publish("212-444-0102")
    replace_key(house.network, "content-1", no_passphrase, NOW)
    house.rollback()
    assert house.receive().problem == ""
    assert house.phone == "212-444-0101"


def test_a_new_network_takes_over_where_its_root_was_brought_to_the_kiosk(house: House):
    """Two root sticks were lost: everything is made anew, and starts at version 1 again."""
    house.publish("212-444-0101")
    house.publish("212-444-0102")
    assert house.receive().problem == ""
    other = House(house.place / "other")
    other.publish("212-444-0103")
    assert house.receive(source=str(other.public)).problem == "tampered"
    assert house.phone == "212-444-0102"
    assert house.receive(source=str(other.public), root=other.folder / "root.json").problem == ""
    assert house.phone == "212-444-0103"


def test_too_few_root_keys_replace_nothing(house: House):
    house.publish("212-444-0101")
    for number in (1, 2):
        (house.folder / "keys" / f"root-{number}.pem").unlink()
    before = {path: path.read_bytes() for path in house.folder.rglob("*") if path.is_file()}
    with pytest.raises(FleetError) as error:
        replace_key(house.network, "content-1", no_passphrase, NOW)
    assert error.value.code == "keys-missing"
    assert "root-1.pem, root-2.pem, root-3.pem" in str(error.value)
    assert {path: path.read_bytes() for path in house.folder.rglob("*") if path.is_file()} == before


def test_root_keys_on_sticks_are_found(house: House, tmp_path: Path):
    house.publish("212-444-0101")
    for number in (1, 2, 3):
        stick = tmp_path / f"stick-{number}"
        stick.mkdir()
        (house.folder / "keys" / f"root-{number}.pem").rename(stick / f"root-{number}.pem")
    folders = [house.folder / "keys", tmp_path / "stick-1", tmp_path / "stick-3"]
    replace_key(Network(house.folder, KeyRing(folders, no_passphrase)), "content-1", no_passphrase, NOW)
    house.publish("212-444-0102")
    assert house.receive().problem == ""


def test_two_people_must_sign_where_the_threshold_is_two(tmp_path: Path):
    network = make_network(tmp_path / "fleet", no_passphrase, NOW, {**USUAL, "content": Holders(2, 2)})
    (tmp_path / "fleet/keys/content-2.pem").unlink()
    with pytest.raises(FleetError) as error:
        network.publish(network.targets().signed, NOW)
    assert error.value.code == "keys-missing"


@pytest.mark.parametrize("holders", [Holders(1, 2), Holders(0, 0), Holders(2, 0)])
def test_a_threshold_that_nobody_can_meet_is_refused(tmp_path: Path, holders: Holders):
    with pytest.raises(FleetError) as error:
        make_network(tmp_path / "fleet", no_passphrase, NOW, {**USUAL, "content": holders})
    assert error.value.code == "threshold"
    assert not (tmp_path / "fleet").exists()


def ask(secret: str) -> Callable[[str], str]:
    return lambda name: secret


def test_a_key_file_is_of_no_use_without_its_passphrase(tmp_path: Path):
    make_network(tmp_path / "fleet", ask("correct horse"), NOW)
    right = Network(tmp_path / "fleet", KeyRing([tmp_path / "fleet/keys"], ask("correct horse")))
    right.publish(right.targets().signed, NOW)
    for secret in ("wrong", ""):
        wrong = Network(tmp_path / "fleet", KeyRing([tmp_path / "fleet/keys"], ask(secret)))
        with pytest.raises(FleetError) as error:
            wrong.publish(wrong.targets().signed, NOW)
        assert error.value.code == "key-locked"
        wrong.renew(NOW)  # the key of the timer has none


def test_nothing_is_overwritten(house: House):
    before = (house.folder / "keys" / "content-1.pem").read_bytes()
    with pytest.raises(FleetError) as error:
        make_network(house.folder, no_passphrase, NOW)
    assert error.value.code == "network-exists"
    assert (house.folder / "keys" / "content-1.pem").read_bytes() == before
