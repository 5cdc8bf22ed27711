"""A terminal of 80 by 24 with a lens: few pages, and all ways on to be seen."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.names import DISCLAIMER, MENU
from tests.visit.layout.shown import LANGUAGES, LENS, pages_of, shipped_view, text_of

each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_the_signs_take_at_most_seven_pages_and_no_topic_more_than_ten(library: Library, language: str):
    view = shipped_view(library, LENS, language)
    assert len(view.cut("signs")[1]) <= 7
    assert max(len(view.cut(name)[1]) for name in library.names) <= 10


@each_language
@pytest.mark.parametrize("name", [DISCLAIMER, MENU])
def test_every_choice_of_the_start_page_and_of_the_menu_is_seen(library: Library, name: str, language: str):
    view = shipped_view(library, LENS, language)
    page = pages_of(view, name)[0]
    shown = "\n".join(text_of(row) for row in page.rows if any(segment.look is Look.CAP for segment in row))
    assert not page.more.words
    for number, choice in enumerate(page.choices):
        assert choice.label in shown or number == page.focus
