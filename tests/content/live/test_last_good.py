"""The last good copy is the same library, and is never taken for another one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.content.files.hashes import content_hash
from kiosk.content.live import last_good
from kiosk.content.live.at_start import ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.library import Library
from tests.conftest import ROOT


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def test_what_is_loaded_is_what_was_saved(library: Library, content: Path, tmp_path: Path):
    kept = LastGood(tmp_path / "state")
    assert kept.save(content, content_hash(content), library)
    assert kept.load(content) == (content_hash(content), library)


def test_a_changed_file_is_not_hidden_by_the_copy(library: Library, content: Path, tmp_path: Path):
    kept = LastGood(tmp_path / "state")
    kept.save(content, content_hash(content), library)
    assert content_at_start(content, kept) == (library, (), ContentSource.LIVE, content_hash(content))
    (content / "en" / "signs.yaml").write_text("title: Broken")
    assert content_at_start(content, kept).source is ContentSource.LAST_GOOD


def test_the_copy_of_another_folder_is_not_used(library: Library, content: Path, tmp_path: Path):
    kept = LastGood(tmp_path / "state")
    kept.save(content, content_hash(content), library)
    assert kept.load(tmp_path / "other") is None


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"[]", b'{"made-from": 1}', b"\xff\xfe", b'{"made-from": "x", "value": {}}']
)
def test_a_spoilt_copy_counts_as_none(library: Library, content: Path, tmp_path: Path, spoilt: bytes):
    kept = LastGood(tmp_path / "state")
    kept.save(content, "x", library)
    next((tmp_path / "state").iterdir()).write_bytes(spoilt)
    assert kept.load(content) is None


def test_a_copy_cut_short_anywhere_counts_as_none(library: Library, content: Path, tmp_path: Path):
    kept = LastGood(tmp_path / "state")
    kept.save(content, "x", library)
    path = next((tmp_path / "state").iterdir())
    whole = path.read_bytes()
    for length in range(0, len(whole), 997):
        path.write_bytes(whole[:length])
        assert kept.load(content) is None


def test_where_nothing_can_be_written_the_kiosk_does_without(library: Library, content: Path, tmp_path: Path):
    (tmp_path / "state").write_text("a file, where a folder should be")
    assert not LastGood(tmp_path / "state").save(content, "x", library)


def test_nothing_is_left_beside_the_copy(library: Library, content: Path, tmp_path: Path):
    kept = LastGood(tmp_path / "state")
    for _ in range(3):
        kept.save(content, "x", library)
    assert len(list((tmp_path / "state").iterdir())) == 1


def test_the_newest_copy_is_had_whatever_the_folder_holds_now(library: Library, content: Path, tmp_path: Path):
    kept = LastGood(tmp_path / "state")
    kept.save(content, content_hash(content), library)
    shutil.rmtree(content)
    copy = kept.load(content)
    assert copy
    assert copy.library == library


def test_a_copy_in_an_older_form_is_not_used(
    library: Library, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    kept = LastGood(tmp_path / "state")
    monkeypatch.setattr(last_good, "_form", lambda: "0")
    kept.save(content, content_hash(content), library)
    monkeypatch.undo()
    assert kept.load(content) is None
