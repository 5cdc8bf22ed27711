"""A review that is long overdue is said to be, and holds no longer where only approved texts are shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kiosk.content.model.library import Library
from kiosk.content.model.overdue import GRACE_DAYS, with_overdue
from kiosk.content.model.times import library_at, next_change
from tests.content.model.test_unapproved import approve
from tests.content.sample_clinic import ClinicFolder

DUE = date(2027, 11, 22)
"""The day on which the reviews of `approve` are due."""
LAST = DUE + timedelta(days=GRACE_DAYS)
ONLY_APPROVED = "show-unapproved: no\n"


@pytest.fixture(params=["no", "yes"])
def library(clinic_folder: ClinicFolder, request: pytest.FixtureRequest) -> Library:
    approve(clinic_folder, "en/signs.yaml", "en/disclaimer.yaml", "en/feel-unwell.yaml")
    clinic = (clinic_folder.path / "clinic.yaml").read_text("utf-8")
    clinic_folder.write("clinic.yaml", clinic.replace(ONLY_APPROVED, f"show-unapproved: {request.param}\n"))
    found = clinic_folder.read().library
    assert found
    return found


def test_during_the_grace_nothing_changes(library: Library):
    assert with_overdue(library, LAST) is library


@pytest.mark.parametrize("library", ["yes"], indirect=True)
def test_after_it_the_page_is_shown_as_overdue(library: Library):
    shown = with_overdue(library, LAST + timedelta(days=1))
    assert shown.topic("signs", "en").overdue
    assert not shown.topic("signs", "en").holds
    assert shown.clinic.menu == library.clinic.menu


@pytest.mark.parametrize("library", ["no"], indirect=True)
def test_where_only_approved_texts_are_shown_it_counts_as_unapproved(library: Library):
    shown = with_overdue(library, LAST + timedelta(days=1))
    assert set(shown.withheld) == {"en/signs", "en/disclaimer", "en/feel-unwell"}
    assert shown.clinic.menu == ("feel-unwell",)
    assert shown.topic("disclaimer", "en").title == "Please ask a member of staff"
    assert with_overdue(shown, LAST + timedelta(days=2)) is shown


def test_a_running_kiosk_notices_the_day(library: Library):
    before = datetime.combine(LAST, datetime.max.time())
    turn = next_change(library, before)
    assert turn == datetime.combine(LAST + timedelta(days=1), datetime.min.time())
    assert library_at(library, before) is library
    assert library_at(library, turn) != library


def test_a_clock_that_must_be_wrong_makes_nothing_overdue(library: Library):
    assert library_at(library, datetime(2090, 1, 1)) is library
