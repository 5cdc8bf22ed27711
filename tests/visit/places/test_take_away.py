"""Questions to ask, and a page that a phone takes along: what the code holds is shown, said, and read by a decoder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.model.library import Library, Topic
from kiosk.visit.layout.code import QUIET, code_rows
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.places.take_away import LONGEST, texts_to_take, without_scheme
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.sheet import Role, Verb
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording
from tests.visit.reworded import with_text, without
from tests.visit.scanned import scanned
from tests.visit.visitor import Visitor

TOPICS = ("signs", "when-to-seek-care", "ongoing-care", "treatments", "about", "early-detection")
WITH_ROOM = [Grid(80, 24), Grid(20, 6, 4, 4), Grid(26, 6, 3, 4), Grid(60, 16, 4, 4), Grid(120, 34), Grid(200, 60)]
WITHOUT = [Grid(20, 6), Grid(46, 13), Grid(39, 24), Grid(80, 22)]

needs_decoder = pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not installed (zbar-tools)")


@pytest.fixture
def offline(own_number: Library) -> Library:
    """A clinic whose visitors have no network."""
    return replace(own_number, clinic=replace(own_number.clinic, visitors_online=False))


def taken(library: Library, topic: Topic) -> list[str]:
    """What a code of `topic` could hold."""
    clinic = library.clinic
    lines = texts_to_take(topic, clinic, ClinicWords(clinic, "en", Wording()))
    return ["\n".join(line.text for line in each) for each in lines]


def pages(library: Library, grid: Grid, name: str, language: str = "en") -> list[Page]:
    view = view_of(library, grid, language)
    return [view.page(Place(name, number)) for number in range(len(view.cut(name)[1]))]


def words(found: list[Page]) -> str:
    """All that the pages say, one part to a line."""
    return "\n".join(part.text for part in found[0].parts if part.role in (Role.TEXT, Role.POINT))


def has_code(page: Page) -> bool:
    return any(segment.look is Look.CODE for row in page.rows for segment in row)


class TestQuestions:
    def test_every_topic_of_the_menu_offers_three_to_five_in_both_languages(self, library: Library):
        for language in ("en", "es"):
            for name in library.clinic.menu:
                assert 3 <= len(library.topics[language][name].questions) <= 5, name

    def test_they_are_one_choice_away_and_read_aloud(self, visitor: Visitor):
        visitor.presses(Action.PICK_1)
        said = visitor.presses(Action.PICK_3)
        assert visitor.page == "signs/questions"
        assert said[0] == "Opened: Questions to ask."
        assert "What could be the cause of this sign?" in said
        visitor.presses(Action.BACK)
        assert visitor.page == "signs"

    def test_they_say_that_nobody_has_approved_them(self, library: Library):
        assert any("Not yet approved" in part.text for part in pages(library, Grid(80, 24), "signs/questions")[0].parts)

    def test_a_topic_without_any_offers_none(self, library: Library):
        bare = without(library.topics["en"]["signs"], "questions", "web-address")
        library = replace(library, topics={"en": {**library.topics["en"], "signs": bare}})
        assert [choice.verb for choice in pages(library, Grid(80, 24), "signs")[-1].choices] == [Verb.MENU]
        assert not view_of(library, Grid(80, 24)).has("signs/questions")
        assert not view_of(library, Grid(80, 24)).has("signs/take-away")
        assert not view_of(library, Grid(80, 24)).has("signs/nothing")

    def test_a_language_that_lacks_them_shows_those_of_another(self, library: Library):
        bare = without(library.topics["es"]["signs"], "questions", "web-address")
        library = replace(library, topics={**library.topics, "es": {**library.topics["es"], "signs": bare}})
        visitor = Visitor(library)
        visitor.presses(Action.OTHER, Action.PICK_1, Action.PICK_1, Action.PICK_3, Action.LANGUAGE)
        assert visitor.page == "signs/questions"
        assert "What could be the cause of this sign?" in visitor.screen


class TestTheCode:
    @needs_decoder
    @pytest.mark.parametrize("language", ["en", "es"])
    @pytest.mark.parametrize("grid", WITH_ROOM, ids=str)
    def test_a_decoder_reads_the_address_that_is_shown_and_said(
        self, library: Library, grid: Grid, language: str, tmp_path: Path
    ):
        for name in TOPICS:
            address = library.topics[language][name].web_address
            found = pages(library, grid, f"{name}/take-away", language)
            assert scanned(found[-1], tmp_path) == address
            assert without_scheme(address) in words(found)
            assert not any(map(has_code, found[:-1]))

    @needs_decoder
    @pytest.mark.parametrize("grid", WITH_ROOM, ids=str)
    def test_without_a_network_it_holds_the_words_that_are_shown(self, offline: Library, grid: Grid, tmp_path: Path):
        held = {}
        for name in ("signs", "when-to-seek-care"):
            found = pages(offline, grid, f"{name}/take-away")
            held[name] = scanned(found[-1], tmp_path)
            assert held[name].startswith(offline.topics["en"][name].title)
            assert offline.clinic.phone in held[name]
            assert held[name] in words(found)
        assert ("Bone or joint pain that lasts" in held["signs"]) == (grid.own.height >= 40)

    @pytest.mark.parametrize("grid", WITH_ROOM, ids=str)
    def test_its_page_is_whole_and_its_choices_are_on_it(self, library: Library, grid: Grid):
        page = pages(library, grid, "signs/take-away")[-1]
        assert page.own_letters
        assert len(page.rows) == grid.own.height
        assert all(sum(len(s.text) for s in row) + page.margin <= grid.own.width for row in page.rows)
        focused = "".join(s.text for row in page.rows for s in row if s.look is Look.FOCUS)
        assert page.choices[page.focus].label in focused
        assert page.sentence(page.units[0]) == "Hold your phone's camera up to the code."

    @pytest.mark.parametrize("grid", WITHOUT, ids=str)
    def test_where_it_does_not_fit_the_words_remain(self, library: Library, grid: Grid):
        found = pages(library, grid, "signs/take-away")
        assert not any(map(has_code, found))
        assert "www.cancer.org/cancer/types/breast-cancer.html" in words(found)
        assert "Write down the address" in words(found)
        assert all(len(page.rows) == grid.height for page in found)

    def test_an_address_is_never_shown_with_a_hyphen_that_is_not_in_it(self, library: Library):
        for grid in (*WITHOUT, Grid(14, 6)):
            found = pages(library, grid, "signs/take-away")
            part = next(n for n, p in enumerate(found[0].parts) if p.text.startswith("www."))
            drawn = "".join(s.text for page in found for row in page.rows for s in row if s.part == part)
            assert drawn == found[0].parts[part].text

    def test_it_is_told_without_sight(self, visitor: Visitor):
        visitor.presses(Action.PICK_1)
        visitor.presses(Action.PICK_4)
        heard = " ".join(visitor.hears_all())
        assert "Opened: Take it with you." in heard
        assert "The code opens this web page: www.cancer.org/cancer/types/breast-cancer.html" in heard
        assert "Hold your phone's camera up to the code." in heard
        visitor.presses(Action.PICK_1)
        assert visitor.page == "signs", "“Go back” is the first choice on the page of the code"

    def test_it_has_its_quiet_zone_and_grows_with_the_room(self):
        small, large = code_rows("https://example.org/", 80, 24), code_rows("https://example.org/", 200, 100)
        assert len(small[0]) == 25 + 2 * QUIET
        assert len(large[0]) == 6 * (25 + 2 * QUIET)
        assert set("".join(large)) == {" ", "█"}
        for code in (small, large):
            assert not code[0].strip()
            assert all(row.startswith(" " * QUIET) and row.endswith(" " * QUIET) for row in code)

    def test_no_room_and_too_long_a_text_give_none(self):
        assert code_rows("https://example.org/", 32, 40) == ()
        assert code_rows("https://example.org/", 80, 16) == ()
        assert code_rows("x" * 5000, 1000, 1000) == ()


class TestTheText:
    def test_it_holds_the_whole_list_or_none_of_it_and_always_title_and_number(self, offline: Library):
        topic = offline.topics["en"]["signs"]
        whole, short = taken(offline, topic)
        assert len(whole) <= LONGEST
        assert whole.splitlines() == [
            topic.title,
            topic.text("sections/1/heading"),
            *topic.texts("sections/1/points"),
            "Sample Breast Care Clinic: 212-555-1212",
        ]
        assert short == "The signs\nSample Breast Care Clinic: 212-555-1212"

    def test_a_list_that_is_too_long_is_left_out(self, offline: Library):
        topic = offline.topics["en"]["signs"]
        long = with_text(without(topic, "sections/0", "sections/2", "sections/3"), "sections/1/points/0", "x" * LONGEST)
        assert taken(offline, long) == ["The signs\nSample Breast Care Clinic: 212-555-1212"]

    def test_every_page_but_the_first_note_can_be_taken_along(self, offline: Library):
        view = view_of(offline, Grid(80, 24))
        assert {name for name in offline.topics["en"] if view.has(f"{name}/take-away")} == {*offline.clinic.menu}

    def test_online_it_is_the_address_alone(self, library: Library):
        topic = library.topics["en"]["signs"]
        assert taken(library, topic) == [topic.web_address]

    def test_every_address_is_one_of_a_named_source_of_some_topic(self, library: Library):
        for language, topics in library.topics.items():
            named = {each.text for topic in topics.values() for each in topic.blocks if each.role is Role.REFERENCE}
            assert {topic.web_address for topic in topics.values()} - {""} <= named, language


def test_nothing_for_codes_is_loaded_before_somebody_wants_one():
    script = "import sys, kiosk.ui.app, kiosk.visit.transcript; print('segno' in sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
