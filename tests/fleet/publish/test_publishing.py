"""What the content manager does reaches exactly the kiosks that it is for."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata

from kiosk.fleet.bundle import pack
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.publish.network import KEPT_SNAPSHOTS
from kiosk.fleet.publish.overview import overview
from kiosk.fleet.receive.fitness import fitness, require_fit
from kiosk.fleet.release import next_of, whole_of
from kiosk.fleet.ring import RINGS, is_in, place, wider
from tests.content.sample_clinic import FILES, ClinicFolder
from tests.fleet.house import DAY, NOW, House


def code_of(error: pytest.ExceptionInfo[FleetError]) -> str:
    return error.value.code


def test_the_same_files_become_the_same_bytes_wherever_they_lie(house: House, tmp_path: Path):
    folder = house.content("212-444-0101")
    other = tmp_path / "other"
    other.mkdir()
    for path in sorted(folder.rglob("*.yaml"), reverse=True):
        copy = other / path.relative_to(folder)
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, copy)
        copy.chmod(0o600)
        os.utime(copy, (1, 1))
    (other / "notes.txt").write_text("not for kiosks")
    (other / "en" / "~backup.yaml").write_text("not for kiosks")
    assert pack(other) == pack(folder)


def test_another_text_becomes_other_bytes(house: House):
    assert pack(house.content("212-444-0101")).content != pack(house.content("212-444-0102")).content


def test_what_is_not_approved_is_not_published(house: House, tmp_path: Path):
    folder = ClinicFolder(tmp_path / "unapproved")
    for file, text in FILES.items():
        folder.write(file, text)
    with pytest.raises(FleetError, match="no clinician has approved") as error:
        require_fit(folder.path, date.today())
    assert code_of(error) == "not-approved"
    assert set(fitness(folder.path).unapproved) == {"en/signs", "en/disclaimer", "en/feel-unwell"}


def test_another_pronunciation_after_the_approval_is_not_published(house: House):
    folder = house.content("212-444-0101")
    (folder / "words.yaml").write_text("words:\n  - write: Now\n    say: next week\n")
    with pytest.raises(FleetError):
        require_fit(folder, date.today())
    assert fitness(folder).unapproved == ("en/feel-unwell",)


def test_an_edit_after_the_approval_is_not_published(house: House):
    folder = house.content("212-444-0101")
    path = folder / "en/signs.yaml"
    path.write_text(path.read_text().replace("A cough that does not go away", "A cough that has gone"))
    with pytest.raises(FleetError) as error:
        require_fit(folder, date.today())
    assert code_of(error) == "not-strict"
    assert [problem.file for problem in error.value.diagnostics] == ["en/signs.yaml"]
    assert fitness(folder).unapproved == ("en/signs",)


def test_what_a_strict_check_remarks_on_is_not_published(house: House):
    folder = house.content("212-444-0101")
    with pytest.raises(FleetError) as error:
        require_fit(folder, date.today() + 301 * DAY)
    assert code_of(error) == "not-strict"
    assert {problem.code for problem in error.value.diagnostics} == {"review-overdue"}
    assert require_fit(folder, date.today() + 299 * DAY).earliest_due == date.today() + 300 * DAY


def test_content_with_an_error_is_not_published(house: House):
    folder = house.content("212-444-0101")
    (folder / "en/signs.yaml").write_text("titel: The signs\n")
    with pytest.raises(FleetError) as error:
        fitness(folder)
    assert code_of(error) == "content-wrong"
    assert error.value.diagnostics


def test_a_ring_has_the_same_kiosks_each_time_and_is_part_of_each_wider_one():
    kiosks = [f"clinic-{number}" for number in range(20_000)]
    first, second, third = ({kiosk for kiosk in kiosks if is_in(kiosk, ring)} for ring in RINGS)
    assert first < second < third == set(kiosks)
    assert 140 < len(first) < 260
    assert 1800 < len(second) < 2200
    assert place("clinic-042") == pytest.approx(72.46), "a kiosk must stay in its ring from version to version"


def test_promoting_goes_from_ring_to_ring(house: House):
    house.publish("212-444-0101")
    house.publish("212-444-0102", channel="canary")
    percents = [house.promote("canary", "stable").percent for _ in RINGS]
    assert percents == list(RINGS)
    targets = house.network.targets().signed
    assert next_of(targets, "stable") is None
    assert whole_of(targets, "stable").content == whole_of(targets, "canary").content  # type: ignore[union-attr]
    with pytest.raises(FleetError) as error:
        house.promote("canary", "stable")
    assert code_of(error) == "already-there"


def test_newer_content_starts_again_in_the_first_ring(house: House):
    house.publish("212-444-0101")
    house.publish("212-444-0102", channel="canary")
    house.promote("canary", "stable", 10)
    house.publish("212-444-0103", channel="canary")
    assert house.promote("canary", "stable").percent == RINGS[0]
    assert [wider(percent) for percent in (0, 1, 5, 10, 99, 100)] == [1, 10, 10, 100, 100, 100]


def test_the_first_content_of_a_channel_goes_to_all(house: House):
    with pytest.raises(FleetError) as error:
        house.publish("212-444-0101", ring=10)
    assert code_of(error) == "first-for-all"
    house.publish("212-444-0101", channel="canary")
    assert house.promote("canary", "stable").percent == 100


def test_a_rollback_is_a_higher_release_of_the_old_content(house: House):
    first, second = house.publish("212-444-0101"), house.publish("212-444-0102")
    assert house.rollback("stable") == ["stable"]
    now = whole_of(house.network.targets().signed, "stable")
    assert now is not None
    assert now.content == first.content
    assert now.number > second.number


def test_rollbacks_go_further_back_each_time(house: House):
    contents = [house.publish(f"212-444-010{number}").content for number in range(4)]
    for content in reversed(contents[:-1]):
        house.rollback("stable")
        assert whole_of(house.network.targets().signed, "stable").content == content  # type: ignore[union-attr]
    with pytest.raises(FleetError) as error:
        house.rollback("stable")
    assert code_of(error) == "nothing-before"


def test_one_command_takes_the_newest_content_back_wherever_it_is(house: House):
    for channel in ("stable", "canary", "clinic-042"):
        house.publish("212-444-0101", channel=channel)
    house.publish("212-444-0102", channel="canary")
    house.promote("canary", "stable", 10)
    house.promote("canary", "clinic-042", 100)
    house.publish("212-444-0102", channel="new")
    assert house.rollback() == ["canary", "clinic-042", "stable"], "“new” has nothing to go back to"
    targets = house.network.targets().signed
    for channel in ("stable", "canary", "clinic-042"):
        assert next_of(targets, channel) is None
        assert whole_of(targets, channel).content == pack(house.content("212-444-0101")).content  # type: ignore[union-attr]


def test_what_all_kiosks_have_is_taken_back_even_while_a_ring_tries_something_else(house: House):
    first = house.publish("212-444-0101")
    house.publish("212-444-0102")
    house.publish("212-444-0103", ring=10)
    house.publish("212-444-0101", channel="canary")
    house.publish("212-444-0102", channel="canary")
    assert house.rollback() == ["canary", "stable"]
    targets = house.network.targets().signed
    assert next_of(targets, "stable") is None
    assert whole_of(targets, "stable").content == first.content  # type: ignore[union-attr]


@pytest.mark.parametrize("channel", ["", "../up", "Stable", "a/b", "a b", "-a", "é"])
def test_a_channel_has_a_plain_name(house: House, channel: str):
    with pytest.raises(FleetError) as error:
        house.publish("212-444-0101", channel=channel)
    assert code_of(error) == "channel-name"


def test_a_public_folder_that_somebody_has_changed_is_not_signed_again(house: House):
    house.publish("212-444-0101")
    for path in sorted(house.public.rglob("*")):
        if path.is_dir() or path.name in ("1.targets.json", "1.snapshot.json"):
            continue
        whole = path.read_bytes()
        path.write_bytes(whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:])
        with pytest.raises(FleetError) as error:
            house.promote("stable", "canary")
        assert code_of(error) == "public-changed", path
        path.write_bytes(whole)
    assert house.promote("stable", "canary").percent == 100


def test_renewing_changes_the_freshness_alone(house: House):
    house.publish("212-444-0101")
    before = house.network.targets().to_bytes()
    house.network.renew(NOW + 10 * DAY)
    assert house.network.targets().to_bytes() == before
    assert house.network.timestamp().signed.expires == NOW + 24 * DAY


def test_a_year_of_renewing_fills_no_disk(house: House):
    house.publish("212-444-0101")
    for day in range(KEPT_SNAPSHOTS + 5):
        house.network.renew(NOW + day * DAY)
    assert len(list((house.public / "metadata").glob("*.snapshot.json"))) == KEPT_SNAPSHOTS + 1
    assert house.receive().problem == ""


def test_the_overview_says_what_is_over(house: House):
    house.publish("212-444-0101")
    house.publish("212-444-0102", ring=1)
    said = "\n".join(overview(house.network, NOW))
    assert "stable: all kiosks have release 2" in said
    assert "the first 1 % have release 3" in said
    assert "2 of root-1, root-2, root-3 must sign" in said
    assert "SOON" not in said
    assert "freshness, by “fleet renew”  <- SOON" in "\n".join(overview(house.network, NOW + 8 * DAY))
    assert "freshness, by “fleet renew”  <- OVER" in "\n".join(overview(house.network, NOW + 15 * DAY))


def test_nothing_public_is_a_secret(house: House):
    house.publish("212-444-0101")
    for path in house.public.rglob("*"):
        assert path.is_dir() or b"PRIVATE" not in path.read_bytes()
    for path in (house.folder / "keys").iterdir():
        assert path.stat().st_mode & 0o077 == 0
    assert Metadata.from_file(str(house.folder / "root.json")).signed.version == 1
