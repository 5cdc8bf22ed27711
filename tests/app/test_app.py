"""The screen as the visitor sees it, driven inside the process: keys in, page and speech out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from kiosk.content.model.library import Library
from kiosk.terminal.lettering import Plain
from kiosk.ui.app import KioskApp
from kiosk.visit.speech_text.utterance import Utterance
from tests.app.kiosk_app import kiosk_app, lit


class Listening:
    """Stands in for the narrator and remembers what it is told."""

    sounding = False

    def __init__(self) -> None:
        self.said: list[str] = []
        self.calls: list[str] = []

    def speak(self, utterances: Sequence[Utterance], hush: bool, cue: object = None) -> None:
        if hush:
            self.said = []
        self.said += [utterance.text for utterance in utterances]

    def set_voice(self, rate_wpm: int, gain_db: float, classic: bool = False) -> None:
        self.voice = (rate_wpm, gain_db)

    def __getattr__(self, name: str) -> Any:
        return lambda: self.calls.append(name)


def make(library: Library) -> tuple[KioskApp, Listening]:
    narrator = Listening()
    return kiosk_app(library, narrator), narrator


def screen(app: KioskApp) -> str:
    return "\n".join("".join(s.text for s in app.view.render_line(y)) for y in range(app.size.height))


@pytest.mark.parametrize("size", [(80, 24), (46, 13), (20, 6)])
async def test_the_disclaimer_comes_up_and_one_key_leads_to_the_menu(library: Library, size: tuple[int, int]):
    app, _ = make(library)
    async with app.run_test(size=size) as pilot:
        assert "Before you" in screen(app)
        await pilot.press("space", "enter")
        assert "Main menu" in screen(app)
        assert "▶1I feel unwell" in re.sub("(?<=[▶1]) +", "", screen(app))


@pytest.mark.parametrize("size", [(80, 24), (46, 13), (20, 6)])
async def test_the_screen_shows_the_page_and_nothing_else(library: Library, size: tuple[int, int]):
    app, _ = make(library)
    async with app.run_test(size=size) as pilot:
        for key in ("space", "enter", "2", "right", "e", "h", "w", "escape"):
            await pilot.press(key)
            page = app.attendant.page
            rows = ["".join(s.text for s in row) for row in page.rows]
            assert [row.rstrip() for row in screen(app).splitlines()] == [row.rstrip() for row in rows]


async def test_the_voice_is_told_what_the_page_says(library: Library):
    app, narrator = make(library)
    async with app.run_test() as pilot:
        await pilot.press("space", "enter")
        assert "Main menu." in narrator.said
        await pilot.press("down")
        assert narrator.said == ["Symptoms. 2 of 8.", "What to tell us about"]
        await pilot.press(".")
        assert narrator.voice[0] == 155


async def test_the_choice_in_focus_is_told_apart_without_colour(library: Library):
    app, _ = make(library)
    async with app.run_test() as pilot:
        await pilot.press("space", "enter")
        row = next(y for y in range(24) if "▶" in "".join(s.text for s in app.view.render_line(y)))
        styles = [s.style for s in app.view.render_line(row) if "I feel unwell" in s.text]
        assert styles[0] is not None
        assert styles[0].bold
        assert styles[0].color != styles[0].bgcolor


async def test_the_sentence_and_the_word_that_sound_are_lit(library: Library):
    app, _ = make(library)
    async with app.run_test() as pilot:
        await pilot.press("space", "enter", "2")
        unit = app.attendant.page.units[1]
        text = app.attendant.page.sentence(unit)
        word = text.split()[1]
        utterance = Utterance(text, "en", unit)
        app.started(utterance)
        app.word(utterance, text.index(word), text.index(word) + len(word))
        assert " ".join(lit(app, "sentence", "word")).split() == text.split()
        assert lit(app, "word") == [word]


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q", "ctrl+p", "ctrl+z", "ctrl+d", "f10", "ctrl+backslash"])
async def test_no_key_leads_out(library: Library, key: str):
    app, _ = make(library)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.is_running
        assert len(app.screen_stack) == 1


async def test_markup_in_a_text_is_shown_as_it_stands(library: Library):
    app, _ = make(library)
    async with app.run_test():
        app.attendant.visit.state.remark = "[bold]call [nurse][/b]"
        app.view.show(app.attendant.page, None, Plain())
        assert "[bold]call [nurse][/b]" in screen(app)


async def test_after_the_silence_everything_is_as_at_the_start(library: Library):
    now = [0.0]
    narrator = Listening()
    app = kiosk_app(library, narrator, lambda: now[0])
    async with app.run_test() as pilot:
        start = screen(app)
        await pilot.press("space", "enter", "2", ".")
        now[0] += 121
        app._tick()
        assert "Are you still there?" in screen(app)
        now[0] += 30
        app._tick()
        assert screen(app) == start
        assert narrator.said == []
        assert narrator.calls[-1] == "rest"


async def test_a_key_just_after_the_visit_ran_out_begins_with_the_looks_of_the_start(library: Library):
    now = [0.0]
    app = kiosk_app(library, clock=lambda: now[0])
    async with app.run_test() as pilot:
        theme = app.theme
        await pilot.press("space", "enter", "2", "c")
        assert app.theme != theme
        now[0] += 121
        app._tick()
        now[0] += 29.5
        await pilot.press("down")
        assert "Before you start" in screen(app)
        assert app.theme == theme


async def test_a_key_for_looks_after_the_visit_ran_out_does_not_go_on_with_it(library: Library):
    now = [0.0]
    app = kiosk_app(library, clock=lambda: now[0])
    async with app.run_test() as pilot:
        theme = app.theme
        await pilot.press("space", "enter", "2", "c", "c")
        now[0] += 1000
        await pilot.press("c")
        assert "Before you start" in screen(app)
        assert app.theme == theme, "the first key only wakes"
        await pilot.press("c")
        assert app.theme != theme
        await pilot.press("c")
        await pilot.press("c")
        await pilot.press("c")
        assert app.theme == theme
