"""Remarks on how a page sounds: none on a page that is warm and whole, one on each that is clipped or torn."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.reader import read_content
from tests.content.sample_clinic import DISCLAIMER, ClinicFolder

TODAY = date(2026, 11, 22)
PAGE = DISCLAIMER.split("sections:")[0]
WARM = "Tell us if a new symptom worries you, so that we can look for the cause."
STILTED = "We can look at the sign and you can rest for a bit at home in bed."


def codes(folder: ClinicFolder, sections: str) -> list[tuple[str, int]]:
    """Code and line of each remark on the page that has these sections; line 1 is the first below `sections:`."""
    folder.write("en/disclaimer.yaml", f"{PAGE}sections:\n{sections}")
    found = [
        each for each in read_content(folder.path, advice_for=TODAY).diagnostics if each.file == "en/disclaimer.yaml"
    ]
    return [(each.code, max(0, each.line - PAGE.count("\n") - 1)) for each in found]


@pytest.mark.parametrize(
    "sections",
    [
        f"  - text: {WARM}\n",
        "  - text: You are not alone. We help. Ask any question that you may have today.\n",
        "  - text: 您不是一个人，我们会帮助您。您今天可以问任何问题。有变化就请告诉我们。\n",
        "  - heading: Call us if\n    points:\n      - You find a lump\n      - You are in pain\n",
        "  - heading: What to call us about\n    text: You can call about anything at all.\n",
        '  - text: "Call us if you notice one of these:"\n    points:\n      - You worry about your health.\n',
        "  - heading: What you can do\n    points:\n      - Rest for a while each day.\n      - Talk with a friend.\n",
    ],
)
def test_what_sounds_right_is_not_remarked_on(clinic_folder: ClinicFolder, sections: str):
    assert codes(clinic_folder, sections) == []


def test_three_very_short_sentences_in_a_row_sound_clipped(clinic_folder: ClinicFolder):
    assert codes(clinic_folder, "  - text: You are not alone. We can help. Please call us.\n") == [("clipped", 1)]


def test_a_page_can_be_too_easy(clinic_folder: ClinicFolder):
    def points(text: str) -> str:
        return "  - points:\n" + f"      - {text}\n" * 7

    assert codes(clinic_folder, points(STILTED)) == [("too-easy", 0)]
    assert codes(clinic_folder, points(WARM)) == []


def test_a_short_page_and_care_cards_may_be_as_easy_as_they_like(clinic_folder: ClinicFolder):
    assert codes(clinic_folder, f"  - text: {STILTED}\n") == []
    cards = "cards:\n  - level: emergency\n    contact: Tell us now.\n    how-soon: Now.\n    points:\n" + (
        f"      - {STILTED}\n" * 8
    )
    assert codes(clinic_folder, f"  - text: {STILTED}\n{cards}") == []


def test_a_heading_that_only_a_list_completes_needs_its_list(clinic_folder: ClinicFolder):
    torn = "  - heading: You can also call about\n    text: You do not need a symptom to call us.\n"
    assert codes(clinic_folder, f"{torn}    points:\n      - Your health\n") == [("no-list", 1)]


def test_a_colon_needs_points_right_below(clinic_folder: ClinicFolder):
    assert codes(clinic_folder, '  - text: "Call us if you notice one of these:"\n') == [("no-list", 1)]


def test_a_noun_that_is_heard_as_an_order_is_told(clinic_folder: ClinicFolder):
    lead = "  - heading: Call us about\n    points:\n"
    assert codes(clinic_folder, f"{lead}      - Worry about your health\n") == [("heard-as-order", 3)]
    assert codes(clinic_folder, f"{lead}      - A worry about your health\n") == []


def test_spanish_pages_are_held_to_the_same_but_for_the_grade(clinic_folder: ClinicFolder):
    clinic_folder.change_line("clinic.yaml", 4, "languages: [en, es]")
    section = "sections:\n  - heading: Llame si\n    text: No hay prisa. Aquí le ayudamos. Llame hoy.\n"
    clinic_folder.write("es/disclaimer.yaml", PAGE + section)
    found = read_content(clinic_folder.path, advice_for=TODAY).diagnostics
    assert {"clipped", "no-list"} <= {each.code for each in found if each.file == "es/disclaimer.yaml"}


def test_a_spanish_page_may_be_too_hard(clinic_folder: ClinicFolder):
    clinic_folder.change_line("clinic.yaml", 4, "languages: [en, es]")
    hard = "La administración de medicamentos antineoplásicos requiere procedimientos hospitalarios especializados."
    clinic_folder.write("es/disclaimer.yaml", f"{PAGE}sections:\n  - text: {hard}\n")
    found = read_content(clinic_folder.path, advice_for=TODAY).diagnostics
    told = [each.message for each in found if each.code == "hard-to-read"]
    assert len(told) == 2
    assert all("very hard to read (INFLESZ" in message for message in told)
