"""A damaged report is as good as none: staff's commands and the next look go on without it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.reader import read_content
from kiosk.fleet.receive.age import age_lines
from kiosk.fleet.receive.fitness import Fitness, fitness
from kiosk.fleet.receive.health import health_text
from kiosk.fleet.receive.report import FILE, Report, moment_of, read_report
from tests.fleet.house import NEW, OLD, House

DAMAGES = [
    ("reached", "2026-11-22T10:00:00"),
    ("reached", "yesterday"),
    ("looked", "2026-11-22"),
    ("looked", "\ud800"),
    ("seen", {"root": "many", "timestamp": 1}),
    ("seen", {"root": 1, "timestamp": None}),
    ("seen", {"root": True}),
    ("seen", {"timestamp": 1.5}),
    ("review_due", "soon"),
    ("review_due", "2026-13-01"),
    ("number", 10**400),
    ("number", -1),
    ("sentence", "\ud800"),
]


@pytest.mark.parametrize(("name", "value"), DAMAGES, ids=[f"{name}-{n}" for n, (name, _) in enumerate(DAMAGES)])
def test_a_damaged_report_is_as_good_as_none(house: House, name: str, value: object):
    house.publish(OLD)
    assert house.receive().problem == ""
    path = house.settings.folder / FILE
    kept: dict[str, Any] = json.loads(path.read_bytes())
    kept["value"][name] = value
    path.write_text(json.dumps(kept))
    assert read_report(house.settings.folder) == Report()
    assert "not received any content yet" in "".join(age_lines(house.settings, Report(), datetime.now(UTC)))
    assert "kiosk_content_release 0.0" in health_text(house.settings)
    house.publish(NEW)
    assert house.receive().problem == ""
    assert house.phone == NEW
    assert read_report(house.settings.folder).number == 3


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_a_moment_at_the_end_of_the_calendar_ends_nothing(house: House, moment: str):
    house.publish(OLD)
    assert house.receive().problem == ""
    path = house.settings.folder / FILE
    kept: dict[str, Any] = json.loads(path.read_bytes())
    kept["value"]["reached"] = moment
    path.write_text(json.dumps(kept))
    assert read_report(house.settings.folder).reached == moment
    assert age_lines(house.settings, read_report(house.settings.folder), datetime.now(UTC))
    assert health_text(house.settings)
    assert house.receive(source="http://127.0.0.1:9").problem in ("unreachable", "clock")
    assert house.receive().problem in ("", "expired", "clock")


def test_a_report_is_not_lost_for_what_others_have_signed(house: House):
    """It holds the versions behind which the kiosk never goes."""
    house.publish(OLD)
    report = house.receive()
    path = house.settings.folder / FILE
    path.write_text(path.read_text().replace(report.published, "some day"))
    assert read_report(house.settings.folder).seen == report.seen
    assert "kiosk_content_release 2.0" in health_text(house.settings)


def test_a_moment_without_a_zone_is_none():
    assert moment_of("2026-11-22T10:00:00+00:00") == datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert moment_of("2026-11-22T10:00:00Z") == datetime(2026, 11, 22, 10, tzinfo=UTC)
    for text in ("2026-11-22T10:00:00", "2026-11-22", "soon", ""):
        assert moment_of(text) is None


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("gone", "so it is not used. The folder gone could not be opened"),
        ("empty", "so it is not used. clinic.yaml: This file does not exist."),
    ],
)
def test_the_sentence_of_a_finding_names_no_line_where_there_is_none(
    house: House, monkeypatch: pytest.MonkeyPatch, inside: str, sentence: str
):
    def of_another_folder(folder: Path) -> Fitness:
        other = folder.parent / inside
        if inside == "empty":
            other.mkdir(exist_ok=True)
        assert all(problem.line == 0 for problem in read_content(other).diagnostics)
        return fitness(other)

    house.publish(OLD)
    monkeypatch.setattr("kiosk.fleet.receive.receiver.fitness", of_another_folder)
    report = house.receive()
    assert report.problem == "content-wrong"
    assert sentence in report.sentence
    assert "line 0" not in report.sentence
