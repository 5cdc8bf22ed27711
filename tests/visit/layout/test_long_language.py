"""A language whose words are 40 % longer still fits: nothing is lost, nothing too wide, every choice can be read.

The language is made from the shipped English: accents on its letters, and two letters more for every five.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kiosk.content.model.block import Block, Role
from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.layout.wrap import wrap
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.view import View, view_of
from kiosk.visit.speech_text.reading import shown
from kiosk.visit.terms.names import ALL_KEYS, DISCLAIMER, MENU
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording
from kiosk.visit.transcript import transcript
from tests.visit.reworded import reworded, reworded_groups

LANGUAGE = "de"
"""Its words are divided as German ones: longer and otherwise than English."""
GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(120, 34)]
ACCENTS = str.maketrans("aeioucnyAEIOUCNY", "áéíöüçñýÁÉÍÖÜÇÑÝ")
LONGER = 0.4


def lengthened(text: str) -> str:
    """`text` with longer words; names in braces and numbers stay."""

    def word(match: re.Match[str]) -> str:
        letters = match.group()
        more = int(LONGER * len(letters) + 0.999)
        return letters.translate(ACCENTS) + letters.lower()[::-1].translate(ACCENTS)[:more]

    return re.sub(r"(?<![{\w])[^\W\d_]+(?![}\w])", word, text)


WORDINGS = {LANGUAGE: Wording(lengthened)}


@pytest.fixture(scope="module")
def long_library(library: Library) -> Library:
    """The shipped content in the long language."""
    topics = {name: reworded(topic, LANGUAGE, lengthened) for name, topic in library.topics["en"].items()}
    groups = reworded_groups(library.clinic.groups, [LANGUAGE], lengthened)
    clinic = replace(library.clinic, languages=(LANGUAGE,), groups=groups)
    return replace(library, clinic=clinic, topics={LANGUAGE: topics})


def places(library: Library) -> list[str]:
    groups = [f"{MENU}/{group.number}" for group in library.clinic.groups]
    return [*library.topics[LANGUAGE], MENU, *groups, ALL_KEYS, "about/questions"]


def letters(text: str) -> str:
    """Without white space and without hyphens, which lines may add."""
    return re.sub(r"[\s-]", "", text)


def pages(view: View, name: str) -> list[Page]:
    """Every page of a place with each of its choices in focus in turn."""
    found = []
    for number, cut in enumerate(view.cut(name)[1]):
        sheet = view.cut(name)[0]
        page = view.page(Place(name, number, cut.first_choice))
        focuses = page.on_page if sheet.is_list else range(len(page.choices))
        found += [view.page(Place(name, number, focus)) for focus in focuses]
    return found


def test_the_language_is_as_long_as_it_is_meant_to_be(library: Library, long_library: Library):
    def size(texts: Library, language: str) -> int:
        return sum(len(b.text) for t in texts.topics[language].values() for b in t.blocks if b.role is Role.TEXT)

    assert 1.35 < size(long_library, LANGUAGE) / size(library, "en") < 1.6
    assert lengthened("Page {n} of {m}") == "Págéég {n} öff {m}"


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_no_row_is_too_wide_and_no_page_too_high(long_library: Library, grid: Grid):
    view = view_of(long_library, grid, LANGUAGE, WORDINGS)
    for name in places(long_library):
        for page in pages(view, name):
            assert len(page.rows) == grid.height
            for row in page.rows:
                assert sum(grid.measure(s.text) for s in row) <= grid.width, (name, page.number, row)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_all_of_it_is_drawn_and_read_in_order(long_library: Library, grid: Grid):
    view = view_of(long_library, grid, LANGUAGE, WORDINGS)
    for name in places(long_library):
        sheet, cuts = view.cut(name)
        read = ""
        for number in range(len(cuts)):
            page = view.page(Place(name, number, cuts[number].first_choice))
            said = "".join(page.sentence(unit) for unit in page.units)
            # The words of a picture stand beside the text.
            beside = {unit.part for unit in page.units if page.part(unit).role is Role.CAPTION}
            for column in (
                {s.part for row in page.rows for s in row} - beside,
                beside,
            ):
                here = "".join(s.text for row in page.rows for s in row if s.part is not None and s.part in column)
                own = "".join(page.sentence(unit) for unit in page.units if unit.part in column)
                assert letters(here) == letters(own), (name, number)
            read += said
        if not sheet.heads and (read or not sheet.is_list):  # heads stand on each page, a small list is without text
            assert letters(read) == letters("".join(part.text for part in sheet.parts))


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_every_choice_can_be_read_when_it_has_the_focus(long_library: Library, grid: Grid):
    """A long one is cut off on the screen; it is heard whole."""
    view = view_of(long_library, grid, LANGUAGE, WORDINGS)
    for name in places(long_library):
        for page in pages(view, name):
            focused = "".join(s.text for row in page.rows for s in row if s.look in (Look.FOCUS, Look.FOCUS_CAP))
            choice = page.choices[page.focus]
            sign = choice.level.sign if choice.level else ""
            whole = letters(f"▶{page.focus + 1}{sign}{choice.label}")
            seen = letters(focused)
            assert seen == whole or (seen.endswith("…") and whole.startswith(seen[:-1]) and len(seen) > 8), (name, seen)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_the_title_can_be_read(long_library: Library, grid: Grid):
    """Whole, where it may have several rows; its beginning on a small screen, which has one."""
    view = view_of(long_library, grid, LANGUAGE, WORDINGS)
    for name in places(long_library):
        page = view.page(Place(name))
        title = letters("".join(s.text for row in page.rows for s in row if s.look is Look.TITLE))
        whole = letters((f"{page.level.sign} " if page.level else "") + page.title)
        assert title == whole or (not grid.roomy and whole.startswith(title.rstrip("…")) and len(title) > 8), name


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_what_is_shown_is_spoken_page_by_page(long_library: Library, grid: Grid):
    band = view_of(long_library, grid, LANGUAGE, WORDINGS).sheets.key_words.band(grid.roomy)
    keys = {f"{key.cap} {key.job}" for key in band}  # the same on every page, and told in help
    for page in transcript(long_library, LANGUAGE, grid, WORDINGS):
        spoken = " ".join(re.findall(r"\w+", " ".join(page.spoken).lower()))
        for text in page.shown:
            if text not in keys and text[0] not in "▼▲":  # each choice is heard with how many there are
                assert " ".join(re.findall(r"\w+", text.lower())) in spoken, (page.page, text)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_whoever_is_silent_sees_the_question_and_that_any_key_stays(long_library: Library, grid: Grid):
    attendant = Attendant(long_library, grid, 0.0, WORDINGS)
    view = attendant.visit.state.view
    page = view.page(Place("still-there"), (), view.sheets.warning(30))
    assert page.title in shown(page)
    title = letters("".join(s.text for row in page.rows for s in row if s.look is Look.TITLE))
    assert letters(lengthened("Are you still there?")).startswith(title.rstrip("…"))
    place = Place("still-there", page.count - 1)
    stay = "To stay, press any key." if grid.roomy else "Stay: any key"
    assert lengthened(stay) in shown(view.page(place, (), view.sheets.warning(30)))
    assert not page.choices, "any key stays, so none could turn the page"


def test_every_page_can_be_reached_by_its_choices(long_library: Library):
    view = view_of(long_library, Grid(20, 6), LANGUAGE, WORDINGS)
    count = len(view.cut(DISCLAIMER)[1])
    for number in range(count - 1):
        labels = [choice.label for choice in view.page(Place(DISCLAIMER, number)).choices]
        assert lengthened("Next") in labels


def test_long_words_are_divided_in_the_language_of_the_text(long_library: Library):
    text = "Arzneimittelverordnung"
    name = long_library.clinic.menu[-1]
    topic = long_library.topics[LANGUAGE][name]
    blocks = (Block("title", Role.TITLE, text), Block("sections/0/text/0", Role.TEXT, text))
    told = replace(topic, blocks=blocks)
    topics = {LANGUAGE: {**long_library.topics[LANGUAGE], name: told}}
    view = view_of(replace(long_library, topics=topics), Grid(16, 6), LANGUAGE, WORDINGS)
    german = [line.of(text) for line in wrap(text, 16, language=LANGUAGE)]
    assert german != [line.of(text) for line in wrap(text, 16, language="en")]
    rows = [
        segment.text.strip()
        for number in range(len(view.cut(name)[1]))
        for row in view.page(Place(name, number)).rows
        for segment in row
        if segment.part == 0
    ]
    assert rows == german
    label = [line.of(text) for line in wrap(text, 13, language=LANGUAGE)]
    menu = view.cut(MENU)[0]
    focus = next(at for at, choice in enumerate(menu.choices) if choice.opens == name)
    page = view.page(Place(MENU, 0, focus))
    focused = [row[-1].text.strip() for row in page.rows if row and row[-1].look is Look.FOCUS]
    assert focused == label
