"""A folder is written whole or not at all, and nothing of anybody else's is ever replaced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.export.own_folder import MARK, NotOwnError, replace_folder

FILES = (("index.html", b"one"), ("en/signs.html", b"two"))


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def broken() -> Iterator[tuple[str, bytes]]:
    yield "index.html", b"new"
    raise OSError("the disk is full")


def test_a_new_folder_has_all_files_and_a_mark(tmp_path: Path):
    assert replace_folder(tmp_path / "a" / "site", FILES) == 2
    assert names(tmp_path / "a" / "site") == {"index.html", "en/signs.html", MARK}


def test_its_own_folder_is_replaced_as_a_whole(tmp_path: Path):
    replace_folder(tmp_path / "site", FILES)
    replace_folder(tmp_path / "site", [("index.html", b"new")])
    assert names(tmp_path / "site") == {"index.html", MARK}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("made", [True, False], ids=["over an older one", "new"])
def test_after_a_failure_everything_is_as_it_was(tmp_path: Path, made: bool):
    if made:
        replace_folder(tmp_path / "site", FILES)
    with pytest.raises(OSError, match="the disk is full"):
        replace_folder(tmp_path / "site", broken())
    assert [path.name for path in tmp_path.iterdir()] == (["site"] if made else [])
    assert not made or (tmp_path / "site" / "index.html").read_bytes() == b"one"


def test_a_folder_with_other_files_is_refused(tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(NotOwnError):
        replace_folder(tmp_path, FILES)
    assert names(tmp_path) == {"thesis.txt"}


def test_a_file_in_its_place_is_refused(tmp_path: Path):
    (tmp_path / "site").write_text("years of work")
    with pytest.raises(NotOwnError):
        replace_folder(tmp_path / "site", FILES)
