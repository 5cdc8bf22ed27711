"""The list of approvals is only added to, and what is done to its lines is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model.library import Review
from kiosk.content.record.approvals import (
    APPROVED,
    WITHDRAWN,
    Record,
    following,
    is_borne_out,
    records_in,
    standing,
)
from tests.content.sample_clinic import ClinicFolder, codes

TEXT, OTHER = "0" * 16, "1" * 16


def listed(*said: tuple[str, str, str]) -> tuple[Record, ...]:
    """Lines on en/signs: what was said, of which text, by whom."""
    records: tuple[Record, ...] = ()
    for what, text, by in said:
        line = Record(what, "en/signs", text, by, "nurse", "2026-11-30", before=following(records))
        records = (*records, line)
    return records


def raw(records: tuple[Record, ...]) -> bytes:
    return b"".join(record.line.encode() + b"\n" for record in records)


THREE = listed((APPROVED, TEXT, "Dr Ä"), (APPROVED, TEXT, "B"), (WITHDRAWN, TEXT, "B"))
LINES = raw(THREE).splitlines(keepends=True)


def test_a_list_is_read_as_it_was_written():
    assert records_in(raw(THREE)) == (THREE, 0)
    assert records_in(b"") == ((), 0)


def test_line_ends_of_another_system_change_nothing():
    assert records_in(raw(THREE).replace(b"\n", b"\r\n")) == (THREE, 0)


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ([LINES[0].replace(b"nurse", b"chief"), *LINES[1:]], 2),
        ([LINES[1], LINES[2]], 1),
        ([LINES[0], LINES[2]], 2),
        ([LINES[1], LINES[0], LINES[2]], 1),
        ([*LINES, LINES[2]], 4),
        ([LINES[0], b"\n", *LINES[1:]], 2),
        ([LINES[0], LINES[1], LINES[2][:30]], 3),
        ([LINES[0].replace(b'", "', b'","')], 1),
        ([LINES[0].replace(b"2026-11-30", b"some day")], 1),
        ([b"[1]\n"], 1),
        ([b'{"what": 1}\n'], 1),
        ([b"\xff\n"], 1),
    ],
)
def test_a_line_that_was_changed_removed_or_moved_is_noticed(lines: list[bytes], wrong: int):
    assert records_in(b"".join(lines))[1] == wrong


@given(st.integers(0, len(raw(THREE)) - 2), st.integers(1, 255))
def test_no_byte_above_the_last_line_can_be_another(at: int, change: int):
    whole = bytearray(raw(THREE))
    whole[at] ^= change
    _, wrong = records_in(bytes(whole))
    assert wrong or at >= len(LINES[0]) + len(LINES[1])


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(written: bytes):
    records_in(written)


def test_approvals_of_this_very_text_count_until_they_are_withdrawn():
    said = [(APPROVED, TEXT, "A"), (APPROVED, OTHER, "B"), (APPROVED, TEXT, "C"), (APPROVED, TEXT, "a ")]
    assert [each.by for each in standing(listed(*said), "en/signs", TEXT)] == ["C", "a "]
    assert standing(listed(*said), "es/signs", TEXT) == ()
    withdrawn = listed(*said, (WITHDRAWN, TEXT, "A"), (APPROVED, TEXT, "D"))
    assert [each.by for each in standing(withdrawn, "en/signs", TEXT)] == ["D"]


@pytest.mark.parametrize(
    ("said", "reviewers", "holds"),
    [
        ([], 1, True),
        ([], 2, False),
        ([(APPROVED, TEXT, "Dr A")], 2, False),
        ([(APPROVED, TEXT, "DR  A"), (APPROVED, TEXT, "B")], 2, True),
        ([(APPROVED, TEXT, "B")], 2, True),
        ([(APPROVED, OTHER, "B")], 2, False),
        ([(WITHDRAWN, TEXT, "B")], 1, False),
        ([(WITHDRAWN, OTHER, "B")], 1, True),
        ([(WITHDRAWN, TEXT, "B"), (APPROVED, TEXT, "Dr A")], 1, True),
    ],
)
def test_a_review_needs_as_many_people_as_the_clinic_wants(
    said: list[tuple[str, str, str]], reviewers: int, holds: bool
):
    review = Review("Dr A", "oncologist", text=TEXT)
    assert is_borne_out(review, "en/signs", listed(*said), reviewers) == holds


def test_a_list_that_was_changed_is_an_error(clinic_folder: ClinicFolder):
    clinic_folder.write("approvals.jsonl", b"".join(LINES[1:]))
    reading = clinic_folder.read()
    assert reading.library is None
    assert codes(reading.diagnostics) == [("approvals-changed", 1)]
