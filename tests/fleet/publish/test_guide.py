"""docs/fleet.md explains every code and every line of fleet.yaml."""

from __future__ import annotations

import re

from kiosk.fleet.receive.settings import FLEET
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "fleet.md").read_text("utf-8")
ON_A_KIOSK = ("fetch", "remote_release", "receiver", "release_store", "unpack")
"""Modules whose codes staff of a clinic can meet."""


def first_column(title: str) -> set[str]:
    rows = GUIDE.split(title)[1].split("\n\n")[0]
    return set(re.findall(r"^\| `([a-z-]+)` \|", rows, re.MULTILINE))


def test_every_code_is_explained():
    codes = {"content-wrong", "not-understood"}
    for path in (ROOT / "kiosk/fleet").rglob("*.py"):
        if path.stem in ON_A_KIOSK:
            codes |= set(re.findall(r'FleetError\(\s*"([a-z-]+)"', path.read_text("utf-8")))
    assert len(codes) > 12
    assert first_column("| Code | What it means | What to do |") == codes


def test_every_line_of_the_settings_is_explained():
    rows = first_column("| In `fleet.yaml` | What for | Unless it is there |")
    assert rows == {field.name for field in FLEET.fields}


def test_alerts_name_codes_that_exist():
    rules = (ROOT / "deploy" / "fleet" / "alerts.yaml").read_text("utf-8")
    named = {code for codes in re.findall(r'code=~?"([a-z|-]+)"', rules) for code in codes.split("|")}
    assert named <= first_column("| Code | What it means | What to do |")
