"""The preview: the kiosk's own page at a chosen size, and the notes for staff beside it, renewed at each save."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from kiosk import ui
from kiosk.locale.wordings import wordings
from kiosk.preview.draft import Draft, Proof
from kiosk.preview.notes import notes
from kiosk.preview.pages import Pages
from kiosk.preview.sizes import Size, sizes
from kiosk.terminal.lettering import Plain
from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES
from kiosk.visit.session.settings import RATES_WPM, START_RATE, START_VOLUME, Settings
from kiosk.visit.session.visit import Lit
from kiosk.visit.speech_text.utterance import Utterance

if TYPE_CHECKING:
    from kiosk.speech.narrator.narrator import Narrator

LOOK_S = 0.3
"""Between two looks at the file; a change shows after two that agree."""
TICK_S = 0.25
"""How often the voice is looked after."""
PANEL_COLUMNS = 34
"""Cells that the notes need beside the page; where there are fewer, they go below it."""
PANEL_ROWS = 8
"""Likewise below it."""
BORDER = 2


class PreviewApp(App[int], inherit_bindings=False):
    """One file, until Q is pressed."""

    CSS_PATH: ClassVar[list[Path]] = [  # type: ignore[assignment]
        Path(ui.__file__).parent / "page_view.tcss",
        Path(__file__).parent / "preview.tcss",
    ]
    TITLE = "Preview"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,pageup", "turn(-1)", priority=True),
        Binding("right,pagedown", "turn(1)", priority=True),
        Binding("up", "scroll(-1)", priority=True),
        Binding("down", "scroll(1)", priority=True),
        Binding("s", "size", priority=True),
        Binding("o", "place", priority=True),
        Binding("c", "colours", priority=True),
        Binding("space", "read", priority=True),
        Binding("q,escape,ctrl+c,ctrl+q", "leave", priority=True),
    ]

    def __init__(
        self,
        draft: Draft,
        file: str,
        narrator: Callable[[PreviewApp], Narrator] | None = None,
        size: Size | None = None,
    ) -> None:
        """`file`: what it is called beside the page; `size`: the one to begin with.

        `narrator` makes the voice once the app runs; None for a preview without sound.
        """
        super().__init__(watch_css=False)
        self._draft = draft
        self._file = file
        self._proof = Proof(None, ())
        self._pages = Pages(draft.name, draft.language, wordings([draft.language]))
        self._all_sizes: tuple[Size, ...] = (*((size,) if size else ()), *sizes(os.environ))
        self._chosen = 0
        self._make_narrator = narrator
        self._narrator: Narrator | None = None
        self._sounds = narrator is not None
        self._reading = False
        self._sounding: Utterance | None = None
        self._word = (0, 0)
        self._remark = ""
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self.view = PageView()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        """The page in its frame, and the notes."""
        with Container(id="desk"):
            with Container(id="stage"):
                yield self.view
            with VerticalScroll(id="panel"):
                yield Static("", id="notes", markup=False)

    def on_mount(self) -> None:
        """Reads the file, and begins to follow it."""
        self._own_loop = asyncio.get_running_loop()
        self.view.can_focus = False
        self._fit_size()
        self._take(self._draft.read())
        self.run_worker(self._follow(), name="file")
        self.set_interval(TICK_S, self._tick)

    def on_unmount(self) -> None:
        """Ends the voice with the app."""
        if self._narrator:
            self._narrator.close()

    def on_resize(self) -> None:
        """Page and notes side by side, or one below the other."""
        self._put_notes()

    async def _follow(self) -> None:
        """Looks at the file again and again, in a thread, since a network share may be slow."""
        while True:
            proof = await asyncio.to_thread(self._draft.look)
            if proof is not None:
                self._take(proof)
            await asyncio.sleep(LOOK_S)

    def _take(self, proof: Proof) -> None:
        """The file has been read."""
        same = proof.library is self._proof.library
        self._proof = proof
        if not same and self._narrator and proof.library:
            self._narrator.set_words(proof.library.words)
        if not same:
            self._hush()
        self._lay_out()

    # Keys

    def action_turn(self, by: int) -> None:
        """Another page."""
        self._hush()
        self._remark = "" if self._pages.turn(by) else ("Last page." if by > 0 else "First page.")
        self._draw()

    def action_scroll(self, by: int) -> None:
        """Other notes."""
        self.query_one("#panel").scroll_relative(y=by, animate=False)

    def action_size(self) -> None:
        """The next size."""
        self._chosen = (self._chosen + 1) % len(self._all_sizes)
        self._hush()
        self._put_notes()
        self._lay_out()

    def action_place(self) -> None:
        """What is beside the topic."""
        self._hush()
        self._pages.next_place()
        self._draw()

    def action_colours(self) -> None:
        """The next colours of the kiosk."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.view.redraw()

    def action_read(self) -> None:
        """Reads aloud from the top of the page, or falls silent."""
        if self._reading:
            self._hush()
        elif not self._sounds:
            self._remark = "There is no sound here. “doctor” tells why."
        else:
            self._reading = True
            self._speak()
        self._draw()

    def action_leave(self) -> None:
        """Ends the preview."""
        self.exit(0)

    # The voice

    def call_soon(self, function: Callable[..., object], *arguments: object) -> None:
        """Runs a function in the app's own thread, from any thread."""
        if self._own_loop is not None and not self._own_loop.is_closed():
            self._own_loop.call_soon_threadsafe(function, *arguments)

    def _speak(self) -> None:
        if self._narrator is None and self._make_narrator is not None:
            self._narrator = self._make_narrator(self)
            self._narrator.start()
            if self._proof.library:
                self._narrator.set_words(self._proof.library.words)
        if self._narrator:
            self._narrator.wake()
            self._narrator.set_voice(RATES_WPM[START_RATE], Settings("", volume=START_VOLUME).gain_db)
            self._narrator.speak(self._pages.spoken(), hush=True)

    def _hush(self) -> None:
        self._reading, self._sounding, self._remark = False, None, ""
        if self._narrator:
            self._narrator.speak((), hush=True)

    def _tick(self) -> None:
        if self._narrator:
            self._narrator.tick()

    def started(self, utterance: Utterance) -> None:
        """See `narrator.Hearer`."""
        self._sounding, self._word = utterance, (0, 0)
        self._draw_page()

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """See `narrator.Hearer`."""
        if utterance is self._sounding:
            self._word = (start, end)
            self._draw_page()

    def silent(self) -> None:
        """See `narrator.Hearer`: the next page follows, to the last."""
        self._sounding = None
        if self._reading and self._pages.turn(1):
            self._speak()
        else:
            self._reading = False
        self._draw()

    def sound(self, works: bool) -> None:
        """See `narrator.Hearer`."""
        self._sounds = works
        if not works and self._reading:
            self._hush()
            self._remark = "There is no sound here. “doctor” tells why."
        self._draw()

    def headphones(self, plugged: bool) -> None:
        """See `narrator.Hearer`: staff hear all the same."""

    # What is seen

    @property
    def size_shown(self) -> Size:
        """The screen that the page is laid out for."""
        return self._all_sizes[self._chosen]

    def _fit_size(self) -> None:
        """Begins with the largest size that leaves room for the notes."""
        for number, size in enumerate(self._all_sizes[:-1]):
            if self._beside(size) or self._below(size):
                self._chosen = number
                return

    def _beside(self, size: Size) -> bool:
        return self.size.width >= size.columns + BORDER + PANEL_COLUMNS and self.size.height >= size.rows + BORDER

    def _below(self, size: Size) -> bool:
        return self.size.width >= size.columns + BORDER and self.size.height >= size.rows + BORDER + PANEL_ROWS

    def _put_notes(self) -> None:
        size = self.size_shown
        beside = self._beside(size)
        self.query_one("#desk").styles.layout = "horizontal" if beside else "vertical"
        self.view.styles.width, self.view.styles.height = size.columns, size.rows
        # A page that is too high for the window loses its end rather than the notes.
        self.query_one("#stage").styles.max_height = self.size.height - (0 if beside else PANEL_ROWS // 2)

    def _lay_out(self) -> None:
        if self._proof.library:
            self._pages.lay_out(self._proof.library, self.size_shown.grid)
        self._draw()

    def _draw(self) -> None:
        self._draw_page()
        lines = notes(self._file, self.size_shown.name, self._proof, self._pages, self._remark)
        self.query_one("#notes", Static).update("\n".join(lines))

    def _draw_page(self) -> None:
        page = self._pages.page
        if page is None:
            return
        letters = Plain() if page.own_letters else self.size_shown.lettering
        self.view.show(page, self._lit(), letters)

    def _lit(self) -> Lit | None:
        sounding = self._sounding
        if sounding is None or sounding.unit is None:
            return None
        unit, (start, end) = sounding.unit, self._word
        return Lit(unit.part, unit.start, unit.end, unit.start + start, unit.start + end)
