"""Without a network, or with a wrong clock: patients see content all the same, and staff see how old it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.fleet.receive.age import age_lines
from kiosk.fleet.receive.report import read_report
from tests.fleet.house import DAY, NOW, House
from tests.fleet.web_server import WebServer


def test_thirty_days_offline_patients_see_content_and_staff_see_how_old_it_is(house: House, web: WebServer):
    house.publish("212-444-0101")
    assert house.receive(NOW, source=web.address).problem == ""
    nowhere = "http://127.0.0.1:9"
    for day in range(1, 31):
        assert house.receive(NOW + day * DAY, source=nowhere).problem == "unreachable"
    assert house.phone == "212-444-0101"
    lines = "\n".join(age_lines(house.settings, read_report(house.settings.folder), NOW + 30 * DAY))
    assert "last confirmed 30 days ago" in lines
    assert "cannot be reached" in lines
    house.network.renew(NOW + 30 * DAY)
    house.publish("212-444-0102", now=NOW + 30 * DAY)
    assert house.receive(NOW + 30 * DAY, source=web.address).problem == ""
    assert house.phone == "212-444-0102"


@pytest.mark.parametrize("year", [1970, 2000, 2100])
def test_with_a_wrong_clock_content_stays_and_staff_are_told(house: House, year: int):
    house.publish("212-444-0101")
    house.receive()
    clock = datetime(year, 1, 1, tzinfo=UTC)
    report = house.receive(clock, source="http://127.0.0.1:9")
    assert report.problem == ("clock" if year < NOW.year else "unreachable")
    assert house.phone == "212-444-0101"
    if year < NOW.year:
        assert "Set the clock" in report.sentence
        assert any("clock of this machine is wrong" in line for line in age_lines(house.settings, report, clock))


def test_a_kiosk_without_a_clock_gets_its_first_content(house: House):
    house.publish("212-444-0101")
    assert house.receive(datetime(1970, 1, 1, tzinfo=UTC)).problem == ""
    assert house.phone == "212-444-0101"


def test_a_clock_that_was_set_back_does_not_make_content_look_younger(house: House):
    house.publish("212-444-0101")
    reached = house.receive(NOW + DAY).reached
    assert house.receive(NOW - 5 * DAY).reached == reached
