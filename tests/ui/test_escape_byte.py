"""Speech stops at the byte that may be the Escape key; which key it is, is decided after."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.content.model.library import Library
from kiosk.terminal.input_events import EscapeByte
from tests.app.kiosk_app import kiosk_app


class Narrator:
    """Notes what it is asked to do."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, bool]] = []

    def speak(self, utterances: object, hush: bool) -> None:
        self.asked.append((utterances, hush))


@pytest.mark.asyncio
async def test_the_byte_hushes_and_says_nothing(library: Library):
    app: Any = kiosk_app(library)
    app.narrator = narrator = Narrator()
    await app.on_event(EscapeByte())
    assert narrator.asked == [((), True)]
