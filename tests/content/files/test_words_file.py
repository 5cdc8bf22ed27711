"""A pronunciation that is wrong is left out; it never stops the kiosk."""

import pytest

from kiosk.content.model.library import WordRule
from kiosk.content.parsing.diagnostic import Level
from tests.content.sample_clinic import FILES, ClinicFolder


def rules(folder: ClinicFolder) -> tuple[WordRule, ...]:
    """The pronunciations that are used."""
    reading = folder.read()
    assert reading.library is not None
    assert all(diagnostic.level is Level.WARNING for diagnostic in reading.diagnostics)
    return reading.library.words


def test_they_are_read(clinic_folder: ClinicFolder):
    assert rules(clinic_folder) == (
        WordRule("MBC", "metastatic breast cancer"),
        WordRule("CT", "C T", language="en", anywhere=True),
    )


def test_the_file_may_be_missing(clinic_folder: ClinicFolder):
    (clinic_folder.path / "words.yaml").unlink()
    assert rules(clinic_folder) == ()
    assert clinic_folder.read().diagnostics == ()


@pytest.mark.parametrize(
    ("line", "typed", "code"),
    [
        (2, "  - wriet: MBC", "unknown-key"),
        (3, "", "missing-key"),
        (3, "    say: breast: cancer", "colon-in-text"),
        (3, "    say: cancer # 1", "words-after-hash"),
        (3, "    say: cancer\x07", "control-character"),
        (3, "    say: *cancer*", "starts-with-sign"),
        (3, "    say:", "empty-value"),
    ],
)
def test_a_bad_entry_is_left_out(clinic_folder: ClinicFolder, line: int, typed: str, code: str):
    clinic_folder.change_line("words.yaml", line, typed)
    assert [rule.write for rule in rules(clinic_folder)] == ["CT"]
    assert code in {diagnostic.code for diagnostic in clinic_folder.read().diagnostics}


def test_the_second_of_two_is_left_out(clinic_folder: ClinicFolder):
    clinic_folder.write("words.yaml", FILES["words.yaml"] + "  - write: MBC\n    say: other\n")
    assert len(rules(clinic_folder)) == 2


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"words", b"words: [", b"\xff\xfe", b"- a\n"])
def test_a_spoilt_file_is_no_more_than_a_warning(clinic_folder: ClinicFolder, raw: bytes):
    clinic_folder.write("words.yaml", raw)
    assert rules(clinic_folder) == ()
    assert clinic_folder.read().diagnostics != ()
