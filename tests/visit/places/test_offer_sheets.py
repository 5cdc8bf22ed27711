"""Offers of language help: doors in each language's own name, each list short enough for the number keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.content.files.languages_file import read_languages
from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.model.library import Library
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.visit.places.offer_sheets import DOORS
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.sheet import Verb
from kiosk.visit.terms.wording import Wording
from tests.conftest import ROOT
from tests.visit.visitor import Visitor

OFFERS, _ = read_languages(ROOT / "content", fastest_reader())


def sheets(library: Library, offers: tuple[LanguageHelp, ...] = OFFERS) -> Sheets:
    return Sheets(replace(library, languages=offers), "en", Wording())


@pytest.mark.parametrize("count", [1, DOORS, DOORS + 1, DOORS + 2, 2 * DOORS + 1, len(OFFERS) - 1])
def test_every_offer_has_one_door_and_every_choice_a_number_key(library: Library, count: int):
    shown = sheets(library, OFFERS[1 : count + 1])  # without English, the language of the page
    opened, at = [], "languages"
    while at:
        choices = shown.sheet(at).choices
        assert len(choices) <= 9
        assert choices[-1].verb is Verb.BACK
        onward = [each.opens for each in choices if each.opens.rpartition("/")[2].isdecimal()]
        opened += [each.opens for each in choices[:-1] if each.opens not in onward]
        at = onward[0] if onward else ""
    assert opened == [f"languages/{each.language}" for each in OFFERS[1 : count + 1]]


def test_a_door_has_the_languages_own_name_and_voice(library: Library):
    doors = {each.opens: each for each in sheets(library).sheet("languages").choices}
    assert (doors["languages/zh"].label, doors["languages/zh"].language) == ("中文", "zh")


def test_an_offer_has_the_sentence_in_its_own_voice_and_names_the_language_to_staff(library: Library):
    sheet = sheets(library).sheet("languages/ja")
    assert (sheet.title, sheet.language) == ("日本語", "ja")
    sentence, for_staff = sheet.parts
    assert sentence.language == "ja"
    assert "にほんごでの" in sentence.say
    assert for_staff.text == "For staff: this person asks for help in Japanese."


def test_a_language_without_a_voice_is_not_read_by_the_voice_of_another(library: Library):
    sheet = sheets(library).sheet("languages/hmn")
    assert sheet.parts[0].language == sheet.language == "hmn"


def test_the_language_of_the_page_is_not_offered_on_it(library: Library):
    assert not sheets(library).has("languages/en")


def test_without_offers_nothing_leads_there(library: Library):
    shown = sheets(library, ())
    assert not shown.has("languages")
    assert all(each.opens != "languages" for each in shown.sheet("disclaimer").choices)


def test_the_voice_of_a_language_says_its_name_and_nothing_that_it_cannot(newcomer: Visitor):
    newcomer.presses(Action.OTHER, Action.PICK_4)
    assert newcomer.page == "languages"
    newcomer.presses(Action.DOWN)
    assert [(said.text, said.language) for said in newcomer.queue][:1] == [("中文. 2.", "zh")]


def test_a_language_read_by_the_voice_of_another_is_given_to_that_voice(library: Library):
    assert sheets(library).sheet("languages/tl").parts[0].language == "es-419"


def test_back_leads_from_an_offer_to_its_list(newcomer: Visitor):
    newcomer.presses(Action.OTHER, Action.PICK_4, Action.PICK_8, Action.PICK_1)
    assert newcomer.page == "languages/fr"
    newcomer.presses(Action.BACK)
    assert newcomer.page == "languages/2"
    newcomer.presses(Action.BACK, Action.BACK)
    assert newcomer.page == "disclaimer"
