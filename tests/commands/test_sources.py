"""`kiosk sources`: what a clinician compares before an approval."""

from __future__ import annotations

from click.testing import CliRunner

from kiosk.cli import main


def test_each_line_stands_above_its_quotation_and_the_page_that_says_it():
    printed = CliRunner().invoke(main, ["sources", "feel-unwell"]).output
    lines = printed.splitlines()
    at = lines.index("Your chest hurts or feels tight.")
    assert lines[at + 1].startswith("    “Chest pain")
    assert lines[at + 2].startswith("    https://")
    assert "approve en/feel-unwell" in lines[-1]


def test_a_topic_that_does_not_exist_is_answered_with_those_that_do():
    done = CliRunner().invoke(main, ["sources", "feel-unwel"])
    assert done.exit_code == 2
    assert "feel-unwell" in done.output
