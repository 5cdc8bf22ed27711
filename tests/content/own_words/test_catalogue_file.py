"""A clinic's own catalogue is read as the translator saved it; a mistake costs its entry, or that file, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.own_words.catalogue_file import read_catalogue

HEADER = 'msgid ""\nmsgstr "Language: vi\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
MENU = 'msgid "Main menu"\nmsgstr "Trình đơn chính"\n\n'


def reading(folder: Path, text: str | bytes, language: str = "vi"):
    path = folder / language / "kiosk.po"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_catalogue(folder, language)


def test_what_is_translated_is_used_and_what_is_empty_is_not(tmp_path: Path):
    lines = '#: kiosk/visit/places.py\nmsgid ""\n"Page {n} "\n"of {m}"\nmsgstr ""\n"Trang {n} "\n"trên {m}"\n\n'
    plural = '#, python-brace-format\nmsgid "One day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} ngày"\n\n'
    empty = 'msgid "Help"\nmsgstr ""\n\n#~ msgid "Old"\n#~ msgstr "Cũ"\n'
    catalogue, diagnostics = reading(tmp_path, HEADER + MENU + lines + plural + empty)
    assert catalogue is not None
    assert catalogue.texts == {"Main menu": "Trình đơn chính", "Page {n} of {m}": "Trang {n} trên {m}"}
    assert catalogue.counts == {"One day": ("{n} ngày",)}
    assert not catalogue.machine
    assert diagnostics.report() == ()


def test_words_of_a_computer_are_known_by_the_header(tmp_path: Path):
    catalogue, _ = reading(tmp_path, HEADER.replace("\n\n", '\n"X-Machine-Translation: yes\\n"\n\n') + MENU)
    assert catalogue is not None
    assert catalogue.machine


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("other-values", 'msgid "Page {n} of {m}"\nmsgstr "Trang {n} trên {k}"\n'),
        ("other-values", 'msgid "Page {n} of {m}"\nmsgstr "Trang {n}"\n'),
        ("other-values", 'msgid "Help"\nmsgstr "Giúp {đỡ"\n'),
        ("form-missing", 'msgid "One day"\nmsgid_plural "{n} days"\nmsgstr[0] ""\nmsgstr[1] "{n} ngày"\n'),
        ("too-long", 'msgid "Help"\nmsgstr "' + 40 * "dài " + '"\n'),
        ("bad-character", 'msgid "Help"\nmsgstr "Giúp\u202e đỡ"\n'),
        ("not-a-catalogue", 'msgid "Help"\nmsgstr "Giúp đỡ\n'),
        ("not-a-catalogue", 'msgid "Help"\nmsgstr Giúp\n'),
    ],
)
def test_a_wrong_entry_is_told_with_its_line_and_costs_only_itself(tmp_path: Path, code: str, entry: str):
    catalogue, diagnostics = reading(tmp_path, HEADER + entry + "\n" + MENU)
    assert catalogue is not None
    assert catalogue.texts == {"Main menu": "Trình đơn chính"}
    (found,) = diagnostics.report()
    assert (found.code, found.file) == (code, "vi/kiosk.po")
    assert found.line in (5, 6)
    assert found.fix


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04document", "msgid".encode("utf-16")])
def test_a_file_that_is_no_catalogue_costs_itself_and_staff_are_told(tmp_path: Path, raw: bytes):
    catalogue, diagnostics = reading(tmp_path, raw)
    assert catalogue is None or not catalogue.texts
    assert diagnostics.failed


@pytest.mark.parametrize(
    "rule", ["nplurals=2; plural=(n //= 1);", "nplurals=2; plural=n;", "nplurals=2; plural=n%0;", "2"]
)
def test_a_broken_plural_rule_is_replaced_by_that_of_the_language(tmp_path: Path, rule: str):
    catalogue, diagnostics = reading(tmp_path, HEADER.replace("nplurals=1; plural=0;", rule) + MENU)
    assert catalogue is not None
    assert (catalogue.plural, diagnostics.has("bad-plural-rule")) == ("0", True)


def test_a_sentence_that_is_still_english_is_no_translation_and_an_unsure_one_neither(tmp_path: Path):
    copied = 'msgid "Go back"\nmsgstr "Go back"\n\nmsgid "Enter"\nmsgstr "Enter"\n\n'
    unsure = '#, fuzzy\nmsgid "Help"\nmsgstr "Có lẽ"\n'
    catalogue, _ = reading(tmp_path, HEADER + copied + unsure)
    assert catalogue is not None
    assert catalogue.texts == {"Enter": "Enter"}
