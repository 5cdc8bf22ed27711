"""The start page says the truth about review, in each state that the pages can be in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.content.model.built_in import built_in_library
from kiosk.content.model.library import Library, Review, Topic
from kiosk.locale.wordings import wordings
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.terms.names import DISCLAIMER, UNWELL
from kiosk.visit.terms.sheet import Role

FIRST, LAST = date(2026, 11, 28), date(2026, 11, 30)


def reviewed(topic: Topic, day: date, overdue: bool = False) -> Topic:
    review = Review("Dr A. Example", "oncologist", day, day.replace(year=2027), topic.fingerprint)
    return replace(topic, review=review, overdue=overdue)


def with_reviews(library: Library, **days: date) -> Library:
    """The library with the pages of both languages approved on these days; `others` is for all that are not named."""
    topics = {
        language: {
            name: reviewed(topic, day) if (day := days.get(name.replace("-", "_"), days.get("others"))) else topic
            for name, topic in own.items()
        }
        for language, own in library.topics.items()
    }
    return replace(library, topics=topics)


def notes(library: Library, language: str = "en", place: str = DISCLAIMER) -> list[str]:
    sheet = Sheets(library, language, wordings()[language]).sheet(place)
    return [part.text for part in sheet.parts if part.role is Role.NOTE]


def test_none_is_checked(library: Library):
    assert notes(library) == ["No doctor or nurse here has checked these pages yet."]


def test_some_are_checked(library: Library):
    some = with_reviews(library, signs=FIRST)
    assert notes(some) == ["A doctor or nurse here has checked some of these pages. Each page says if it was checked."]


def test_all_are_checked_on_one_day(library: Library):
    assert notes(with_reviews(library, others=FIRST)) == [
        "A doctor or nurse here checked these pages on November 28, 2026."
    ]


def test_all_are_checked_on_several_days(library: Library):
    assert notes(with_reviews(library, others=LAST, signs=FIRST)) == [
        "A doctor or nurse here checked these pages between November 28, 2026 and November 30, 2026."
    ]


def test_a_page_that_was_changed_since_counts_as_unchecked(library: Library):
    done = with_reviews(library, others=FIRST)
    own = done.topics["en"]
    changed = {**done.topics, "en": {**own, "signs": replace(own["signs"], fingerprint="0" * 16)}}
    assert "some of these pages" in notes(replace(done, topics=changed))[0]


def test_a_page_whose_review_is_overdue_counts_as_unchecked_and_says_so(library: Library):
    done = with_reviews(library, others=FIRST)
    own = done.topics["en"]
    late = replace(done, topics={**done.topics, "en": {**own, "signs": reviewed(own["signs"], FIRST, overdue=True)}})
    assert "some of these pages" in notes(late)[0]
    assert (
        "Reviewed by Dr A. Example, oncologist, on November 28, 2026. The review of this page is overdue."
        in (notes(late, place="signs")[0])
    )
    assert "overdue" not in notes(done, place="signs")[0]


def test_a_page_that_is_in_no_menu_does_not_count(library: Library):
    clinic = replace(library.clinic, menu=("signs",), groups=())
    some = with_reviews(replace(library, clinic=clinic), signs=FIRST, disclaimer=FIRST, feel_unwell=FIRST)
    assert "checked these pages on" in notes(some)[0]


def test_without_any_page_of_the_clinic_there_is_nothing_to_say():
    assert notes(built_in_library()) == []
    assert UNWELL in built_in_library().clinic.menu


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({}, "Ningún médico ni enfermera de aquí ha revisado todavía estas páginas."),
        ({"signs": FIRST}, "ha revisado algunas de estas páginas"),
        ({"others": FIRST}, "revisó estas páginas el 28 de noviembre de 2026."),
        ({"others": FIRST, "signs": LAST}, "entre el 28 de noviembre de 2026 y el 30 de noviembre de 2026."),
    ],
)
def test_it_is_said_in_spanish_too(library: Library, days: dict[str, date], said: str):
    assert said in notes(with_reviews(library, **days), "es")[0]


def test_no_text_claims_that_it_was_right_at_a_review_that_never_was(library: Library):
    for own in library.topics.values():
        text = " ".join(block.text for block in own[DISCLAIMER].blocks)
        assert "were right" not in text
        assert "eran correctos" not in text
