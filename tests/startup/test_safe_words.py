"""While all is well, the kiosk writes down what the safe page says in the clinic's languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.catalogue import Catalogue
from kiosk.content.model.built_in import built_in_library
from kiosk.content.model.library import Library
from kiosk.machine.safe_words import remembered_safe_words
from kiosk.startup.safe_words import remember_for_safe_page, safe_words
from kiosk.supervision.safe_page import SENTENCES

VIETNAMESE = Catalogue({SENTENCES["en"]: "Vui lòng hỏi tại quầy lễ tân."}, {}, "0")


def library_in(*languages: str) -> Library:
    library = built_in_library()
    return replace(library, clinic=replace(library.clinic, languages=languages), catalogues={"vi": VIETNAMESE})


def test_the_clinics_first_language_comes_first_and_its_own_catalogue_counts():
    assert list(safe_words(library_in("vi", "es", "en")).items()) == [
        ("vi", "Vui lòng hỏi tại quầy lễ tân."),
        ("es", SENTENCES["es"]),
        ("en", SENTENCES["en"]),
    ]


def test_a_language_that_nobody_has_translated_says_no_english():
    assert list(safe_words(library_in("pl", "en"))) == ["en"]


def test_what_is_written_down_is_what_the_safe_page_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    remember_for_safe_page(library_in("vi", "en"))
    assert list(remembered_safe_words()) == ["vi", "en"]
