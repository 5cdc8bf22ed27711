"""Marks of web pages, of notes and of forms are found by their kind, with what to type instead."""

from __future__ import annotations

import pytest

from kiosk.content.parsing.diagnostic import Level
from kiosk.content.reader import read_content
from tests.content.advice.test_wording import TODAY
from tests.content.sample_clinic import ClinicFolder

POINT = 18

WEB = {
    "Bone &amp; joint pain": ("&amp;", "Type “&”."),
    "Bone&nbsp;pain": ("&nbsp;", "Type"),
    "A caf&eacute;": ("&eacute;", "Type “é”."),
    "Open &#8211; or not": ("&#8211;", "Type “–”."),
    "Open &#x2013; or not": ("&#x2013;", "Type “–”."),
    "Rest<br/>now": ("<br/>", "Delete it."),
    "Rest <a href='x'>now": ("<a href='x'>", "Delete it."),
    "Rest <!-- note --> now": ("<!-- note -->", "Delete it."),
    "Rest </ p> now": ("</ p>", "Delete it."),
}
NOTES = {
    "See [our page](https://example.org/x)": ("[our page](https://example.org/x)", "“our page”"),
    "See [our page][1] today": ("[our page][1]", "“our page”"),
    "Take **two** pills": ("**two**", "“two”"),
    "Take *two* pills": ("*two*", "“two”"),
    "Take __two of them__ now": ("__two of them__", "“two of them”"),
    "Take _two_ pills": ("_two_", "“two”"),
    "Take ~~two~~ pills": ("~~two~~", "“two”"),
    "Take `two` pills": ("`two`", "“two”"),
    "| Rest | Walk |": ("| Rest | Walk |", "Type it as a text or a list."),
    "*Rest well": ("*Rest well", "at the start of a point"),
}
BLANKS = {
    "Call [phone] now": ("[phone]", "Type <phone>."),
    "Call [[night phone]] now": ("[[night phone]]", "Type <night-phone>."),
    "Ask ${doctor} now": ("${doctor}", "Type the words"),
    "Call %phone% now": ("%phone%", "Type <phone>."),
    "Call «phone» now": ("«phone»", "Type <phone>."),
    "Call (emergency_number) now": ("(emergency_number)", "Type <emergency-number>."),
    "Ask {{ doctor_name }} now": ("{{ doctor_name }}", "Type the words"),
    "Ask [NAME OF NURSE] now": ("[NAME OF NURSE]", "Type the words"),
    "Ask $doctor now": ("$doctor", "Type the words"),
    "Ask ____ now": ("____", "Type the words"),
    "Call us (phone number here) now": ("(phone number here)", "Type the words"),
    "Ask (insert the name) now": ("(insert the name)", "Type the words"),
    "Llame al «teléfono» ya": ("«teléfono»", "Type the words"),
}
PLAIN = [
    "Call <phone> at 5 * 3", "Haga todo", "Ask R&D; or AT&T", "Write to my_name@clinic.org", "A cost of $20 or 50%",
    "5 < 7 and 7 > 5", "Rest (type 2)", "Walk (put on shoes)", "Walk (we are here)", "Ask for the date (today)",
    "Scans (pictures) help", "You & me", "A *", "Is 5*3*2 right", "Up to 10% or 20% of people",
]  # fmt: skip


def marks_in(folder: ClinicFolder, typed: str) -> list[tuple[str, str]]:
    """What is told of marks in a point of the signs."""
    folder.change_line("en/signs.yaml", POINT, f'      - "{typed}"')
    diagnostics = read_content(folder.path, advice_for=TODAY).diagnostics
    assert all(each.line == POINT for each in diagnostics)
    assert all(each.level is Level.WARNING for each in diagnostics if each.code == "mark")
    return [(each.message, each.fix) for each in diagnostics if each.code == "mark"]


@pytest.mark.parametrize(("typed", "found"), [*WEB.items(), *NOTES.items(), *BLANKS.items()])
def test_a_mark_is_found_with_what_to_type_instead(clinic_folder: ClinicFolder, typed: str, found: tuple[str, str]):
    ((message, fix),) = marks_in(clinic_folder, typed)
    assert f"“{found[0]}”" in message
    assert found[1] in fix


@pytest.mark.parametrize("typed", PLAIN)
def test_what_patients_may_read_is_no_mark(clinic_folder: ClinicFolder, typed: str):
    assert marks_in(clinic_folder, typed) == []
