"""The same forms in a terminal, by keyboard alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from kiosk.editor.model.forms import topic_form
from kiosk.editor.model.store import Store, clean_values
from kiosk.editor.model.values import without_empty
from kiosk.editor.terminal.app import EditorApp, FormScreen
from kiosk.editor.terminal.boxes import MemberButton
from tests.content.sample_clinic import CLINIC, DISCLAIMER, ClinicFolder


@asynccontextmanager
async def editing(store: Store, file: str) -> AsyncIterator[tuple[EditorApp, Pilot[None]]]:
    """Yields the app with a form open."""
    async with reached(store, file) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        yield app, pilot


@asynccontextmanager
async def reached(store: Store, choice: str) -> AsyncIterator[tuple[EditorApp, Pilot[None]]]:
    """Yields the app once a name was typed, and a choice of the first page taken."""
    app = EditorApp(store)
    async with app.run_test(size=(100, 40)) as pilot:
        await until(pilot, lambda: bool(app.screen.query(Input)))
        await pilot.press(*"Ana", "enter")
        await until(pilot, lambda: bool(app.screen.query(OptionList)))
        choices = app.screen.query_one(OptionList)
        choices.highlighted = choices.get_option_index(choice)
        await pilot.press("enter")
        yield app, pilot


async def until(pilot: Pilot[Any], happened: Callable[[], bool]) -> None:
    for _ in range(200):
        if happened():
            return
        await pilot.pause()
    raise AssertionError("it did not happen")


def form(app: EditorApp) -> FormScreen:
    assert isinstance(app.screen, FormScreen)
    return app.screen


def shown(app: EditorApp) -> str:
    return "\n".join(str(each.render()) for each in app.screen.query(Static))


def button(app: EditorApp, words: str) -> MemberButton:
    return next(each for each in app.screen.query(MemberButton) if str(each.label) == words)


async def test_the_number_is_changed_by_keys(store: Store, folder: ClinicFolder):
    async with editing(store, "clinic.yaml") as (app, pilot):
        box = form(app)._boxes.widget("phone")
        assert isinstance(box, Input)
        box.focus()
        await pilot.press("end", "backspace", "9", "ctrl+s")
        await until(pilot, lambda: "Saved." in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, FormScreen))
    assert (folder.path / "clinic.yaml").read_text() == CLINIC.replace("0100", "0109")


async def test_a_word_is_added_where_the_focus_goes_then(store: Store, folder: ClinicFolder):
    async with editing(store, "words.yaml") as (app, pilot):
        button(app, "Add: word").press()
        await until(pilot, lambda: form(app)._boxes.widget("words/2") is app.focused is not None)
        await pilot.press(*"Nguyen", "tab", *"nwin", "ctrl+s")
        await until(pilot, lambda: "Saved." in shown(app))
    assert (folder.path / "words.yaml").read_text().endswith("  - write: Nguyen\n    say: nwin\n")


async def test_what_is_wrong_is_said_above_its_box_and_nothing_is_lost(store: Store, folder: ClinicFolder):
    async with editing(store, "en/disclaimer.yaml") as (app, pilot):
        title = form(app)._boxes.widget("title")
        assert isinstance(title, Input)
        title.value = "x" * 61
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "61 letters, but only 60 fit" in shown(app))
        assert app.focused is form(app)._boxes.widget("title")
        await pilot.press("escape")
        await until(pilot, lambda: "Press Esc again" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, FormScreen))
    assert (folder.path / "en/disclaimer.yaml").read_text() == DISCLAIMER


async def test_the_page_is_seen_as_patients_get_it_before_it_is_saved(store: Store):
    async with editing(store, "en/disclaimer.yaml") as (app, pilot):
        title = form(app)._boxes.widget("title")
        assert isinstance(title, Input)
        title.value = "Another title"
        await pilot.press("f2")
        await until(pilot, lambda: "The voice needs" in shown(app))
        assert "Another title" in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))


async def test_what_only_clinicians_need_is_left_out_and_stays_as_it_is(store: Store):
    async with editing(store, "en/signs.yaml") as (app, _):
        assert "Facts" not in shown(app)
        opened = store.open(topic_form("en", "signs")).values
        assert opened is not None
        assert without_empty(clean_values(form(app)._typed(), topic_form("en", "signs"))) == opened
