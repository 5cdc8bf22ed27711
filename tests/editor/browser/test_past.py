"""History and undo in a browser."""

from __future__ import annotations

import re

import pytest

from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder
from tests.editor.browser.conftest import Desk
from tests.editor.browser.visitor import Page, Visitor

PAGE = "/form/en/signs"


def save(visitor: Visitor, title: str = "Warning signs") -> Page:
    return visitor.send(PAGE, visitor.get(PAGE), "save", title=title)


def press(visitor: Visitor, page: Page, words: str) -> Page:
    """Presses the button of a small form, and follows where that leads."""
    forms = re.findall(r"<form.*?</form>", page.body, re.DOTALL)
    form = next(each for each in forms if f">{words}</button>" in each)
    action = re.search(r'action="([^"]+)"', form)
    assert action is not None
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    answer = visitor.post(action[1], fields)
    return visitor.get(answer.headers["location"]) if answer.status == 303 else answer


def links(page: Page, words: str) -> list[str]:
    return re.findall(rf'<a href="([^"]+)">{words}', page.body)


def test_the_sixth_thing_on_the_first_page_says_who_changed_what_and_when(visitor: Visitor):
    save(visitor)
    (address,) = links(visitor.get("/"), "History and undo")
    text = visitor.get(address).text
    assert "by Ana, as it is now" in text
    assert "Warning signs (English)" in text
    assert "Title: “The signs” became “Warning signs”" in text


def test_after_saving_one_button_undoes_it_and_that_too(visitor: Visitor, folder: ClinicFolder):
    page = press(visitor, save(visitor), "Undo")
    assert "It is again as it was." in page.text
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS
    press(visitor, page, "Undo")
    assert "Warning signs" in (folder.path / "en/signs.yaml").read_text()


def test_a_notice_that_was_taken_down_comes_back(visitor: Visitor, folder: ClinicFolder):
    page = visitor.send("/form/notice", visitor.get("/form/notice"), "save", text="No lift", until="2026-12-01")
    gone = press(visitor, page, "Take the notice down now")
    press(visitor, gone, "Undo")
    assert "No lift" in (folder.path / "notice.yaml").read_text()


def test_a_former_page_is_seen_as_patients_saw_it_and_brought_back(visitor: Visitor, folder: ClinicFolder):
    save(visitor)
    history = visitor.get(links(visitor.get(PAGE), "History")[0])
    assert "History of the page “Warning signs (English)”" in history.text
    then = visitor.get(links(history, "Look at it")[-1])
    assert "As patients saw it then" in then.text
    assert "The signs" in then.text
    assert "Title: “Warning signs” became “The signs”" in then.text
    press(visitor, then, "Bring this back")
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS


def test_other_forms_show_their_values_as_they_were(visitor: Visitor):
    visitor.send("/form/clinic", visitor.get("/form/clinic"), "save", phone="212-444-0199")
    then = visitor.get(links(visitor.get("/history/clinic"), "Look at it")[-1])
    assert "<dt>Phone</dt><dd>212-444-0100</dd>" in then.body


def test_the_last_change_of_all_is_taken_back(visitor: Visitor, folder: ClinicFolder):
    visitor.send("/form/clinic", visitor.get("/form/clinic"), "save", phone="212-444-0199")
    page = press(visitor, visitor.get("/history"), "Take the last change back")
    assert "Done." in page.text
    assert (folder.path / "clinic.yaml").read_text() == CLINIC


def test_a_page_that_cannot_be_read_leads_to_how_it_was(visitor: Visitor, folder: ClinicFolder):
    visitor.get("/history")
    folder.write("en/signs.yaml", "title: [")
    history = visitor.get(links(visitor.get(PAGE), "Or bring back")[0])
    then = visitor.get(links(history, "Look at it")[-1])
    press(visitor, then, "Bring this back")
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS


@pytest.mark.parametrize("address", ["/history", "/past/1/clinic", "/past/1/en/signs"])
def test_a_form_of_another_web_site_brings_nothing_back(visitor: Visitor, folder: ClinicFolder, address: str):
    saved = save(visitor)
    before = (folder.path / "en/signs.yaml").read_text()
    fields = {"number": "2", "state": saved.fields["state"][0], "token": "wrong"}
    assert visitor.post(address, fields).status == 403
    assert (folder.path / "en/signs.yaml").read_text() == before


@pytest.mark.parametrize("address", ["/past/99/clinic", "/past/x/clinic", "/past/1/other", "/history/En/signs"])
def test_what_there_never_was_is_no_page(visitor: Visitor, address: str):
    assert visitor.get(address).status == 404


def test_nobody_comes_in_without_a_name(desk: Desk):
    visitor = desk.visitor()
    answer = visitor.post("/pair", {"code": desk.codes[-1], "name": " "})
    assert (answer.status, "Type your name" in answer.text) == (422, True)
    assert visitor.post("/pair", {"code": desk.codes[-1], "name": "Ana"}).status == 303
