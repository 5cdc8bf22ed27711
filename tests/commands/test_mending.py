"""`kiosk check --mend` makes the files right, and `--undo` takes that back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from tests.conftest import ROOT

POINT = "You have bad headaches, or your eyesight changes."


@pytest.fixture
def signs(tmp_path: Path) -> Path:
    """A topic of a content folder, with two slips in it."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content/en/signs.yaml"
    path.write_text(path.read_text().replace("title:", " title:", 1).replace(f"      - {POINT}", f"      {POINT}", 1))
    return path


def check(signs: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", str(signs.parent.parent), *options])


def test_the_advice_is_the_line_as_it_has_to_be_typed(signs: Path):
    right = (ROOT / "content/en/signs.yaml").read_text().splitlines()
    printed = check(signs)
    assert printed.exit_code == 1
    assert f"Type line 3 like this, without a space at the start: “{right[2]}”" in printed.output
    assert f"with 6 spaces at the start: “      - {POINT}”" in printed.output
    assert printed.output.count("Error in") == 2


def test_a_file_is_mended_and_kept_as_it_was(signs: Path):
    faulty = signs.read_bytes()
    done = check(signs, "--mend")
    assert done.exit_code == 0
    assert "Mended: en/signs.yaml" in done.output
    assert f"      - {POINT}\n" in signs.read_text()
    assert check(signs).exit_code == 0
    check(signs, "--undo")
    assert signs.read_bytes() == faulty
    assert not list(signs.parent.glob("*~"))


def test_there_is_nothing_to_put_back_where_nothing_was_mended(signs: Path):
    done = check(signs, "--undo")
    assert done.exit_code == 1
    assert "nothing to undo" in done.output
