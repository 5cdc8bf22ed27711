"""No memory of a visit is dumped, and temporary files are gone at the end or at the next start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.supervision.traces import PREFIX, TemporaryFolder

DUMPED = """
import os, resource, sys
from kiosk.machine.memory import block_memory_reads
from kiosk.supervision.traces import keep_private
keep_private()
if "look" in sys.argv:
    block_memory_reads()
print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)), os.stat("/proc/self/environ").st_uid)
"""


def told(*arguments: str) -> str:
    command = (sys.executable, "-P", "-c", DUMPED, *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_no_memory_is_dumped_to_a_file_or_to_a_program():
    assert told().startswith("(1, 1) 0o77") or told().startswith("(0, 0) 0o77")


def test_nobody_looks_into_the_memory():
    code = f"{DUMPED}\nimport ctypes\nprint(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    for arguments, dumpable in (((), "1"), (("look",), "0")):
        command = (sys.executable, "-P", "-c", code, *arguments)
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[1] == dumpable


@pytest.fixture
def ended() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen((sys.executable, "-c", ""))
    process.wait()
    return process.pid


def test_the_folder_is_for_its_owner_alone_and_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    folder = TemporaryFolder(tmp_path)
    folder.make()
    assert os.environ["TMPDIR"] == str(folder.path)
    assert folder.path.stat().st_mode & 0o777 == 0o700
    (folder.path / "deeper").mkdir()
    (folder.path / "deeper" / "file").write_text("of a visit")
    folder.remove()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_kiosk_has_left_goes_at_the_next_start(
    tmp_path: Path, ended: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    left = tmp_path / f"{PREFIX}{ended}"
    left.mkdir()
    (left / "file").write_text("of a visit")
    others = tmp_path / f"{PREFIX}{os.getppid()}"
    others.mkdir()
    (tmp_path / "content.json").write_text("{}")
    folder = TemporaryFolder(tmp_path)
    folder.make()
    assert sorted(tmp_path.iterdir()) == sorted([others, folder.path, tmp_path / "content.json"])


def test_where_nothing_can_be_written_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    (tmp_path / "file").touch()
    folder = TemporaryFolder(tmp_path / "file")
    folder.make()
    folder.remove()
    assert os.environ["TMPDIR"] == "/elsewhere"
