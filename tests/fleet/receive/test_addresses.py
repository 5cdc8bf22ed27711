"""An address that cannot be used, of the server or of a proxy, is told as that, and staff find it in the report."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.fleet.receive.age import age_lines
from kiosk.fleet.receive.report import read_report
from tests.fleet.house import House
from tests.fleet.proxy import Proxy
from tests.fleet.web_server import WebServer

NO_PROXY = [
    "http://x:99999",
    "http://[::1",
    "socks5://x",
    "ftp://x:21",
    "http://",
    "http://a b:3128",
    "://",
    "http://%",
]


def test_a_proxy_of_the_environment_needs_no_scheme(house: House, web: WebServer, monkeypatch: pytest.MonkeyPatch):
    """As curl and other programs have it."""
    house.publish("212-444-0101")
    with Proxy() as proxy:
        proxy.known["content.example.org"] = web.address
        monkeypatch.setenv("http_proxy", proxy.address.removeprefix("http://"))
        assert house.receive(source="http://content.example.org").problem == ""
        assert proxy.passed > 3
    assert house.phone == "212-444-0101"


@pytest.mark.parametrize("address", NO_PROXY)
def test_a_proxy_of_the_environment_that_is_none_is_told(house: House, monkeypatch: pytest.MonkeyPatch, address: str):
    house.publish("212-444-0101")
    assert house.receive().problem == ""
    monkeypatch.setenv("https_proxy", address)
    told(house, "“https_proxy” of the environment", source="https://content.example.org")
    assert house.receive().problem == "", "a folder needs no proxy"


@pytest.mark.parametrize("address", NO_PROXY)
def test_a_proxy_of_the_settings_that_is_none_is_told(house: House, address: str):
    house.publish("212-444-0101")
    assert house.receive().problem == ""
    told(house, "“proxy” in fleet.yaml", source="http://content.example.org", proxy=address)


def test_the_password_of_a_proxy_is_not_repeated(house: House):
    report = house.receive(source="http://content.example.org", proxy="http://clinic:secret@proxy:99999")
    assert report.problem == "settings"
    assert "secret" not in report.sentence


@pytest.mark.parametrize("source", ["http://[::1", "https://x:99999", "http:///fleet", "file://[fleet", "http://a b/"])
def test_an_address_of_the_server_that_is_none_is_told(house: House, source: str):
    house.publish("212-444-0101")
    assert house.receive().problem == ""
    told(house, "“from” in fleet.yaml", source=source)


def told(house: House, where: str, **other: object) -> None:
    """One look with these settings ends with a sentence, which staff find afterwards too."""
    report = house.receive(**other)
    assert report.problem == "settings"
    assert where in report.sentence
    kept = read_report(house.settings.folder)
    assert kept == report
    assert any(report.sentence in line for line in age_lines(house.settings, kept, datetime.now(UTC)))
    assert house.phone == "212-444-0101"
