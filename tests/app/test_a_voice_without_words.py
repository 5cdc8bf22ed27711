"""A voice that tells when a sentence begins and no word of it: the page is followed all the same.

The narrator is the kiosk's own; the voice process is the test, which reports `started` and `done` alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.messages import Done, Ready, Report, Sound, Started
from kiosk.speech.narrator.narrator import Narrator
from kiosk.ui.app import KioskApp
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from tests.app.kiosk_app import lit
from tests.speech.fakes import FakeClient


class Wordless:
    """An app, its narrator, and a voice process that says one utterance after the other when it is told to."""

    def __init__(self, library: Library) -> None:
        self.clients: list[FakeClient] = []
        self.calls: list[Callable[[], object]] = []
        self.app = KioskApp(Attendant(library, Grid(80, 24), time.monotonic()), self._narrator)

    def _narrator(self, app: KioskApp) -> Any:
        return Narrator(app, self._call, (), None, self._client)

    def _call(self, function: Callable[..., object], *arguments: object) -> None:
        self.calls.append(lambda: function(*arguments))

    def _client(self, *arguments: object) -> FakeClient:
        self.clients.append(FakeClient(*arguments))  # type: ignore[arg-type]
        return self.clients[-1]

    def tell(self, report: Report) -> None:
        self.clients[-1].report(report)
        while self.calls:
            self.calls.pop(0)()

    def ready(self) -> None:
        self.tell(Ready())
        self.tell(Sound(True, ""))

    def begins(self, text: str) -> None:
        self.tell(Started(self.clients[-1].number_of(text)))

    def says(self, text: str) -> None:
        """From the beginning to the end, and all before it."""
        for each in list(self.waiting):
            self.begins(each)
            self.tell(Done(self.clients[-1].number_of(each)))
            if each == text:
                return
        raise AssertionError(f"{text} was not to be said")

    @property
    def waiting(self) -> list[str]:
        return self.clients[-1].said

    def lit(self, what: str = "sentence") -> str:
        """What stands on the screen on the ground of the sentence, or of the word, that sounds."""
        return " ".join(lit(self.app, what))

    @property
    def sentences(self) -> list[str]:
        page = self.app.attendant.page
        return [page.sentence(unit) for unit in page.units]


@pytest.fixture
def kiosk(library: Library) -> Wordless:
    return Wordless(library)


async def test_the_sentence_is_lit_and_no_word_of_it(kiosk: Wordless):
    async with kiosk.app.run_test() as pilot:
        await pilot.press("space", "enter")
        kiosk.ready()
        await pilot.press("2")
        kiosk.says(kiosk.sentences[0])
        kiosk.begins(kiosk.sentences[1])
        assert kiosk.lit().split() == kiosk.sentences[1].split()
        assert kiosk.lit("word") == ""


async def test_the_page_turns_when_all_of_it_was_said(kiosk: Wordless):
    async with kiosk.app.run_test() as pilot:
        await pilot.press("space", "enter")
        kiosk.ready()
        await pilot.press("2")
        kiosk.says(kiosk.waiting[-1])
        assert kiosk.app.attendant.page.number == 2
        kiosk.begins(kiosk.sentences[0])
        assert kiosk.lit().split() == kiosk.sentences[0].split()


async def test_right_and_left_go_by_sentence(kiosk: Wordless):
    async with kiosk.app.run_test() as pilot:
        await pilot.press("space", "enter")
        kiosk.ready()
        await pilot.press("2")
        kiosk.says(kiosk.sentences[0])
        kiosk.begins(kiosk.sentences[1])
        await pilot.press("right")
        assert kiosk.waiting[0] == kiosk.sentences[2]
        kiosk.begins(kiosk.sentences[2])
        await pilot.press("left")
        assert kiosk.waiting[0] == kiosk.sentences[1]


async def test_a_pause_goes_on_at_its_sentence_and_repeat_says_it_again(kiosk: Wordless):
    async with kiosk.app.run_test() as pilot:
        await pilot.press("space", "enter")
        kiosk.ready()
        await pilot.press("2")
        kiosk.says(kiosk.sentences[0])
        kiosk.begins(kiosk.sentences[1])
        await pilot.press("space")
        assert kiosk.waiting == []
        assert kiosk.lit() == ""
        await pilot.press("space")
        assert kiosk.waiting[0] == kiosk.sentences[1]
        kiosk.begins(kiosk.sentences[1])
        await pilot.press("r")
        assert kiosk.waiting[0] == kiosk.sentences[1]
