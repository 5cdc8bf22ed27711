"""A line of a list that starts as it does elsewhere: what is told, and that nothing else is told because of it."""

from __future__ import annotations

import pytest

from kiosk.content.parsing.list_signs import diagnose_list_sign, list_sign
from kiosk.content.parsing.yaml_events import Reader
from tests.content.sample_clinic import ClinicFolder, codes

NAMES = frozenset({"level", "points"})


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("-Pain", "-"),
        ("  -Pain", "-"),
        ("• Pain", "•"),
        ("•Pain", "•"),
        ("– Pain", "–"),
        ("— Pain", "—"),
        ("* Pain", "*"),
        ("1. Pain", "1."),
        ("12) Pain", "12)"),
    ],
)
def test_a_sign_in_place_of_a_dash_and_a_space(line: str, sign: str):
    assert list_sign(line) == sign


@pytest.mark.parametrize(
    "line", ["- Pain", "-5 degrees", "--", "-", "*Pain*", "1.5 mg", "1. ", "–", "2026. x", "Pain - x", ""]
)
def test_what_is_no_such_sign(line: str):
    assert list_sign(line) == ""


@pytest.mark.parametrize(
    ("lines", "fix", "repaired"),
    [
        (["points:", "  - Pain", "  -Cough"], "“- Cough”", "  - Cough"),
        (["- Pain", "  and more", "1. Cough: dry"], '“- "Cough: dry"”', '- "Cough: dry"'),
        (["  - level: a", "    points:", "      - Pain", "  -level: b"], "“- level: b”", "  - level: b"),
    ],
)
def test_the_mended_line_is_told_and_read_on(lines: list[str], fix: str, repaired: str):
    diagnostic = diagnose_list_sign(len(lines), lines, NAMES, in_line=True)
    assert diagnostic is not None
    assert diagnostic.fix == f"Type a dash and a space (- ) instead: {fix}."
    assert diagnostic.repaired == repaired


@pytest.mark.parametrize(
    "lines",
    [
        ["text: Pain", "  – and more"],
        ["points:", "  - Pain", "    • more"],
        ["  - Pain", "points:", "  • Cough"],
        ["• Pain"],
    ],
)
def test_where_it_may_be_something_else_it_is_not_taken_for_a_line_of_a_list(lines: list[str]):
    assert diagnose_list_sign(len(lines), lines, NAMES, in_line=True) is None


def test_a_first_line_without_its_dash_spoils_no_other(clinic_folder: ClinicFolder, reader: Reader):
    """The lines below would be its continuation, and each of their dashes would be called out of line."""
    clinic_folder.change_line("en/signs.yaml", 18, "      -Pain in a bone\n      - A lump\n      -Cough")
    assert codes(clinic_folder.read(reader).diagnostics) == [("list-sign", 18), ("list-sign", 20)]


def test_all_such_lines_are_told_in_one_go(clinic_folder: ClinicFolder, reader: Reader):
    clinic_folder.change_line("en/signs.yaml", 19, "      • A lump\n      • Cough: dry\n      - Pain # 1")
    assert codes(clinic_folder.read(reader).diagnostics) == [
        ("list-sign", 19), ("list-sign", 20), ("words-after-hash", 21)]  # fmt: skip
