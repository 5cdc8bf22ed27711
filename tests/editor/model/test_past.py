"""Whatever staff do can be seen later, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.content.history.generations import History
from kiosk.editor.model.forms import CLINIC_FORM, NOTICE_FORM, Form, topic_form
from kiosk.editor.model.past import CHANGED_SINCE, Past, change_lines
from kiosk.editor.model.store import Store
from kiosk.machine import lock
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder

SIGNS_FORM = topic_form("en", "signs")


@pytest.fixture
def past(store: Store) -> Past:
    return Past(store)


def save(store: Store, form: Form, by: str, **changes: Any) -> None:
    opened = store.open(form)
    assert opened.values is not None
    assert store.save(form, opened.values | changes, opened.state, by).told == {}


def back(store: Store, past: Past, form: Form, number: int) -> list[str]:
    return past.bring_back(form, number, store.open(form).state, "Ana")


def test_each_state_says_who_made_it_and_what_has_changed_in_words(store: Store, past: Past):
    save(store, CLINIC_FORM, "Ana", phone="212-444-0199")
    save(store, SIGNS_FORM, "Ben", title="Warning signs")
    newest, older, first = past.states()
    assert [each.by for each in (newest, older, first)] == ["Ben", "Ana", ""]
    assert [each.title for each in newest.told] == ["Warning signs (English)"]
    assert change_lines(newest.told[0].change) == ["Title: “The signs” became “Warning signs”"]
    assert "Phone: “212-444-0100” became “212-444-0199”" in change_lines(older.told[0].change)
    assert (newest.is_now, older.is_now, first.told) == (True, False, ())


def test_a_page_has_a_history_of_its_own(store: Store, past: Past):
    save(store, CLINIC_FORM, "Ana", phone="212-444-0199")
    save(store, SIGNS_FORM, "Ben", title="Warning signs")
    assert [each.by for each in past.states(SIGNS_FORM)] == ["Ben", ""]


def test_a_former_state_is_looked_at_and_brought_back(store: Store, past: Past, folder: ClinicFolder):
    save(store, SIGNS_FORM, "Ben", title="Warning signs")
    first = past.states(SIGNS_FORM)[-1]
    former = past.former(SIGNS_FORM, first.number)
    assert former.trial.library is not None
    assert former.trial.library.topic("signs", "en").title == "The signs"
    assert ("Title", "The signs") in former.lines
    assert change_lines(former.told[0]) == ["Title: “Warning signs” became “The signs”"]
    assert back(store, past, SIGNS_FORM, first.number) == []
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS
    assert [(each.by, each.is_now) for each in past.states(SIGNS_FORM)] == [("Ana", True), ("Ben", False), ("", True)]


def test_what_somebody_else_has_typed_meanwhile_is_not_lost(store: Store, past: Past, folder: ClinicFolder):
    save(store, SIGNS_FORM, "Ben", title="Warning signs")
    first = past.states(SIGNS_FORM)[-1]
    seen = past.former(SIGNS_FORM, first.number).state
    save(store, SIGNS_FORM, "Carla", title="The warning signs")
    assert past.bring_back(SIGNS_FORM, first.number, seen, "Ana") == [CHANGED_SINCE]
    assert "The warning signs" in (folder.path / "en/signs.yaml").read_text()


def test_a_saving_is_undone_and_that_too(store: Store, past: Past, folder: ClinicFolder):
    save(store, NOTICE_FORM, "Ana", text="No lift today.", until="2026-12-02")
    for is_there in (False, True):
        before = past.before(NOTICE_FORM)
        assert before is not None
        assert back(store, past, NOTICE_FORM, before) == []
        assert (folder.path / "notice.yaml").exists() is is_there


def test_all_can_go_back_a_change_unless_there_was_another_meanwhile(store: Store, past: Past, folder: ClinicFolder):
    save(store, CLINIC_FORM, "Ana", phone="212-444-0199")
    seen = past.states()[0].number
    save(store, SIGNS_FORM, "Ben", title="Warning signs")
    assert past.undo(seen, "Ana") == [CHANGED_SINCE]
    assert past.undo(past.states()[0].number, "Ana") == []
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS
    assert (folder.path / "clinic.yaml").read_text() != CLINIC


def test_what_would_bring_an_error_does_not_come_back(store: Store, past: Past, folder: ClinicFolder):
    folder.write("en/more.yaml", SIGNS)
    without = past.states()[0].number
    folder.write("en/more.yaml", SIGNS.replace("The signs", "More"))
    folder.write("clinic.yaml", CLINIC.replace("[signs,", "[more,"))
    folder.write("en/signs.yaml", "title: half of")
    wrong = past.states()[0].number
    folder.write("en/signs.yaml", SIGNS)
    assert back(store, past, SIGNS_FORM, wrong)
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS
    assert back(store, past, topic_form("en", "more"), without) == []


def test_a_file_that_cannot_be_read_has_a_history_and_a_way_back(store: Store, past: Past, folder: ClinicFolder):
    right = past.states()[0].number
    folder.write("en/signs.yaml", "title: [")
    assert not past.is_right()
    assert past.former(SIGNS_FORM, past.states()[0].number).lines == (("Line", "title: ["),)
    assert back(store, past, SIGNS_FORM, right) == []
    assert past.is_right()


def test_damaged_copies_are_not_brought_back(store: Store, past: Past, folder: ClinicFolder):
    save(store, SIGNS_FORM, "Ben", title="Warning signs")
    first = History.of(folder.path).all()[0]
    (first.content / "en/signs.yaml").write_text("spoilt")
    (told,) = back(store, past, SIGNS_FORM, first.number)
    assert "damaged" in told


def test_a_history_that_is_in_use_keeps_nobody_from_saving(
    store: Store, folder: ClinicFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(lock, "PATIENCE_S", 0)
    with History.of(folder.path).held():
        save(store, CLINIC_FORM, "Ana", phone="212-444-0199")
    assert "0199" in (folder.path / "clinic.yaml").read_text()
