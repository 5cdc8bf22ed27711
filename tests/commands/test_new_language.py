"""`kiosk new --language vi` lays out a language; `check` says how much of it is translated."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from click.testing import CliRunner

from kiosk.commands.content.check import command as check
from kiosk.commands.content.new import command as new
from kiosk.content.own_words.catalogue_file import read_catalogue
from kiosk.content.reader import read_content
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the shipped content with three topics of its menu, without Spanish."""
    content = Path(copytree(ROOT / "content", tmp_path / "content", ignore=ignore_patterns("es", "vi", "scores")))
    clinic = content / "clinic.yaml"
    text = clinic.read_text("utf-8").replace("[en, es]", "[en]")
    clinic.write_text(re.sub(r"(?s)\ngroups:\n(  .*\n)+", "\n", text), "utf-8")
    return content


def laid_out(folder: Path) -> str:
    done = CliRunner().invoke(new, ["--language", "vi", "--content", str(folder)])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_new_language_has_every_page_and_every_word_with_the_english_above(folder: Path):
    assert "add vi after “languages:”" in laid_out(folder)
    names = {path.name for path in (folder / "en").glob("*.yaml")}
    assert {path.name for path in (folder / "vi").glob("*.yaml")} == names
    signs = (folder / "vi" / "signs.yaml").read_text("utf-8")
    assert "# Symptoms\nmenu-label: Symptoms\n" in signs
    catalogue, diagnostics = read_catalogue(folder, "vi")
    assert catalogue is not None
    assert not catalogue.texts
    assert not diagnostics.report()


def test_patients_read_the_original_until_a_page_is_translated_and_no_copy_is_an_error(folder: Path):
    laid_out(folder)
    clinic = folder / "clinic.yaml"
    clinic.write_text(clinic.read_text("utf-8").replace("[en]", "[en, vi]"), "utf-8")
    reading = read_content(folder)
    assert reading.library is not None
    assert reading.library.topic("signs", "vi").language == "en"


def test_what_is_translated_stays_when_the_language_is_laid_out_again(folder: Path):
    laid_out(folder)
    po = folder / "vi" / "kiosk.po"
    text = po.read_text("utf-8").replace('"Main menu"\nmsgstr ""', '"Main menu"\nmsgstr "Trình đơn chính"')
    po.write_text(text.replace('msgid "Go back"\nmsgstr ""\n', ""), "utf-8")
    assert "0 new pages and 1 new words" in laid_out(folder)
    catalogue, _ = read_catalogue(folder, "vi")
    assert catalogue is not None
    assert catalogue.texts == {"Main menu": "Trình đơn chính"}
    told = CliRunner().invoke(check, [str(folder)]).output
    assert re.search(r"1 of the kiosk's \d+ own words are in Vietnamese", told)
