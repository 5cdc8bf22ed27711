"""Files that are not what their name says, are cut short, are too large, or cannot be opened at all."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from kiosk.content.files import folder
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.reader import read_content
from tests.content.sample_clinic import FILES, SIGNS, ClinicFolder, codes


def docx() -> bytes:
    """What Word saves."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:t>The signs</w:t>")
    return file.getvalue()


GARBLED = SIGNS.replace("Pain in a bone", "A café’s bone")

WRONG = {
    "Word": (docx(), "other-program", 1),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "other-program", 1),
    "RTF": (b"{\\rtf1\\ansi The signs}", "other-program", 1),
    "PDF": (b"%PDF-1.7\n...", "other-program", 1),
    "web page": (b"<!DOCTYPE html><html><body>The signs</body></html>", "other-program", 1),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "other-program", 1),
    "UTF-16 with mark": (SIGNS.encode("utf-16"), "not-utf-8", 1),
    "UTF-16 little": (SIGNS.encode("utf-16-le"), "not-utf-8", 1),
    "UTF-16 big": (SIGNS.encode("utf-16-be"), "not-utf-8", 1),
    "UTF-32 with mark": (SIGNS.encode("utf-32"), "not-utf-8", 1),
    "UTF-32 little": (SIGNS.encode("utf-32-le"), "not-utf-8", 1),
    "Windows-1252": (GARBLED.encode("cp1252"), "not-utf-8", 18),
    "Windows-1252, Windows lines": (GARBLED.replace("\n", "\r\n").encode("cp1252"), "not-utf-8", 18),
    "empty": (b"", "empty-file", 1),
    "only a mark": (b"\xef\xbb\xbf\n", "empty-file", 1),
    "only notes": (b"# The signs\n", "empty-file", 1),
    "a letter": (b"Dear Sir or Madam,\n", "needs-entries", 1),
    "a list": (b"- one\n- two\n", "needs-entries", 1),
    "too large": (b"# " + b"x" * 256 * 1024, "too-large", 0),
    "far too many lines": (b"title:\n" + b"- a\n" * 50_000, "too-much", 5998),
    "zeros after a loss of power": (bytes(5000), "empty-file", 1),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_no_topic_says_what_it_is(clinic_folder: ClinicFolder, reader: Reader, name: str):
    raw, code, line = WRONG[name]
    clinic_folder.write("en/signs.yaml", raw)
    reading = clinic_folder.read(reader)
    assert reading.library is None
    assert codes(reading.diagnostics)[0] == (code, line)


def test_the_letter_that_gives_an_old_encoding_away_is_named(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", GARBLED.encode("cp1252"))
    (diagnostic,) = clinic_folder.read().diagnostics
    assert "“é”" in diagnostic.message
    assert "café" in diagnostic.excerpt
    assert diagnostic.column == 14


def test_a_file_cut_inside_a_letter_is_cut_off(clinic_folder: ClinicFolder):
    raw = GARBLED.encode()
    clinic_folder.write("en/signs.yaml", raw[: raw.index("é".encode()) + 1])
    assert ("cut-off", 18) in codes(clinic_folder.read().diagnostics)


def test_a_file_cut_inside_a_line_is_noticed(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", SIGNS.rstrip("\n")[:-4])
    reading = clinic_folder.read()
    assert reading.library is not None
    assert codes(reading.diagnostics) == [("no-line-end", 30)]


def test_a_missing_folder_is_a_problem(tmp_path: Path):
    reading = read_content(tmp_path / "nowhere")
    assert reading.library is None
    assert codes(reading.diagnostics) == [("missing-folder", 0)]


def test_an_empty_folder_misses_its_clinic(tmp_path: Path):
    reading = read_content(tmp_path)
    assert reading.library is None
    assert ("clinic.yaml", "missing-file") in {(each.file, each.code) for each in reading.diagnostics}


def test_a_file_in_place_of_the_folder_is_a_problem(tmp_path: Path):
    (tmp_path / "content").write_text("title: The signs\n")
    assert codes(read_content(tmp_path / "content").diagnostics) == [("missing-folder", 0)]


def test_a_folder_with_the_name_of_a_topic_is_a_problem(clinic_folder: ClinicFolder):
    (clinic_folder.path / "en/extra.yaml").mkdir()
    assert codes(clinic_folder.read().diagnostics) == [("not-a-file", 0)]


def test_a_wrong_folder_full_of_files_is_left_soon(clinic_folder: ClinicFolder, monkeypatch: pytest.MonkeyPatch):
    assert folder.MOST_FILES >= 10_000
    monkeypatch.setattr(folder, "MOST_FILES", 20)
    for number in range(21):
        clinic_folder.write(f"en/topic-{number}.yaml", b"")
    assert ("too-many-files", 0) in codes(clinic_folder.read().diagnostics)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_links_and_pipes_never_keep_the_kiosk_waiting(clinic_folder: ClinicFolder):
    folder = clinic_folder.path / "en"
    (folder / "dangling.yaml").symlink_to("nowhere")
    (folder / "endless.yaml").symlink_to("/dev/zero")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(folder / "pipe.yaml")
    found = {each.file: each.code for each in clinic_folder.read().diagnostics}
    assert found == {
        "en/dangling.yaml": "cannot-open",
        "en/endless.yaml": "not-a-file",
        "en/loop.yaml": "cannot-open",
        "en/pipe.yaml": "not-a-file",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(clinic_folder: ClinicFolder):
    (clinic_folder.path / "en/signs.yaml").chmod(0)
    assert codes(clinic_folder.read().diagnostics) == [("cannot-open", 0)]


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes")
def test_a_name_of_odd_bytes_can_be_printed(clinic_folder: ClinicFolder):
    name = os.fsencode(clinic_folder.path / "en") + b"/\xff\x1b[2J.YAML"
    with open(name, "wb") as file:
        file.write(b"x")
    (diagnostic,) = clinic_folder.read().diagnostics
    assert diagnostic.code == "not-read"
    assert diagnostic.file.isprintable()
    (diagnostic.file + diagnostic.fix).encode()


@pytest.mark.parametrize(
    ("file", "cut", "line"),
    [("en/feel-unwell.yaml", "\n  - level: emergency", 7), ("en/disclaimer.yaml", " text: This is", 8)],
)
def test_a_file_that_ends_before_its_text_is_not_taken_for_a_page_without_one(
    clinic_folder: ClinicFolder, file: str, cut: str, line: int
):
    """The missing line end is only remarked on, and must not hide that the list above it is empty."""
    clinic_folder.write(file, FILES[file].split(cut)[0])
    reading = clinic_folder.read()
    assert reading.library is None
    assert [diagnostic.line for diagnostic in reading.diagnostics if diagnostic.level is Level.ERROR] == [line]


def test_a_line_that_is_remarked_on_is_judged_all_the_same(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", 1, "title: \u200b")
    assert ("empty-value", 1) in codes(clinic_folder.read().diagnostics)
