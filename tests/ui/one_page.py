"""The page view alone, in the kiosk's own colours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.theme import Theme

import kiosk.ui
from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES

UI = Path(kiosk.ui.__file__).parent


class OnePage(App[None]):
    """The page view alone, with the kiosk's own style sheets."""

    CSS_PATH: ClassVar[list[Path]] = [UI / "kiosk.tcss", UI / "page_view.tcss"]  # type: ignore[assignment]

    def __init__(self, theme: str, themes: Sequence[Theme] = THEMES) -> None:
        super().__init__()
        for each in themes:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield PageView()


@asynccontextmanager
async def page_view(
    theme: str, themes: Sequence[Theme] = THEMES, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[PageView]:
    """The view in one of `themes`, on a terminal of `size` (columns, rows)."""
    app = OnePage(theme, themes)
    async with app.run_test(size=size):
        yield app.query_one(PageView)
