"""What the tests of many kiosks share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fleet.house import OLD, House
from tests.fleet.web_server import WebServer


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A network in which nothing is published yet, and a kiosk that has nothing yet."""
    return House(tmp_path)


@pytest.fixture
def web(house: House) -> Iterator[WebServer]:
    """The house's public folder on a web server."""
    with WebServer(house.public) as server:
        yield server


@pytest.fixture
def kept(house: House, web: WebServer) -> Callable[[str], None]:
    """Has the kiosk look, and makes sure that it refuses what it gets and keeps what it has."""
    house.publish(OLD)
    assert house.receive(source=web.address).problem == ""

    def look(problem: str, **other: object) -> None:
        report = house.receive(source=web.address, **other)
        assert report.problem == problem
        assert report.sentence
        assert house.phone == OLD

    return look
