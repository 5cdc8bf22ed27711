"""A file that cannot be read is a sentence for staff, whatever the system makes of it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.file_bytes import LARGEST, read_bytes


def read(path: Path) -> tuple[bytes | None, list[tuple[str, str, str]]]:
    """The bytes of a file; code, message and advice of what is wrong with it."""
    diagnostics = Diagnostics("en/signs.yaml")
    raw = read_bytes(path, diagnostics)
    return raw, [(each.code, each.message, each.fix) for each in diagnostics.report()]


@pytest.mark.parametrize("size", [0, 1, 100_000, LARGEST])
def test_a_file_of_any_reasonable_size_is_read_whole(tmp_path: Path, size: int):
    (tmp_path / "file").write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    assert read(tmp_path / "file") == ((tmp_path / "file").read_bytes(), [])


def test_a_file_that_the_system_hands_out_in_pieces_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_bytes(b"title: The signs\n" * 30)
    whole = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: whole(handle, min(size, 7)))
    assert read(tmp_path / "file") == (b"title: The signs\n" * 30, [])


def test_one_byte_more_is_too_much(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"x" * (LARGEST + 1))
    raw, told = read(tmp_path / "file")
    assert raw is None
    assert told == [
        (
            "too-large",
            "The file is larger than 256 KB, far more than a page of text.",
            "Check that it is the right file, and keep only the text of this topic in it.",
        )
    ]


NO_FILE = (
    "not-a-file",
    "This is a folder or a device, not a file with text.",
    "Remove it, or put a text file with this name in its place.",
)
REFUSED = [
    (errno.EISDIR, NO_FILE),  # as Windows answers when a folder is opened
    (
        errno.EACCES,
        (
            "cannot-open",
            "The kiosk is not allowed to open this file.",
            "Ask the person who looks after the computer to let the kiosk read it.",
        ),
    ),
    (
        errno.EIO,
        (
            "cannot-open",
            f"The file could not be opened ({os.strerror(errno.EIO)}).",
            "Replace it with a fresh copy.",
        ),
    ),
]


@pytest.mark.parametrize(("number", "told"), REFUSED, ids=["folder", "not allowed", "broken disk"])
@pytest.mark.parametrize("step", ["open", "read"])
def test_what_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: tuple[str, str, str], step: str
):
    (tmp_path / "file").write_bytes(b"title: The signs\n")

    def refuse(*_: object) -> object:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, refuse)
    assert read(tmp_path / "file") == (None, [told])


def test_a_name_that_no_system_takes_is_told(tmp_path: Path):
    raw, told = read(tmp_path / "a\0b")
    assert raw is None
    assert told[0][:2] == ("cannot-open", "The file could not be opened (unknown reason).")


def test_a_folder_is_no_file(tmp_path: Path):
    assert read(tmp_path) == (None, [NO_FILE])


def test_a_file_that_is_missing_is_asked_for_by_its_name(tmp_path: Path):
    assert read(tmp_path / "signs.yaml") == (
        None,
        [("missing-file", "This file does not exist.", "Create a file with the name signs.yaml.")],
    )


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files by /proc")
def test_nothing_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_bytes(b"x")
    before = len(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, "read", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "broken")))
    for path in (tmp_path / "file", tmp_path):
        read(path)
    assert len(os.listdir("/proc/self/fd")) == before
