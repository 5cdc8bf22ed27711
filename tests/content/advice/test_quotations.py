"""Each line that may have a quotation beside it is listed with what its source says."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.advice.quotations import Quotation, quotations
from kiosk.content.files.topic_file import read_topic_file
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.topic_fields import TOPIC
from tests.conftest import ROOT

CARDS = """\
title: I feel unwell
cards:
  - level: emergency
    name: Breathing
    heading: Tell staff now
    source-says: Call at once
    address: https://www.example.org/a
    points:
      - point: Your chest hurts.
        source-says: Chest pain
        address: https://www.example.org/b
      - You cannot breathe.
"""


def listed(path: Path) -> list[Quotation]:
    return list(quotations(read_topic_file(path, path.name, "en", fastest_reader()).entries, TOPIC))


def test_a_line_without_a_quotation_is_listed_too(tmp_path: Path):
    path = tmp_path / "feel-unwell.yaml"
    path.write_text(CARDS)
    assert listed(path) == [
        Quotation("Tell staff now", "Call at once", "https://www.example.org/a"),
        Quotation("Your chest hurts.", "Chest pain", "https://www.example.org/b"),
        Quotation("You cannot breathe.", "", ""),
    ]


def test_every_line_of_the_cards_that_come_with_the_kiosk_has_one():
    found = listed(ROOT / "content/en/feel-unwell.yaml")
    assert len(found) > 30
    assert [each.line for each in found if not (each.says and each.address)] == []
