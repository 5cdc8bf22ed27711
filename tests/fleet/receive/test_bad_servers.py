"""A web server that misbehaves, says nothing or is down: patients keep what they have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.fleet.receive.fetch import PATIENCE_S
from kiosk.fleet.release import WHOLE
from tests.fleet.house import NEW, OLD, House
from tests.fleet.web_server import WebServer


@pytest.mark.parametrize("file", ["2.root.json", "timestamp.json", "3.snapshot.json", "3.targets.json", WHOLE])
@pytest.mark.parametrize("way", ["endless", "broken_off", "failing", "nonsense", "drop_by_drop"])
def test_a_server_that_misbehaves_changes_nothing(
    house: House, kept: Callable[..., None], web: WebServer, file: str, way: str
):
    house.publish(NEW)
    web.answers[file] = web.saying(b"<html>Please log in</html>") if way == "nonsense" else getattr(web, way)
    problems = {
        "endless": "too-large",
        "broken_off": "unreachable",
        "failing": "unreachable",
        "nonsense": "tampered",
        "drop_by_drop": "too-slow",
    }
    kept(problems[way], time_limit_s=1.0 if way == "drop_by_drop" else 60.0)
    web.answers.clear()
    assert house.receive(source=web.address).problem == ""
    assert house.phone == NEW


def test_a_server_that_says_nothing_is_given_up(
    house: House, kept: Callable[..., None], web: WebServer, monkeypatch: pytest.MonkeyPatch
):
    assert 5 <= PATIENCE_S <= 60
    monkeypatch.setattr("kiosk.fleet.receive.fetch.PATIENCE_S", 0.2)
    web.answers["timestamp.json"] = lambda handler: web.closing.wait(20) and None
    kept("too-slow")


def test_a_server_that_is_down_is_survived(house: House, kept: Callable[..., None]):
    report = house.receive(source="http://127.0.0.1:9")
    assert report.problem == "unreachable"
    report = house.receive(source="http://does-not-exist.invalid")
    assert report.problem == "unreachable"
    report = house.receive(source="/nowhere")
    assert report.problem == "unreachable"
    assert house.phone == OLD
    assert house.receive().problem == ""
