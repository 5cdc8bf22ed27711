"""`docs/accessibility.md` names tests that there are, for every requirement."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+) \|(.*)\|$", PAGE, re.MULTILINE)


def test_the_requirements_are_numbered_without_a_gap():
    assert [int(number) for number, _ in ROWS] == list(range(1, len(ROWS) + 1))
    assert len(ROWS) >= 33


def test_each_requirement_names_a_test_and_each_named_test_exists():
    for number, row in ROWS:
        named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row)
        assert named, f"requirement {number} names no test"
        for file, test in named:
            path = ROOT / Path(file)
            assert path.is_file(), f"requirement {number}: there is no {file}"
            if test:
                assert re.search(rf"^(async )?def {test}\(", path.read_text("utf-8"), re.MULTILINE), (
                    f"requirement {number}: there is no {test} in {file}"
                )


def test_whether_it_is_met_is_said_plainly():
    for number, row in ROWS:
        met = row.split("|")[1].strip()
        assert met.startswith(("Supports", "Partially supports", "Does not support")), f"requirement {number}: “{met}”"
