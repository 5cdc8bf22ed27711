"""What another machine on this network needs to fetch packages is found, whatever form it was written in."""

from __future__ import annotations

import pytest

from acceptance.fetching import debian_mirror, pip_file, pip_settings

NEWER = """Types: deb
URIs: http://mirror.example.org/debian
Suites: bookworm bookworm-updates
Components: main

Types: deb
URIs: http://mirror.example.org/debian-security
Suites: bookworm-security
"""
OTHERS = """Types: deb
URIs: https://somebody.example.org/tools
Suites: nodistro
"""


@pytest.mark.parametrize(
    ("sources", "address"),
    [
        ([NEWER], "http://mirror.example.org/debian"),
        ([OTHERS, NEWER], "http://mirror.example.org/debian"),
        (["deb http://mirror.example.org/debian trixie main\n"], "http://mirror.example.org/debian"),
        (["deb [arch=amd64 signed-by=/k] https://m.example.org/d stable main\n"], "https://m.example.org/d"),
        (["# deb http://old.example.org/debian trixie main\n"], None),
        ([OTHERS, "deb https://somebody.example.org/apt tools-bookworm main\n"], None),
        ([], None),
    ],
)
def test_the_mirror_is_that_of_debian_itself(sources: list[str], address: str | None):
    assert debian_mirror(sources) == address


def test_of_pips_settings_only_those_go_that_tell_of_the_network():
    listing = (
        ":env:.disable-pip-version-check='1'\n"
        "global.cert='/etc/ssl/certs/clinic.pem'\n"
        "global.find-links='/opt/parts'\n"
        "global.extra-index-url='file:///opt/index https://index.example.org/simple'\n"
        "user.proxy='http://proxy.example.org:3128'\n"
    )
    found = pip_settings(listing)
    assert found == {
        "cert": "/etc/ssl/certs/clinic.pem",
        "extra-index-url": "https://index.example.org/simple",
        "proxy": "http://proxy.example.org:3128",
    }
    assert pip_file(found).splitlines()[:2] == ["[global]", "cert = /etc/ssl/certs/clinic.pem"]


def test_several_indexes_that_pip_lists_in_one_line_stay_apart():
    assert pip_settings("global.extra-index-url='\\nfile:///a\\nhttps://b.example.org'\n") == {
        "extra-index-url": "https://b.example.org"
    }


def test_where_pip_has_no_settings_the_file_has_none():
    assert pip_file(pip_settings("")) == "[global]\n"
