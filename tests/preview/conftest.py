"""A copy of the shipped content to edit."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def signs(tmp_path: Path) -> Path:
    """A topic's file in a content folder."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path / "content" / "en" / "signs.yaml"


def change(path: Path, old: str, new: str) -> None:
    """Saves the file with other words, as an editor does that writes beside and renames."""
    text = path.read_text("utf-8")
    assert old in text
    beside = path.with_suffix(".swp")
    beside.write_text(text.replace(old, new), "utf-8")
    beside.replace(path)
