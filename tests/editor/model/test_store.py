"""Every save is read first; what is wrong is said in the field that it is about, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.editor.model.forms import CLINIC_FORM, NOTICE_FORM, WORDS_FORM, Form, hint, label, topic_form
from kiosk.editor.model.store import CHANGED_MEANWHILE, NOT_THIS_WAY, Store
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder

SIGNS_FORM = topic_form("en", "signs")
NOTICE: dict[str, Any] = {"text": "No lift today.", "until": "2026-12-02"}


def values(store: Store, form: Form) -> dict[str, Any]:
    opened = store.open(form).values
    assert opened is not None
    return opened


def test_a_notice_is_put_up_and_taken_down(store: Store, folder: ClinicFolder):
    assert store.save(NOTICE_FORM, NOTICE, store.open(NOTICE_FORM).state).told == {}
    assert (folder.path / "notice.yaml").read_text() == "text: No lift today.\nuntil: 2026-12-02\n"
    assert values(store, NOTICE_FORM) == NOTICE
    store.take_away(NOTICE_FORM)
    assert values(store, NOTICE_FORM) == {}


def test_a_number_is_changed_and_every_other_byte_stays(store: Store, folder: ClinicFolder):
    state = store.open(CLINIC_FORM).state
    assert store.save(CLINIC_FORM, values(store, CLINIC_FORM) | {"phone": "“212–444–0199”"}, state).told == {}
    assert (folder.path / "clinic.yaml").read_text() == CLINIC.replace("212-444-0100", "212-444-0199")


def test_a_page_that_changes_gets_the_day_of_its_change(store: Store, folder: ClinicFolder):
    state = store.open(SIGNS_FORM).state
    assert store.save(SIGNS_FORM, values(store, SIGNS_FORM), state).told == {}
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS
    assert store.save(SIGNS_FORM, values(store, SIGNS_FORM) | {"title": "New"}, state).told == {}
    wanted = SIGNS.replace("The signs", "New", 1).replace("2026-11-22", "2026-11-30")
    assert (folder.path / "en/signs.yaml").read_text() == wanted


@pytest.mark.parametrize(
    ("form", "path", "wrong", "said"),
    [
        (SIGNS_FORM, "title", "", "Type the heading of the page."),
        (SIGNS_FORM, "title", "x" * 61, "61 letters"),
        (SIGNS_FORM, "questions", ["Why"], "question mark"),
        (SIGNS_FORM, "show-from", "soon", "year, month and day"),
        (CLINIC_FORM, "phone", "", "Type your number with its area code."),
        (CLINIC_FORM, "phone", "call us", "area code"),
        (CLINIC_FORM, "closed-on", ["2026-13-01"], "2026-13-01"),
        (NOTICE_FORM, "until", "", "This has to be filled in."),
        (NOTICE_FORM, "translations", [{"language": "es", "text": ""}], "This has to be filled in."),
        (NOTICE_FORM, "text", "Call <fone>", "<phone>"),
        (WORDS_FORM, "words", [{"write": "MBC", "say": ""}], "This has to be filled in."),
    ],
)
def test_what_is_wrong_is_said_in_its_field(
    store: Store, folder: ClinicFolder, form: Form, path: str, wrong: Any, said: str
):
    before = {each: each.read_bytes() for each in folder.path.rglob("*.yaml")}
    told = store.save(form, (values(store, form) or NOTICE) | {path: wrong}, store.open(form).state).told
    assert {each.partition("/")[0] for each in told} == {path}
    assert said in " ".join(each for sentences in told.values() for each in sentences)
    assert {each: each.read_bytes() for each in folder.path.rglob("*.yaml")} == before


def test_a_fault_deep_in_a_page_is_said_at_its_point(store: Store):
    now = values(store, SIGNS_FORM)
    now["sections"][0]["points"][1] = "Call <fone>"
    now["cards"][1]["points"][0]["point"] = "x" * 301
    told = store.tried(SIGNS_FORM, now).told
    assert set(told) == {"sections/0/points/1", "cards/1/points/0"}


def test_a_section_without_text_and_points_is_told_so(store: Store):
    now = values(store, SIGNS_FORM)
    now["sections"].append({"heading": "Empty"})
    assert set(store.tried(SIGNS_FORM, now).told) == {"sections/1/text"}


def test_nobody_overwrites_what_somebody_else_has_saved_meanwhile(store: Store, folder: ClinicFolder):
    now, state = values(store, SIGNS_FORM), store.open(SIGNS_FORM).state
    folder.write("en/signs.yaml", SIGNS.replace("The signs", "Another"))
    assert store.save(SIGNS_FORM, now | {"title": "Mine"}, state).told == {"": [CHANGED_MEANWHILE]}
    assert values(store, SIGNS_FORM)["title"] == "Another"


def test_a_file_that_cannot_be_read_is_no_form(store: Store, folder: ClinicFolder):
    folder.write("en/signs.yaml", "title: [\n")
    assert store.open(SIGNS_FORM).values is None
    assert store.tried(SIGNS_FORM, {"title": "New"}).told == {"": [NOT_THIS_WAY]}


def test_an_old_fault_elsewhere_does_not_keep_a_change_from_being_saved(store: Store, folder: ClinicFolder):
    folder.write("en/signs.yaml", SIGNS.replace("status: not yet approved", "status: maybe"))
    state = store.open(SIGNS_FORM).state
    assert store.save(SIGNS_FORM, values(store, SIGNS_FORM) | {"title": "New"}, state).told == {}
    assert "title: New" in (folder.path / "en/signs.yaml").read_text()


def test_a_mark_at_the_start_of_a_file_stays(store: Store, folder: ClinicFolder):
    folder.write("clinic.yaml", b"\xef\xbb\xbf" + CLINIC.encode())
    state = store.open(CLINIC_FORM).state
    assert store.save(CLINIC_FORM, values(store, CLINIC_FORM) | {"name": "New"}, state).told == {}
    assert (folder.path / "clinic.yaml").read_bytes().startswith(b"\xef\xbb\xbfname: New\n")


def test_what_check_remarks_is_said_in_its_field_and_keeps_nothing_from_being_saved(store: Store):
    now = values(store, SIGNS_FORM)
    now["sections"][0]["points"][0] = "Metastases are **bad**"
    tried = store.tried(SIGNS_FORM, now)
    assert tried.told == {}
    assert "sections/0/points/0" in tried.advice


def test_no_form_speaks_of_the_file_behind_it():
    waiting = [field for form in (CLINIC_FORM, NOTICE_FORM, WORDS_FORM, SIGNS_FORM) for field in form.fields]
    while waiting:
        field = waiting.pop()
        waiting += [*field.fields, *([field.member] if field.member else [])]
        assert label(field)[0].isupper()
        for sign in (" dash", "colon", ".yaml", "indent", "quotes around", " # "):
            assert sign not in hint(field), field.name
