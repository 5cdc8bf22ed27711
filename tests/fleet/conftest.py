"""What the tests of many kiosks share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fleet.house import House
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
