"""Which offers of language help a clinic shows: those of its state, or of its own list."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.model.language_help import chosen, state_called, states
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.reader import read_content
from tests.conftest import ROOT
from tests.content.sample_clinic import CLINIC, ClinicFolder

TABLE = ROOT / "kiosk" / "content" / "model" / "states.tsv"
TAGS = ("en", "fa", "ilo", "zh", "zh-Hant")
FEW = "languages:\n" + "".join(
    f"  - language: {tag}\n    name: {tag}\n    english-name: {tag.upper()}\n"
    "    help: Help is free.\n    made-by: machine\n"
    for tag in TAGS
)


def shown(folder: ClinicFolder, line: str) -> list[str]:
    folder.write("languages.yaml", FEW)
    folder.write("clinic.yaml", CLINIC + line)
    reading = folder.read()
    assert reading.library is not None, reading.diagnostics
    return [each.language for each in reading.library.languages]


def told(folder: ClinicFolder, line: str) -> list[tuple[str, str, str]]:
    """Code, message and fix of each error, all of which are in the clinic's file."""
    folder.write("languages.yaml", FEW)
    folder.write("clinic.yaml", CLINIC + line)
    found = [each for each in folder.read().diagnostics if each.level is Level.ERROR]
    assert {each.file for each in found} <= {"clinic.yaml"}
    return [(each.code, each.message, each.fix) for each in found]


def test_each_of_the_fifty_states_has_fifteen_languages_each_once():
    assert len(states()) == 52  # with the District of Columbia, and the country as a whole
    for state in states():
        assert len(state.languages) == len(set(state.languages)) == 15, state.name


def test_the_table_names_its_source_and_its_day():
    head = "".join(line for line in TABLE.read_text("utf-8").splitlines(True) if line.startswith("#"))
    assert "U.S. Census Bureau, American Community Survey 2006-2008, released April 2010" in head
    assert "https://www.census.gov/" in head


@pytest.mark.parametrize("typed", ["HI", "hi", "Hawaii", "  hawaii "])
def test_a_state_is_named_by_its_letters_or_in_full(typed: str):
    state = state_called(typed)
    assert state is not None
    assert state.languages[:2] == (("ilo",), ("tl",))


def test_the_most_spoken_language_of_the_state_comes_first_and_chinese_in_both_its_scripts(clinic_folder: ClinicFolder):
    assert shown(clinic_folder, "state: HI\n") == ["ilo", "zh", "zh-Hant"]


def test_a_list_is_shown_in_its_own_order(clinic_folder: ClinicFolder):
    assert shown(clinic_folder, "offers: [zh, en, fa]\n") == ["zh", "en", "fa"]


def test_without_either_all_are_shown(clinic_folder: ClinicFolder):
    assert shown(clinic_folder, "") == list(TAGS)


def test_nothing_is_shown_that_has_no_sentence():
    assert chosen((), ("es", "vi"), "") == ()


def test_an_unknown_state_is_an_error_that_says_what_is_known_and_the_other_way(clinic_folder: ClinicFolder):
    [(code, message, fix)] = told(clinic_folder, "state: Puerto Rico\n")
    assert code == "unknown-state"
    assert "“Puerto Rico”" in message
    assert "such as CA, or US" in fix
    assert "“offers:”" in fix


def test_an_unknown_language_is_an_error(clinic_folder: ClinicFolder):
    assert [code for code, _, _ in told(clinic_folder, "offers: [fa, tlh]\n")] == ["unknown-offer"]


def test_a_language_that_is_nearly_right_is_proposed(clinic_folder: ClinicFolder):
    [(_, _, fix)] = told(clinic_folder, "offers: [zh-Hans]\n")
    assert fix == "Did you mean “zh-Hant”?"


def test_a_state_and_a_list_are_an_error(clinic_folder: ClinicFolder):
    assert [code for code, _, _ in told(clinic_folder, "state: HI\noffers: [fa]\n")] == ["state-and-offers"]


def test_an_error_in_the_sentences_is_not_reported_again_as_an_unknown_language(clinic_folder: ClinicFolder):
    clinic_folder.write("languages.yaml", FEW.replace("name: fa", "nmae: fa", 1))
    clinic_folder.write("clinic.yaml", CLINIC + "offers: [fa, en]\n")
    reading = clinic_folder.read()
    assert reading.library is not None
    assert [each.language for each in reading.library.languages] == ["en"]


def test_staff_are_told_which_offers_are_machine_made_and_which_the_state_lacks(clinic_folder: ClinicFolder):
    clinic_folder.write("languages.yaml", FEW.replace("    made-by", "    checked-by: A. Example\n    made-by", 4))
    clinic_folder.write("clinic.yaml", CLINIC + "state: HI\n")
    found = {each.code: each for each in read_content(clinic_folder.path, advice_for=date(2026, 11, 22)).diagnostics}
    assert {each.level for each in found.values()} == {Level.WARNING}
    assert found["offer-unchecked"].message == "Nobody has checked these machine-made offers of help: ZH-HANT."
    assert found["offer-missing"].message.startswith(
        "For Hawaii, languages.yaml lacks a sentence in: Tagalog, Japanese,"
    )
    assert "and 8 more" in found["offer-missing"].message
