"""Notices, pages for a time and opening hours hold when they should; a wrong clock hides nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.content.files.hashes import content_hash
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.library import Library, Weight
from kiosk.content.model.times import clock_is_right, is_open, library_at, next_change, notice_at
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, SIGNS, ClinicFolder, codes

NOTICE = """\
text: The lift is out of order. Please ask at the desk.
level: important
from: 2026-11-23 08:00
until: 2026-11-24
"""
HOURS = """\
opening-hours:
  - days: [monday, tuesday, wednesday, thursday]
    from: 8:00
    until: 17:30
  - days: [friday]
    from: 08:00
    until: 12:00
closed-on: [2026-12-25, 2026-12-28]
"""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def library(folder: ClinicFolder) -> Library:
    reading = folder.read()
    assert reading.library is not None, reading.diagnostics
    return reading.library


class TestNotice:
    """`notice.yaml`."""

    @pytest.fixture
    def with_notice(self, clinic_folder: ClinicFolder) -> Library:
        clinic_folder.write("notice.yaml", NOTICE)
        return library(clinic_folder)

    @pytest.mark.parametrize(
        ("now", "shown"),
        [
            ("2026-11-23 07:59", False),
            ("2026-11-23 08:00", True),
            ("2026-11-24 23:59", True),
            ("2026-11-25 00:00", False),
            ("2020-01-01 00:00", True),  # the clock is wrong
            ("2040-01-01 00:00", True),
        ],
    )
    def test_it_shows_from_its_start_to_the_end_of_its_last_day(self, with_notice: Library, now: str, shown: bool):
        assert (notice_at(with_notice, at(now)) is not None) is shown

    def test_without_a_start_it_holds_at_once(self, clinic_folder: ClinicFolder):
        clinic_folder.write("notice.yaml", "text: Closed tomorrow.\nuntil: 2026-11-24 12:00\n")
        found = library(clinic_folder)
        assert notice_at(found, at("2026-11-22 00:00")) is found.notice
        assert notice_at(found, at("2026-11-24 12:00")) is None
        assert found.notice is not None
        assert found.notice.level is Weight.INFORMATION

    def test_it_keeps_its_texts_as_written_in_each_language(self, clinic_folder: ClinicFolder):
        clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
        clinic_folder.write("es/notes.txt", "")
        clinic_folder.write(
            "notice.yaml",
            "text: Call <phone>.\nuntil: 2026-11-24\ntranslations:\n  - language: es\n    text: Llame a <clinic>.\n",
        )
        notice = library(clinic_folder).notice
        assert notice is not None
        assert notice.texts == {"en": "Call <phone>.", "es": "Llame a <clinic>."}

    @pytest.mark.parametrize("written", ["<fone>", "< phone >", "{phone}", "<phone"])
    def test_a_placeholder_without_a_meaning_is_told(self, clinic_folder: ClinicFolder, written: str):
        clinic_folder.write("notice.yaml", f"until: 2026-11-24\ntext: Call {written} now.\n")
        assert codes(clinic_folder.read().diagnostics) == [("unknown-placeholder", 2)]

    def test_it_is_had_in_the_visitors_language_where_it_can_be(self, clinic_folder: ClinicFolder):
        clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
        clinic_folder.write("es/notes.txt", "")
        clinic_folder.write(
            "notice.yaml", NOTICE + "translations:\n  - language: es\n    text: El ascensor no funciona.\n"
        )
        notice = library(clinic_folder).notice
        assert notice is not None
        assert notice.text("es", "en") == ("El ascensor no funciona.", "es")
        assert notice.text("vi", "en") == ("The lift is out of order. Please ask at the desk.", "en")

    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            ("until: 2026-11-24", "until: 2026-11-22", [("bad-span", 4)]),
            ("until: 2026-11-24", "until: tomorrow", [("bad-date", 4)]),
            ("from: 2026-11-23 08:00", "from: 2026-11-23 25:00", [("bad-date", 3)]),
            ("until: 2026-11-24\n", "", [("missing-key", 1)]),
            ("level: important", "level: urgent", [("unknown-value", 2)]),
            ("text:", "txt:", [("unknown-key", 1)]),
            ("until: 2026-11-24\n", "until: 2026-11-24\ntranslations:\n  - language: fr\n    text: Bonjour.\n",
             [("language-not-listed", 6)]),
            ("until: 2026-11-24\n", "until: 2026-11-24\ntranslations:\n  - language: en\n    text: Again.\n",
             [("listed-twice", 6)]),
        ],
    )  # fmt: skip
    def test_a_fault_is_told(self, clinic_folder: ClinicFolder, old: str, new: str, found: list[tuple[str, int]]):
        clinic_folder.write("notice.yaml", NOTICE.replace(old, new))
        assert codes(clinic_folder.read().diagnostics) == found

    def test_the_last_good_copy_keeps_it(self, with_notice: Library, clinic_folder: ClinicFolder):
        kept = LastGood(clinic_folder.path.parent / "state")
        kept.save(clinic_folder.path, content_hash(clinic_folder.path), with_notice)
        copy = kept.load(clinic_folder.path)
        assert copy
        assert copy.library == with_notice


class TestPagesForATime:
    """`show-from` and `show-until`."""

    @pytest.fixture
    def with_extra(self, clinic_folder: ClinicFolder) -> ClinicFolder:
        clinic_folder.write("en/extra.yaml", "show-from: 2026-12-01\nshow-until: 2026-12-31\n" + SIGNS)
        clinic_folder.write("clinic.yaml", CLINIC.replace("[signs,", "[signs, extra,"))
        return clinic_folder

    @pytest.mark.parametrize(
        ("now", "shown"),
        [
            ("2026-11-30 23:59", False),
            ("2026-12-01 00:00", True),
            ("2026-12-31 23:59", True),
            ("2027-01-01 00:00", False),
            ("1999-01-01 00:00", True),
        ],
    )
    def test_a_page_is_there_in_its_time(self, with_extra: ClinicFolder, now: str, shown: bool):
        found = library_at(library(with_extra), at(now))
        assert ("extra" in found.clinic.menu) is shown
        assert ("extra" in found.topics["en"]) is shown
        assert "signs" in found.clinic.menu

    def test_the_menu_never_becomes_empty(self, with_extra: ClinicFolder):
        with_extra.write("en/signs.yaml", "show-until: 2026-11-23\n" + SIGNS)
        whole = library(with_extra)
        assert library_at(whole, at("2027-06-01 00:00")) is whole

    def test_without_times_nothing_is_made_anew(self, clinic_folder: ClinicFolder):
        whole = library(clinic_folder)
        assert library_at(whole, at("2026-12-01 00:00")) is whole

    def test_the_last_good_copy_keeps_the_times(self, with_extra: ClinicFolder):
        whole = library(with_extra)
        kept = LastGood(with_extra.path.parent / "state")
        kept.save(with_extra.path, "x", whole)
        copy = kept.load(with_extra.path)
        assert copy
        assert copy.library == whole

    def test_faults_are_told(self, clinic_folder: ClinicFolder):
        clinic_folder.write("en/signs.yaml", "show-from: 2026-12-02\nshow-until: 2026-12-01\n" + SIGNS)
        assert codes(clinic_folder.read().diagnostics) == [("bad-span", 2)]

    def test_care_cards_do_not_come_and_go(self, clinic_folder: ClinicFolder):
        clinic_folder.write("en/feel-unwell.yaml", "show-from: 2026-12-02\n" + FEEL_UNWELL)
        assert codes(clinic_folder.read().diagnostics) == [("always-shown", 1)]


class TestOpeningHours:
    """`opening-hours` and `closed-on`."""

    @pytest.fixture
    def with_hours(self, clinic_folder: ClinicFolder) -> Library:
        clinic_folder.write("clinic.yaml", CLINIC + HOURS)
        return library(clinic_folder)

    @pytest.mark.parametrize(
        ("now", "opened"),
        [
            ("2026-11-23 07:59", False),  # a Monday
            ("2026-11-23 08:00", True),
            ("2026-11-23 17:29", True),
            ("2026-11-23 17:30", False),
            ("2026-11-27 12:00", False),  # a Friday
            ("2026-11-28 10:00", False),  # a Saturday
            ("2026-12-28 10:00", False),  # a Monday off
            ("2019-11-23 03:00", True),  # the clock is wrong
        ],
    )
    def test_the_clinic_is_open_in_its_hours(self, with_hours: Library, now: str, opened: bool):
        assert is_open(with_hours, at(now)) is opened

    def test_without_hours_it_is_always_open(self, clinic_folder: ClinicFolder):
        assert is_open(library(clinic_folder), at("2026-11-29 03:00"))

    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            ("until: 17:30", "until: 7:00", [("bad-span", 13)]),
            ("from: 8:00", "from: 8", [("wrong-form", 12)]),
            ("from: 8:00", "from: 25:00", [("wrong-form", 12)]),
            ("[friday]", "[fryday]", [("unknown-value", 14)]),
            ("2026-12-28]", "28/12]", [("bad-date", 17)]),
        ],
    )
    def test_a_fault_is_told(self, clinic_folder: ClinicFolder, old: str, new: str, found: list[tuple[str, int]]):
        clinic_folder.write("clinic.yaml", CLINIC + HOURS.replace(old, new))
        assert codes(clinic_folder.read().diagnostics) == found

    def test_the_last_good_copy_keeps_them(self, with_hours: Library, clinic_folder: ClinicFolder):
        kept = LastGood(clinic_folder.path.parent / "state")
        kept.save(clinic_folder.path, "x", with_hours)
        copy = kept.load(clinic_folder.path)
        assert copy
        assert copy.library == with_hours


class TestClock:
    """The newest text tells what day it is at least."""

    @pytest.mark.parametrize(
        ("now", "right"),
        [
            ("1970-01-01 00:00", False),
            ("2026-11-20 23:59", False),
            ("2026-11-21 00:00", True),
            ("2031-11-01 00:00", True),
            ("2036-01-01 00:00", False),
        ],
    )
    def test_a_clock_before_the_newest_text_or_years_after_it_is_wrong(self, clinic_folder, now: str, right: bool):
        assert clock_is_right(library(clinic_folder), at(now)) is right


class TestNextChange:
    """Nothing has to be asked more often than it can change."""

    def test_where_nothing_changes_there_is_none(self, clinic_folder: ClinicFolder):
        assert next_change(library(clinic_folder), at("2026-11-23 00:00")) is None

    def test_between_two_changes_everything_stays(self, clinic_folder: ClinicFolder):
        clinic_folder.write("notice.yaml", NOTICE)
        clinic_folder.write("clinic.yaml", CLINIC.replace("[signs,", "[signs, extra,") + HOURS)
        clinic_folder.write("en/extra.yaml", "show-from: 2026-11-24 09:15\nshow-until: 2026-11-24 18:00\n" + SIGNS)
        found = library(clinic_folder)

        def state(now: datetime) -> tuple[object, ...]:
            return notice_at(found, now) is None, library_at(found, now).clinic.menu, is_open(found, now)

        now, changes = at("2026-11-23 00:00"), 0
        while now < at("2026-12-30 00:00"):
            after = next_change(found, now)
            assert after is not None
            minute = now
            while minute < min(after, at("2026-12-30 00:00")):
                assert state(minute) == state(now), (now, minute)
                minute += timedelta(minutes=7)
            changes += state(after) != state(now)
            now = after
        assert changes > 40
