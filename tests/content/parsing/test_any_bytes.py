"""Whatever the bytes of a file are, reading ends soon, in problems and never in an exception."""

import time
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.files.particulars_file import FILE as PARTICULARS
from kiosk.content.files.particulars_file import read_particulars
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.parsing.yaml_events import Reader, fastest_reader, read_with_c, read_with_python
from kiosk.content.reader import Reading, read_topic
from tests.content.sample_clinic import FILES, SIGNS, ClinicFolder

PATIENT = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
    max_examples=100,
)
HANG_S = 20.0
"""Seconds of the processor after which a file counts as one that hangs the kiosk; `bench.bounds` measures how long."""
FULL_SIZE = 256 * 1024


def read_soon(folder: ClinicFolder, reader: Reader | None = None) -> Reading:
    """Reads the folder; fails when that hangs, or when a problem would harm who reads it."""
    start = time.thread_time()  # a busy machine is not the file's fault
    reading = folder.read(reader)
    assert time.thread_time() - start < HANG_S
    wrong = [each for each in reading.diagnostics if each.level is Level.ERROR and each.file != "words.yaml"]
    assert (reading.library is None) == bool(wrong), "an error in words.yaml costs one word only"
    for diagnostic in reading.diagnostics:
        assert (diagnostic.message + diagnostic.fix + diagnostic.excerpt + diagnostic.file).isprintable()
        assert len(diagnostic.excerpt) <= 120
    return reading


@pytest.mark.parametrize("file", FILES)
def test_a_file_cut_anywhere_is_never_taken_for_a_whole_one(clinic_folder: ClinicFolder, file: str):
    raw = FILES[file].encode()
    for end in range(len(raw)):
        clinic_folder.write(file, raw[:end])
        if file.startswith("en/"):
            diagnostics = read_topic(clinic_folder.path / file).diagnostics
        elif file == PARTICULARS:  # only `check` and `doctor` read it
            diagnostics = read_particulars(clinic_folder.path, fastest_reader())[1].report()
        else:
            diagnostics = read_soon(clinic_folder).diagnostics
        if not raw[:end].endswith(b"\n"):  # a cut between two lines can look whole
            assert diagnostics, f"cut at byte {end}"


@PATIENT
@given(st.data())
def test_flipped_bytes_end_in_problems(clinic_folder: ClinicFolder, data: st.DataObject):
    raw = bytearray(SIGNS.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    clinic_folder.write("en/signs.yaml", bytes(raw))
    fast, plain = read_soon(clinic_folder, read_with_c), read_soon(clinic_folder, read_with_python)
    assert fast == plain


@PATIENT
@given(st.integers(0, len(SIGNS)), st.text("*&!%@`{}[]<>|:#'\"\\-?, \n\tab~.", min_size=1, max_size=6))
def test_signs_typed_anywhere_end_in_problems(clinic_folder: ClinicFolder, place: int, typed: str):
    clinic_folder.write("en/signs.yaml", SIGNS[:place] + typed + SIGNS[place:])
    fast, plain = read_soon(clinic_folder, read_with_c), read_soon(clinic_folder, read_with_python)
    assert fast == plain


@PATIENT
@given(st.binary(max_size=300))
def test_any_bytes_end_in_problems(clinic_folder: ClinicFolder, raw: bytes):
    clinic_folder.write("en/signs.yaml", raw)
    assert read_soon(clinic_folder).library is None


BOMBS = {
    "names for names": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n" for old, new in pairwise("abcdefghi")),
    "brackets": "title: " + "[" * 200_000,
    "braces": "{a: " * 60_000,
    "dashes": "- " * 120_000,
    "questions": "? " * 120_000,
    "one long text": "title: " + "word " * 52_000,
    "one long word": "title: " + "x" * 260_000,
    "one long name": "x" * 260_000 + ": y\n",
    "quotes": "title: '" + "x '' " * 50_000 + "'",
    "open quote": 'title: "' + "word\n  " * 37_000,
    "colons": "a: " * 87_000,
    "notes": "#\n" * 130_000,
    "empty lines": "title: x" + "\n" * 262_000,
    "empty lines in a text": "title: x" + "\n" * 250_000 + "  y\n",
    "names": "".join(f"n{number}: x\n" for number in range(22_000)),
    "spoilt lines": "- *a* b\n" * 32_000,
    "spoilt letters": "\u00e2\u20ac\u2122" * 32_000,
    "half letters": "\u00c3" * 131_000,
    "escapes": "\x1b[2J\n" * 52_000,
    "placeholders": "title: " + "<" * 260_000,
    "placeholders that are unknown": "title: " + "<a b>" * 52_000,
    "tags": "title: " + "!a " * 80_000,
    "block": "title: |\n" + "  - word\n" * 29_000,
    "letters and marks": "title: " + "a" + "\u0301" * 131_000,
    "addresses": "sources:\n  - name: a\n    address: http://" + "a" * 250_000,
    "web pages": " " * 1000 + "<html" * 50_000,
    "zeros": "\x00" * 200_000 + "x",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_made_to_exhaust_the_kiosk_does_not(clinic_folder: ClinicFolder, reader: Reader, name: str):
    raw = BOMBS[name].encode()[:FULL_SIZE]
    clinic_folder.write("en/signs.yaml", raw)
    assert read_soon(clinic_folder, reader).library is None


@pytest.mark.parametrize("name", ["names for names", "one long text", "names"])
def test_a_file_made_to_fill_the_memory_does_not(clinic_folder: ClinicFolder, name: str):
    clinic_folder.write("en/signs.yaml", BOMBS[name].encode()[:FULL_SIZE])
    tracemalloc.start()
    try:
        clinic_folder.read()
        assert tracemalloc.get_traced_memory()[1] < 100 * 1024 * 1024
    finally:
        tracemalloc.stop()
