"""History and undo in the terminal, by keyboard alone."""

from __future__ import annotations

from textual.widgets import Input, OptionList

from kiosk.editor.model.past import Past
from kiosk.editor.model.store import Store
from kiosk.editor.terminal.app import FormScreen
from kiosk.editor.terminal.past import FormerScreen, HistoryScreen
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder
from tests.editor.terminal.test_app import editing, form, reached, shown, until


async def test_a_saving_is_undone_by_a_key_and_that_too(store: Store, folder: ClinicFolder):
    async with editing(store, "clinic.yaml") as (app, pilot):
        box = form(app)._boxes.widget("phone")
        assert isinstance(box, Input)
        box.value = "212-444-0109"
        await pilot.press("f4")
        await until(pilot, lambda: "not saved yet" in shown(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Saved." in shown(app))
        assert [each.by for each in Past(store).states()] == ["Ana", ""]
        await pilot.press("f4")
        await until(pilot, lambda: "It is again as it was" in shown(app))
        assert (folder.path / "clinic.yaml").read_text() == CLINIC
        box = form(app)._boxes.widget("phone")
        assert isinstance(box, Input)
        assert box.value == "212-444-0100"
        await pilot.press("f4")
        await until(pilot, lambda: "0109" in (folder.path / "clinic.yaml").read_text())


async def test_a_page_is_seen_as_it_was_and_brought_back_into_its_form(store: Store, folder: ClinicFolder):
    Past(store).states()
    folder.write("en/signs.yaml", SIGNS.replace("The signs", "Warning signs"))
    async with editing(store, "en/signs.yaml") as (app, pilot):
        await pilot.press("f3")
        await until(pilot, lambda: bool(app.screen.query(OptionList)))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, FormerScreen))
        assert "Title: “Warning signs” became “The signs”" in shown(app)
        assert "The voice needs" in shown(app)
        await pilot.press("ctrl+b")
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen) and "It is again" in shown(app))
        assert (folder.path / "en/signs.yaml").read_text() == SIGNS
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, FormScreen) and "This is how it is now." in shown(app))
        title = form(app)._boxes.widget("title")
        assert isinstance(title, Input)
        assert title.value == "The signs"


async def test_the_first_page_leads_to_all_changes_and_the_last_is_taken_back(store: Store, folder: ClinicFolder):
    Past(store).states()
    folder.write("en/signs.yaml", SIGNS.replace("The signs", "Warning signs"))
    async with reached(store, "history") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen))
        options = app.screen.query_one(OptionList)
        assert "Warning signs (English)" in str(options.get_option_at_index(0).prompt)
        await pilot.press("f4")
        await until(pilot, lambda: "Done." in shown(app))
        assert (folder.path / "en/signs.yaml").read_text() == SIGNS


async def test_a_file_that_cannot_be_read_leads_to_how_it_was(store: Store, folder: ClinicFolder):
    Past(store).states()
    folder.write("en/signs.yaml", "title: [")
    async with reached(store, "en/signs.yaml") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, FormerScreen))
        await pilot.press("ctrl+b")
        await until(pilot, lambda: (folder.path / "en/signs.yaml").read_text() == SIGNS)
