"""A kiosk may choose its nine topics from a folder of thousands: it reads those nine, `check` reads all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content import reader
from kiosk.content.files.hashes import ALL_READ, content_hash, wanted_of
from kiosk.content.live.at_start import ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.content.reader import read_content
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, codes

SECOND = SIGNS.replace("menu-label: Signs", "menu-label: More signs")


@pytest.fixture
def common(clinic_folder: ClinicFolder) -> ClinicFolder:
    """More topics than are all read, most of them not in the menu."""
    for number in range(ALL_READ + 1):
        clinic_folder.write(f"en/common-{number}.yaml", SIGNS)
    return clinic_folder


@pytest.fixture
def last_good(tmp_path: Path) -> LastGood:
    return LastGood(tmp_path / "state")


@pytest.fixture
def live(common: ClinicFolder, last_good: LastGood) -> LiveContent:
    return LiveContent(common.path, content_at_start(common.path, last_good), last_good)


def settle(live: LiveContent) -> None:
    """Looks until a change would have been taken."""
    for _ in range(5):
        live.poll()


def test_patients_get_what_the_menu_leads_to(common: ClinicFolder, last_good: LastGood):
    started = content_at_start(common.path, last_good)
    assert started.source is ContentSource.LIVE
    assert set(started.library.topics["en"]) == {"disclaimer", "feel-unwell", "signs"}


def test_all_topics_are_read_as_long_as_they_are_few(clinic_folder: ClinicFolder, last_good: LastGood):
    clinic_folder.write("en/common.yaml", SIGNS)
    assert "common" in content_at_start(clinic_folder.path, last_good).library.topics["en"]
    assert wanted_of(content_hash(clinic_folder.path, ["signs"])) == ()


def test_the_next_start_reads_no_topic(common: ClinicFolder, last_good: LastGood, monkeypatch: pytest.MonkeyPatch):
    first = content_at_start(common.path, last_good)
    monkeypatch.delattr(reader, "read_topic_file")
    assert content_at_start(common.path, last_good) == first


def test_a_mistake_in_a_topic_that_no_menu_leads_to_is_for_check_to_tell(common: ClinicFolder, last_good: LastGood):
    common.write("en/common-7.yaml", "title: Broken\n")
    assert content_at_start(common.path, last_good).source is ContentSource.LIVE
    diagnostics = read_content(common.path).diagnostics
    assert {diagnostic.file for diagnostic in diagnostics} == {"en/common-7.yaml"}


def test_a_mistake_in_a_topic_of_the_menu_keeps_what_patients_have(common: ClinicFolder, live: LiveContent):
    before = live.library
    common.write("en/signs.yaml", "title: Broken\n")
    settle(live)
    assert live.error_count
    assert live.library is before
    common.write("en/signs.yaml", SECOND)
    settle(live)
    assert live.error_count == 0
    assert live.library.topics["en"]["signs"].menu_label == "More signs"


def test_a_topic_that_comes_into_the_menu_is_read(common: ClinicFolder, live: LiveContent):
    common.write("en/common-7.yaml", "title: Broken\n")
    common.write("clinic.yaml", CLINIC.replace("[signs,", "[signs, common-7,"))
    settle(live)
    assert codes(live.diagnostics)
    assert "common-7" not in live.library.clinic.menu
    common.write("en/common-7.yaml", SECOND)
    settle(live)
    assert live.error_count == 0
    assert live.library.topics["en"]["common-7"].menu_label == "More signs"


def test_a_topic_of_the_menu_that_is_not_there_is_missed_and_found(common: ClinicFolder, live: LiveContent):
    common.write("clinic.yaml", CLINIC.replace("[signs,", "[signs, absent,"))
    settle(live)
    assert [code for code, _ in codes(live.diagnostics)] == ["unknown-topic"]
    common.write("en/absent.yaml", SIGNS)
    settle(live)
    assert "absent" in live.library.topics["en"]


def test_a_folder_may_grow_and_shrink_while_the_kiosk_runs(clinic_folder: ClinicFolder, last_good: LastGood):
    live = LiveContent(clinic_folder.path, content_at_start(clinic_folder.path, last_good), last_good)
    for number in range(ALL_READ + 1):
        clinic_folder.write(f"en/common-{number}.yaml", SIGNS)
    settle(live)
    clinic_folder.write("en/signs.yaml", SECOND)
    settle(live)
    assert live.library.topics["en"]["signs"].menu_label == "More signs"
    assert "common-7" not in live.library.topics["en"]
    for number in range(8, ALL_READ + 1):
        (clinic_folder.path / f"en/common-{number}.yaml").unlink()
    settle(live)
    assert "common-7" in live.library.topics["en"]
    assert content_at_start(clinic_folder.path, last_good).source is ContentSource.LIVE
