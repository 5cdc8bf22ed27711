"""Days have names."""

from __future__ import annotations

from datetime import date

from kiosk.editor.model.days import day_name, days_ahead, split_moment, typed_day


def test_the_next_days_are_offered_by_name():
    days = days_ahead(date(2026, 11, 30))
    assert days[0] == ("2026-11-30", "Today, Monday, November 30, 2026")
    assert days[1] == ("2026-12-01", "Tomorrow, Tuesday, December 1, 2026")
    assert len(days) == 14
    assert day_name(date(2027, 1, 2)) == "Saturday, January 2, 2027"


def test_a_moment_is_a_day_and_a_time():
    assert split_moment("2026-11-22 08:00") == ("2026-11-22", "08:00")
    assert split_moment("2026-11-22") == ("2026-11-22", "")
    assert split_moment("next week") == ("next week", "")


def test_a_day_may_be_typed_in_other_ways_if_it_can_mean_only_one():
    assert typed_day("12/24/2026") == "2026-12-24"
    assert typed_day("2026-12-24") == "2026-12-24"
    assert typed_day("1/12/2026") == "1/12/2026"
