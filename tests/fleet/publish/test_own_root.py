"""A kiosk whose own root.json is damaged says so, and does not accuse the server."""

from __future__ import annotations

import pytest

from tests.fleet.house import OLD, House


@pytest.mark.parametrize(
    "damage", ["", "{}", "xx", "[1]", "\0", '{"signed": {}, "signatures": []}', "half", "timestamp"]
)
def test_a_damaged_root_is_told_as_that(house: House, damage: str):
    house.publish(OLD)
    assert house.receive().problem == ""
    root = house.place / "root.json"
    whole = (house.folder / "root.json").read_text("utf-8")
    timestamp = (house.public / "metadata" / "timestamp.json").read_text("utf-8")
    root.write_text({"half": whole[: len(whole) // 2], "timestamp": timestamp}.get(damage, damage))
    report = house.receive(root=root)
    assert report.problem == "no-root"
    assert str(root) in report.sentence
    assert house.phone == OLD


def test_a_root_of_which_a_letter_was_changed_is_told_as_that(house: House):
    house.publish(OLD)
    root = house.place / "root.json"
    whole = (house.folder / "root.json").read_text("utf-8")
    for changed in (whole.replace('"version":1', '"version":2'), whole.replace('"consistent_snapshot":true', "")):
        assert changed != whole
        root.write_text(changed)
        assert house.receive(root=root).problem == "no-root"


def test_a_folder_in_place_of_the_root_is_told(house: House):
    house.publish(OLD)
    assert house.receive(root=house.place).problem == "no-root"
