"""Vietnamese and Simplified Chinese: whole in what they have, said to be a computer's, off until a clinic wants it."""

from __future__ import annotations

import pytest

from kiosk.content.files.folder import languages_in
from kiosk.content.model.library import Library
from kiosk.content.own_words.catalogue_file import read_catalogue
from kiosk.content.reader import read_content
from kiosk.locale.wordings import every_text, wordings_of
from kiosk.terminal.drawn.bitmaps import bitmaps, wide_rows
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.terms.action import Action
from tests.conftest import ROOT

CONTENT = ROOT / "content"
MARKS = {"vi": "Máy dịch", "zh-Hans": "机器翻译"}
"""How pages in each language say that a computer translated them."""
TOPICS = {"disclaimer", "feel-unwell", "signs", "when-to-seek-care", "ongoing-care", "treatments"}


@pytest.fixture(scope="module", params=MARKS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def offered(language: str) -> Library:
    """Return the content as a clinic gets it that offers the language too."""
    library = read_content(CONTENT, also=language).library
    assert library is not None
    return library


def test_they_are_off_until_the_clinic_lists_them_and_nobody_is_asked_to():
    reading = read_content(CONTENT)
    assert reading.library is not None
    assert set(languages_in(CONTENT)) >= set(MARKS)
    assert not set(MARKS) & set(reading.library.clinic.languages)
    assert "language-not-listed" not in {each.code for each in reading.diagnostics}


def test_each_of_the_kiosks_words_is_in_it(language: str):
    catalogue, diagnostics = read_catalogue(CONTENT, language)
    assert catalogue is not None
    assert diagnostics.report() == ()
    assert [each.english for each in every_text() if each.english not in {**catalogue.texts, **catalogue.counts}] == []


def test_each_page_is_a_computers_translation_of_the_english_as_it_is(offered: Library, language: str):
    assert set(offered.topics[language]) == TOPICS
    for topic in offered.topics[language].values():
        assert topic.translation is not None
        assert topic.translation.machine
        assert not topic.untranslated
        assert topic.translation.made_from == offered.topics["en"][topic.name].written


@pytest.mark.parametrize("grid", [Grid(20, 6), Grid(80, 24)], ids=["smallest", "usual"])
def test_each_page_says_in_whole_words_that_a_computer_translated_it(offered: Library, language: str, grid: Grid):
    attendant = Attendant(offered, grid, 0.0, {}, language)
    for key in (Action.OTHER, Action.PICK_1, Action.UNWELL, Action.BACK, Action.PICK_2, Action.PICK_2):
        attendant.act(key, 1.0)
        attendant.act(Action.NEXT, 2.0)  # what the key before has left on the page is gone
        assert MARKS[language] in " ".join(each.text for row in attendant.page.rows for each in row)


def test_nothing_is_logged_as_missing_where_the_clinics_own_catalogue_has_it(
    offered: Library, language: str, caplog: pytest.LogCaptureFixture
):
    assert wordings_of(offered)[language]("Help") != "Help"
    assert caplog.records == []


def test_each_sign_of_chinese_can_be_drawn_in_large_letters():
    usual = bitmaps("8x8")
    signs = set("".join(file.read_text("utf-8") for file in (CONTENT / "zh-Hans").iterdir())) - {"\n"}
    assert [sign for sign in sorted(signs) if ord(sign) not in usual and wide_rows(sign) is None] == []
