"""The letters of a file in another encoding are guessed, so that the rest of its mistakes is told in the same go."""

from __future__ import annotations

import pytest

from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.encoding import decode


def told(raw: bytes) -> tuple[str | None, list[tuple[int, int, str, str]]]:
    """The text of a file; line, column, code and message of what is wrong with it."""
    diagnostics = Diagnostics("en/signs.yaml")
    text = decode(raw, diagnostics)
    return text, [(each.line, each.column, each.code, each.message) for each in diagnostics.report()]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_is_read_as_it_is(mark: bytes):
    assert told(mark + "títle: «Señales»\r\n".encode()) == ("títle: «Señales»\r\n", [])


OLD = "The file was saved in an old Windows encoding, so {} would be shown wrongly."


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_an_old_encoding_is_told_by_its_first_foreign_letter(end: bytes):
    raw = end.join([b"title: A", b"", "text: Olé, señor".encode("cp1252")])
    text, found = told(raw)
    assert text == raw.decode("cp1252")
    assert found == [(3, 9, "not-utf-8", OLD.format("“é” on this line"))]


@pytest.mark.parametrize("byte", [b"\x81", b"\xa0", b"\x8d"])
def test_a_letter_that_nobody_can_see_is_not_quoted(byte: bytes):
    text, found = told(b"title: a" + byte + b"b")
    assert text is not None
    assert text[:8] + text[-1] == "title: ab"
    assert found == [(1, 9, "not-utf-8", OLD.format("a letter on this line"))]


def test_columns_are_counted_in_letters():
    _, found = told("señor: ".encode() + b"\xe9.")
    assert [(line, column) for line, column, _, _ in found] == [(1, 8)]


def test_a_file_cut_inside_a_letter_keeps_what_is_before():
    text, found = told("one\ntwo: é".encode()[:-1])
    assert text == "one\ntwo: "
    assert [each[:3] for each in found] == [(2, 6, "cut-off")]


SIGNS = "title: The signs\ntext: Pain that stays needs a look.\n"


@pytest.mark.parametrize(
    ("encoding", "called"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"),
     ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32")],
)  # fmt: skip
def test_wide_letters_are_read_and_named(encoding: str, called: str):
    text, found = told(SIGNS.encode(encoding))
    assert text == SIGNS
    assert found == [(1, 0, "not-utf-8", f"The file was saved as {called}, which the kiosk cannot read.")]


def test_a_few_zeros_are_no_wide_letters():
    text, _ = told(b"title: The signs\0\0\0 of it\n")
    assert text == "title: The signs\0\0\0 of it\n"


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \t\r\n\n", bytes(64)])
def test_a_file_of_nothing_is_empty(raw: bytes):
    assert told(raw) == (None, [(1, 0, "empty-file", "The file is empty.")])


PROGRAMS = {
    b"PK\x03\x04": "a Word, Excel or LibreOffice document",
    b"PK\x05\x06": "a compressed folder",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel document",
    b"{\\rtf1": "a document with formatting (RTF)",
    b"%PDF-1.7": "a PDF document",
    b"\x1f\x8b\x08": "a compressed file",
    b"\x89PNG\r\n": "a picture",
    b"\xff\xd8\xff\xe0": "a picture",
    b"GIF89a": "a picture",
    b"\xef\xbb\xbf <!DOCTYPE html>": "a web page",
    b"<HTML>": "a web page",
    b"<?xml version": "a web page",
}


@pytest.mark.parametrize("start", PROGRAMS)
def test_what_another_program_saved_is_called_by_its_name(start: bytes):
    text, found = told(start + b" and more")
    assert text is None
    assert [each[3] for each in found] == [
        f"This is {PROGRAMS[start]}, not a plain text file; renaming it does not change that."
    ]
