"""Questions to ask, and a page that a phone takes along: what the code holds is shown, said, and read by a decoder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.model.library import Library, Review, Topic
from kiosk.content.model.required import DISCLAIMER
from kiosk.export.web_site import web_site
from kiosk.locale.wordings import wordings
from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.lettering import Drawn
from kiosk.visit.layout.code import QUIET_ZONES, codes, drawn_code
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.places.card_sheets import cards_of
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.places.take_away import LONGEST, MOST_OF_A_PAGE, text_of, texts_to_take, without_scheme
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import UNWELL
from kiosk.visit.terms.sheet import Role, Verb
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording
from tests.visit.reworded import with_text, without
from tests.visit.scanned import scanned
from tests.visit.visitor import Visitor

TOPICS = ("signs", "when-to-seek-care", "ongoing-care", "treatments", "about", "early-detection")
NARROW, BROAD = (Drawn(font) for font in IN_QUADRANTS[:2])
LARGE = [Grid(80, 24), BROAD.grid(80, 24), NARROW.grid(80, 24), BROAD.grid(240, 67), Grid(120, 34), Grid(200, 60)]
WITH_ROOM = [Grid(64, 18), Grid(80, 22), Grid(39, 24), *LARGE]
WITHOUT = [Grid(20, 6), Grid(46, 13), Grid(64, 17), Grid(39, 20)]

needs_decoder = pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not installed (zbar-tools)")


@pytest.fixture
def offline(own_number: Library) -> Library:
    """A clinic whose visitors have no network."""
    return replace(own_number, clinic=replace(own_number.clinic, visitors_online=False))


def taken(library: Library, topic: Topic) -> list[str]:
    """What a code of `topic` could hold."""
    clinic = library.clinic
    lines = texts_to_take(topic, clinic, ClinicWords(clinic, "en", Wording()), Wording())
    return [text_of(code) for each in lines for code in each]


def pages(library: Library, grid: Grid, name: str, language: str = "en") -> list[Page]:
    view = view_of(library, grid, language)
    return [view.page(Place(name, number)) for number in range(len(view.cut(name)[1]))]


def words(found: list[Page]) -> str:
    """All that the pages say, one part to a line."""
    return "\n".join(part.text for part in found[0].parts if part.role in (Role.TEXT, Role.POINT))


def has_code(page: Page) -> bool:
    return any(segment.look is Look.CODE for row in page.rows for segment in row)


def same_address(one: str, other: str) -> bool:
    """True if two addresses lead to the same page: in scheme and host, capitals do not matter (RFC 3986, 6.2.2.1)."""
    split = [each.split("/", 3) for each in (one, other)]
    return [part.lower() for part in split[0][:3]] == split[1][:3] and split[0][3:] == split[1][3:]


class TestQuestions:
    def test_every_topic_of_the_menu_offers_three_to_five_in_both_languages(self, library: Library):
        for language in ("en", "es"):
            for name in library.clinic.menu:
                assert 3 <= len(library.topics[language][name].questions) <= 5, name

    def test_they_are_one_choice_away_and_read_aloud(self, visitor: Visitor):
        visitor.presses(Action.PICK_2)
        said = visitor.presses(Action.PICK_3)
        assert visitor.page == "signs/questions"
        assert said[0] == "Opened: Questions to ask."
        assert "What could be the cause of this symptom?" in said
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
        visitor.presses(Action.OTHER, Action.PICK_1, Action.PICK_2, Action.PICK_3, Action.LANGUAGE)
        assert visitor.page == "signs/questions"
        assert "What could be the cause of this symptom?" in visitor.screen


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
            assert same_address(scanned(found[-1], tmp_path), address)
            assert without_scheme(address) in words(found)
            assert not any(map(has_code, found[:-1]))

    @needs_decoder
    @pytest.mark.parametrize("grid", LARGE, ids=str)
    def test_without_a_network_it_holds_the_words_that_are_shown(self, offline: Library, grid: Grid, tmp_path: Path):
        for name in ("signs", "when-to-seek-care"):
            topic = offline.topics["en"][name]
            found = pages(offline, grid, f"{name}/take-away")
            read = [scanned(page, tmp_path) for page in found if has_code(page)]
            assert all(text.startswith(topic.title) for text in read)
            assert offline.clinic.phone in read[0]
            if len(read) == 1:
                assert read[0] in words(found)
            else:  # the whole page, whose words stand on the page itself
                held = " ".join(" ".join(text.split("\n")[1:]) for text in read)
                assert all(text in held for text in topic.texts("sections"))

    def test_a_page_that_does_not_fit_one_code_is_in_several_by_their_number(self, offline: Library):
        found = [page for page in pages(offline, Grid(120, 34), "signs/take-away") if has_code(page)]
        told = [" ".join(page.sentence(unit) for unit in page.units) for page in found]
        assert 1 < len(found) <= MOST_OF_A_PAGE
        for number, text in enumerate(told, 1):
            assert text.startswith(f"Code {number} of {len(found)}. {offline.topics['en']['signs'].title}.")

    def test_a_large_screen_has_room_for_every_page_in_several(self, offline: Library):
        view = view_of(offline, Grid(120, 34))
        for name in offline.clinic.offered:
            assert len(view.cut(f"{name}/take-away")[0].codes) > 1, name

    @pytest.mark.parametrize("grid", WITH_ROOM, ids=str)
    def test_its_page_is_whole_and_its_choices_are_on_it(self, library: Library, grid: Grid):
        page = pages(library, grid, "signs/take-away")[-1]
        assert page.own_letters
        assert len(page.rows) == grid.own.height
        assert all(sum(len(s.text) for s in row) <= grid.own.width for row in page.rows)
        focused = "".join(s.text for row in page.rows for s in row if s.look is Look.FOCUS)
        assert page.choices[page.focus].label in focused
        assert page.sentence(page.units[0]) == "Hold your phone's camera up to the code."

    @pytest.mark.parametrize("grid", WITHOUT, ids=str)
    def test_where_it_does_not_fit_the_words_remain(self, library: Library, grid: Grid):
        found = pages(library, grid, "signs/take-away")
        assert not any(map(has_code, found))
        assert "www.cancer.gov/types/metastatic-cancer" in words(found)
        assert "Write down the address" in words(found)
        assert all(len(page.rows) == grid.height for page in found)

    def test_an_address_is_never_shown_with_a_hyphen_that_is_not_in_it(self, library: Library):
        for grid in (*WITHOUT, Grid(14, 6)):
            found = pages(library, grid, "signs/take-away")
            part = next(n for n, p in enumerate(found[0].parts) if p.text.startswith("www."))
            drawn = "".join(s.text for page in found for row in page.rows for s in row if s.part == part)
            assert drawn == found[0].parts[part].text

    def test_it_is_told_without_sight(self, visitor: Visitor):
        visitor.presses(Action.PICK_2)
        visitor.presses(Action.PICK_4)
        heard = " ".join(visitor.hears_all())
        assert "Opened: Take it with you." in heard
        assert "The code opens this web page: www.cancer.gov/types/metastatic-cancer" in heard
        assert "Hold your phone's camera up to the code." in heard
        visitor.presses(Action.PICK_1)
        assert visitor.page == "signs", "“Go back” is the first choice on the page of the code"

    def test_it_has_its_quiet_zone_and_grows_with_the_room(self):
        best, *_, smallest = codes("https://example.org/page")
        for modules, quiet in ((best, QUIET_ZONES[0]), (smallest, QUIET_ZONES[-1])):
            for code in (drawn_code(modules, 80, 24), drawn_code(modules, 200, 100)):
                assert not code[0].strip()
                assert all(row.startswith(" " * quiet) and row.endswith(" " * quiet) for row in code)
        assert len(drawn_code(best, 80, 24)[0]) == 25 + 2 * QUIET_ZONES[0]
        large = drawn_code(best, 200, 100)
        assert len(large[0]) == 6 * (25 + 2 * QUIET_ZONES[0])
        assert set("".join(large)) == {" ", "█"}

    def test_the_best_for_a_camera_comes_first(self):
        sides = [len(modules) for modules in codes("https://www.example.org/a-page/of-this-length/at-least.html")]
        assert sides == [33 + 8, 33 + 4, 29 + 8, 29 + 4]
        assert [len(modules) for modules in codes("Only words")] == [21 + 8, 21 + 4]

    def test_no_room_and_too_long_a_text_give_none(self):
        best = next(codes("https://example.org/"))
        assert drawn_code(best, 32, 40) == ()
        assert drawn_code(best, 80, 16) == ()
        assert list(codes("x" * 5000)) == []

    @needs_decoder
    @pytest.mark.parametrize("language", ["en", "es"])
    def test_at_64_by_18_every_topic_has_one(self, library: Library, language: str, tmp_path: Path):
        for name in TOPICS:
            page = pages(library, Grid(64, 18), f"{name}/take-away", language)[-1]
            assert same_address(scanned(page, tmp_path), library.topics[language][name].web_address), name


class TestTheCards:
    """The care cards themselves are taken along, with or without a network."""

    @needs_decoder
    @pytest.mark.parametrize(
        ("grid", "language"),
        [(Grid(120, 34), "en"), (Grid(200, 50), "en"), (Grid(200, 50), "es")],
        ids=str,
    )
    def test_codes_hold_all_signs_under_their_level_and_both_numbers(
        self, own_number: Library, grid: Grid, language: str, tmp_path: Path
    ):
        assert own_number.clinic.visitors_online
        found = pages(own_number, grid, f"{UNWELL}/take-away", language)
        read = [scanned(page, tmp_path) for page in found if has_code(page)]
        view = view_of(own_number, grid, language)
        assert tuple(read) == view.cut(f"{UNWELL}/take-away")[0].codes
        assert "212-555-1212" in read[0]
        assert "911" in read[0]
        topic = own_number.topics[language][UNWELL]
        for card in cards_of(topic):
            for block in card.blocks:
                if block.role is Role.POINT:
                    holding = [text for text in read if block.text in text]
                    assert holding, block.text
                    assert holding[0].startswith(f"{card.urgency.label}: "), holding

    def test_it_is_offered_among_the_cards(self, own_number: Library):
        page = pages(own_number, Grid(80, 24), UNWELL)[-1]
        assert f"{UNWELL}/take-away" in [choice.opens for choice in page.choices]

    @pytest.mark.parametrize("grid", [Grid(20, 6), Grid(46, 13), Grid(64, 18)], ids=str)
    def test_where_no_code_fits_both_numbers_can_be_written_down(self, own_number: Library, grid: Grid):
        found = pages(own_number, grid, f"{UNWELL}/take-away")
        assert not any(map(has_code, found))
        assert "212-555-1212" in words(found)
        assert "Emergency: 911" in words(found)

    @pytest.mark.parametrize("grid", [Grid(20, 6), Grid(80, 24), Grid(120, 34)], ids=str)
    def test_a_sample_number_is_never_taken_along(self, library: Library, grid: Grid):
        view = view_of(library, grid)
        sheet = view.cut(f"{UNWELL}/take-away")[0]
        assert library.clinic.phone not in "\n".join([*sheet.codes, *(part.text for part in sheet.parts)])
        assert "Ask at the desk for our number." in "\n".join([*sheet.codes, *(part.text for part in sheet.parts)])

    def test_each_code_is_named_by_what_it_begins_with(self, own_number: Library):
        found = [page for page in pages(own_number, Grid(120, 34), f"{UNWELL}/take-away") if has_code(page)]
        told = [" ".join(page.sentence(unit) for unit in page.units) for page in found]
        assert told[1].startswith(f"Code 2 of {len(found)}. Emergency: Tell staff now.")


class TestTheText:
    def test_it_holds_the_whole_list_or_none_of_it_and_always_title_and_number(self, offline: Library):
        topic = offline.topics["en"]["signs"]
        *_, whole, short = taken(offline, topic)
        assert len(whole) <= LONGEST
        assert whole.splitlines() == [
            topic.title,
            topic.text("sections/1/heading"),
            *topic.texts("sections/1/points"),
            "Sample Breast Care Clinic: 212-555-1212",
        ]
        assert short == "Symptoms that the cancer may have spread\nSample Breast Care Clinic: 212-555-1212"

    def test_in_several_codes_no_heading_is_last_and_each_is_fit_for_a_camera(self, offline: Library):
        for name in offline.clinic.offered:
            topic = offline.topics["en"][name]
            headings = {topic.text(f"{group}/heading") for group in topic.groups("sections")}
            for code in taken(offline, topic) if headings else []:
                assert code.split("\n")[-1] not in headings
                assert len(code.encode()) <= LONGEST

    def test_a_short_page_is_whole_in_one_code(self, offline: Library):
        topic = offline.topics["en"]["signs"]
        short = without(topic, *topic.groups("sections")[1:])
        assert taken(offline, short)[0].splitlines() == [
            topic.title,
            *topic.texts("sections/0"),
            "Sample Breast Care Clinic: 212-555-1212",
        ]

    def test_a_list_that_is_too_long_is_left_out(self, offline: Library):
        topic = offline.topics["en"]["signs"]
        long = with_text(without(topic, "sections/0", "sections/2", "sections/3"), "sections/1/points/0", "x" * LONGEST)
        assert taken(offline, long) == [f"{topic.title}\nSample Breast Care Clinic: 212-555-1212"]

    def test_every_page_but_the_first_note_can_be_taken_along(self, offline: Library):
        view = view_of(offline, Grid(80, 24))
        assert {name for name in offline.topics["en"] if view.has(f"{name}/take-away")} == {*offline.topics["en"]} - {
            DISCLAIMER
        }

    def test_a_topic_without_an_address_is_taken_along_online_only_if_it_is_a_list_of_cards(self, library: Library):
        view = view_of(library, Grid(80, 24))
        having = {name for name in library.names if library.topic(name, "en").web_address}
        assert {name for name in library.names if view.has(f"{name}/take-away")} == {*having, UNWELL}

    def test_online_it_is_the_address_alone(self, library: Library):
        topic = library.topics["en"]["signs"]
        assert taken(library, topic) == [topic.web_address]

    def test_a_clinic_with_a_copy_of_its_own_leads_to_the_very_page_once_it_is_approved(self, library: Library):
        library = replace(library, clinic=replace(library.clinic, web_site="https://example.org/kiosk/"))
        topic = library.topics["es"]["signs"]
        assert taken(library, topic) == [topic.web_address]
        review = Review("Dr A. Example", "oncologist", date(2026, 11, 22), text=topic.fingerprint)
        assert taken(library, replace(topic, review=review)) == ["https://example.org/kiosk/es/signs.html"]
        assert "es/signs.html" in dict(web_site(library, wordings(["en", "es"])))

    def test_every_address_is_one_of_a_named_source_of_some_topic(self, library: Library):
        for language, topics in library.topics.items():
            named = {each.text for topic in topics.values() for each in topic.blocks if each.role is Role.REFERENCE}
            assert {topic.web_address for topic in topics.values()} - {""} <= named, language


def test_nothing_for_codes_is_loaded_before_somebody_wants_one():
    script = "import sys, kiosk.ui.app, kiosk.visit.transcript; print('segno' in sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
