"""The preview as staff use it: keys, a save, a mistake, the voice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from kiosk.preview.app import PreviewApp
from kiosk.preview.draft import Draft
from kiosk.preview.sizes import plain
from kiosk.visit.speech_text.utterance import Utterance
from tests.preview.conftest import change


class Listening:
    """A narrator for tests: remembers what it is to say."""

    def __init__(self) -> None:
        self.said: list[Utterance] = []
        self.rules: Sequence[object] = ()

    def speak(self, utterances: Sequence[Utterance], hush: bool) -> None:
        self.said = [*([] if hush else self.said), *utterances]

    def set_words(self, rules: Sequence[object]) -> None:
        self.rules = rules

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments: None


@asynccontextmanager
async def preview(
    path: Path, narrator: Listening | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[PreviewApp, Pilot[int]]]:
    make = (lambda app: narrator) if narrator else None
    app = PreviewApp(Draft(path, date(2026, 11, 30)), path.name, make)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def shown(app: PreviewApp) -> str:
    """What the page shows."""
    page = app.view._page
    return "" if page is None else "\n".join("".join(segment.text for segment in row) for row in page.rows)


def notes(app: PreviewApp) -> str:
    return str(app.query_one("#notes", Static).render())


async def until(pilot: Pilot[int], happened: Callable[[], bool]) -> None:
    end = asyncio.get_running_loop().time() + 20
    while not happened():
        assert asyncio.get_running_loop().time() < end, "it did not happen"
        await pilot.pause(0.05)


async def test_a_save_shows_at_once_and_a_mistake_keeps_the_page(signs: Path):
    async with preview(signs) as (app, pilot):
        assert "joint pain that lasts" in shown(app)
        change(signs, "You have bone or joint pain that lasts.", "Backache")
        await until(pilot, lambda: "Backache" in shown(app))
        change(signs, "title: Symptoms", "titel: Symptoms")
        await until(pilot, lambda: "Did you mean “title”?" in notes(app))
        assert "Backache" in shown(app)


async def test_keys_turn_pages_change_the_size_and_show_what_is_beside(signs: Path):
    async with preview(signs) as (app, pilot):
        await pilot.press("right")
        assert "page 2 of 4" in notes(app)
        await pilot.press("right", "right", "right")
        assert "Last page." in notes(app)
        await pilot.press("left", "left", "left", "left")
        assert "First page." in notes(app)
        seen = []
        for _ in range(4):
            seen.append((app.size_shown.name, len(shown(app).splitlines())))
            await pilot.press("s")
        assert seen == [
            ("80 by 24 letters", 24),
            ("46 by 13 letters", 13),
            ("20 by 6 letters", 6),
            ("80 by 24 with large letters", 24),
        ]
        await pilot.press("o")
        assert "What could be the cause of this symptom?" in shown(app)
        await pilot.press("o", "right")
        assert "Hold your phone's camera up to" in shown(app)
        await pilot.press("o")
        assert "joint pain that lasts" in shown(app)


async def test_it_begins_with_a_size_that_leaves_room_for_the_notes(signs: Path):
    for window, name in (((120, 40), "80 by 24"), ((80, 24), "46 by 13"), ((60, 16), "20 by 6")):
        async with preview(signs, size=window) as (app, _):
            assert app.size_shown.name == f"{name} letters"
            panel = app.query_one("#panel").region
            assert panel.width >= 24
            assert panel.height >= 5
            stage = app.query_one("#stage").region
            assert stage.height == app.size_shown.rows + 2, "the page is whole"


async def test_a_size_of_ones_own_comes_first(signs: Path):
    app = PreviewApp(Draft(signs, date(2026, 11, 30)), "signs.yaml", size=plain(60, 20))
    async with app.run_test(size=(120, 40)):
        assert app.size_shown.name == "60 by 20 letters"
        assert len(shown(app).splitlines()) == 20


async def test_space_reads_the_page_lights_the_word_and_goes_on(signs: Path):
    narrator = Listening()
    async with preview(signs, narrator) as (app, pilot):
        await pilot.press("space")
        assert [each.text for each in narrator.said][:2] == [
            "Symptoms that the cancer may have spread. About 3 minutes, 5 parts.",
            "Tell us about a symptom that lasts or gets worse",
        ]
        assert narrator.rules, "the clinic's own pronunciations hold"
        sentence = narrator.said[1]
        app.started(sentence)
        app.word(sentence, 0, 4)
        lit = app.view._lit
        assert lit is not None
        assert (lit.word_start, lit.word_end) == (0, 4)
        app.silent()
        assert "page 2 of 4" in notes(app)
        assert narrator.said[0].text.startswith("Symptoms that the cancer may have spread. Page 2 of") or narrator.said
        await pilot.press("space")
        assert narrator.said == []
        app.silent()
        assert "page 2 of 4" in notes(app), "what was stopped does not turn the page"


async def test_without_sound_it_says_so(signs: Path):
    async with preview(signs) as (app, pilot):
        await pilot.press("space")
        assert "There is no sound." in notes(app)
    narrator = Listening()
    async with preview(signs, narrator) as (app, pilot):
        await pilot.press("space")
        app.sound(False)
        assert "There is no sound." in notes(app)


async def test_a_save_while_it_reads_silences_it(signs: Path):
    narrator = Listening()
    async with preview(signs, narrator) as (app, pilot):
        await pilot.press("space")
        change(signs, "You have bone or joint pain that lasts.", "Backache")
        await until(pilot, lambda: "Backache" in shown(app))
        assert narrator.said == []


async def test_q_ends_it_with_status_0(signs: Path):
    async with preview(signs) as (app, pilot):
        await pilot.press("q")
        await until(pilot, lambda: app.return_code == 0)
