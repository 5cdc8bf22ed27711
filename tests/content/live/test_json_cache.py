"""What is kept is whole or not there, and a killed writer leaves nothing for long."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from kiosk.content.live import json_cache


def test_what_was_kept_is_found_by_its_mark(tmp_path: Path):
    assert json_cache.save(tmp_path / "a.json", "1", {"text": "é"})
    assert json_cache.load(tmp_path / "a.json", "1") == {"text": "é"}
    assert json_cache.load(tmp_path / "a.json", "2") is None
    assert json_cache.read(tmp_path / "a.json") == ("1", {"text": "é"})


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"made-from": 1, "value": 2}', b"\xff", b"[" * 100_000])
def test_any_other_file_is_as_none(tmp_path: Path, data: bytes):
    path = tmp_path / "a.json"
    path.write_bytes(data)
    assert json_cache.read(path) is None
    assert json_cache.load(path, "1") is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc")
def test_the_next_save_clears_what_a_killed_writer_left(tmp_path: Path):
    path = tmp_path / "a.json"
    writer = os.fork()
    if writer == 0:
        (tmp_path / f".a.json.{os.getpid()}.new").write_text("half")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(writer, 0)
    mine = tmp_path / f".b.json.{writer}.new"
    mine.write_text("of another file")
    assert len(list(tmp_path.iterdir())) == 2
    json_cache.save(path, "1", "whole")
    assert sorted(tmp_path.iterdir()) == [mine, path]
