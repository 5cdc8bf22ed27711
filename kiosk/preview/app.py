"""The preview app: the kiosk's page at a chosen size, with notes for staff beside it, updated at each save."""

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
from kiosk.preview.draft import Draft, ReadDraft
from kiosk.preview.draft_places import DraftPlaces
from kiosk.preview.notes import notes
from kiosk.preview.sizes import Size, sizes
from kiosk.terminal.lettering import Plain
from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES
from kiosk.visit.session.settings import RATES_WPM, START_RATE, START_VOLUME, Settings
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.action import Action

if TYPE_CHECKING:
    from kiosk.speech.narrator.narrator import Narrator

POLL_S = 0.3
"""Seconds between two reads of the file; a change shows after two equal ones."""
TICK_S = 0.25
"""Seconds between two ticks of the voice."""
PANEL_COLUMNS = 34
"""Cells that the notes need beside the page; with fewer, they go below it."""
PANEL_ROWS = 8
"""Rows that the notes need below the page."""
BORDER = 2


class PreviewApp(App[int], inherit_bindings=False):
    """Shows one file until Q is pressed."""

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
        """`file`: its name in the notes; `size`: the first screen size.

        `narrator` creates the voice once the app runs; None for a preview without sound.
        """
        super().__init__(watch_css=False)
        self._draft, self._file = draft, file
        self._read_draft = ReadDraft(None, ())
        self._visit: Visit | None = None
        """A visit to the topic and its extras; None until the file has been correct once."""
        self._all_sizes: tuple[Size, ...] = (*((size,) if size else ()), *sizes(os.environ))
        self._make_narrator, self._sounds, self._chosen = narrator, narrator is not None, 0
        self._narrator: Narrator | None = None
        self._reading, self._remark = False, ""
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
        """Read the file, and start to watch it."""
        self._own_loop = asyncio.get_running_loop()
        self.view.can_focus = False
        self._fit_size()
        self._take(self._draft.read())
        self.run_worker(self._follow(), name="file")
        self.set_interval(TICK_S, self._tick)

    def on_unmount(self) -> None:
        """End the voice with the app."""
        if self._narrator:
            self._narrator.close()

    def on_resize(self) -> None:
        """Arrange page and notes for the new window."""
        self._put_notes()

    async def _follow(self) -> None:
        """Poll the file, in a thread because a network share may be slow."""
        while True:
            read_draft = await asyncio.to_thread(self._draft.poll)
            if read_draft is not None:
                self._take(read_draft)
            await asyncio.sleep(POLL_S)

    def _take(self, read_draft: ReadDraft) -> None:
        """Show what was read from the file."""
        same = read_draft.library is self._read_draft.library
        self._read_draft = read_draft
        if not same and self._narrator and read_draft.library:
            self._narrator.set_words(read_draft.library.words)
        if not same:
            self._hush()
        self._lay_out()

    # Keys

    def action_turn(self, by: int) -> None:
        """Turn the page."""
        if self._visit:
            self._visit.turn(by)
            self._hush()
            self._remark = f"{self._visit.state.remark}." if self._visit.state.remark else ""
        self._draw()

    def action_scroll(self, by: int) -> None:
        """Scroll the notes."""
        self.query_one("#panel").scroll_relative(y=by, animate=False)

    def action_size(self) -> None:
        """Show the next screen size."""
        self._chosen = (self._chosen + 1) % len(self._all_sizes)
        self._hush()
        self._put_notes()
        self._lay_out()

    def action_place(self) -> None:
        """Go from the topic to its questions, to its page for phones, and back."""
        if self._visit and self._read_draft.library:
            names = [self._draft.name, *DraftPlaces(self._read_draft.library, self._draft.name).extras()]
            self._visit.go_to(names[(names.index(self._visit.state.here.name) + 1) % len(names)])
            self._hush()
        self._draw()

    def action_colours(self) -> None:
        """Show the next colours."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.view.redraw()

    def action_read(self) -> None:
        """Read aloud from the top of the page, or stop."""
        if self._reading:
            self._hush()
        elif not self._sounds:
            self._remark = "There is no sound. Run “kiosk doctor” to see why."
        elif self._visit:
            self._reading = True
            self._speak(self._visit.act(Action.READ))
        self._draw()

    def action_leave(self) -> None:
        """End the preview."""
        self.exit(0)

    # The voice

    def call_soon(self, function: Callable[..., object], *arguments: object) -> None:
        """Run a function in the app's thread, from any thread."""
        if self._own_loop is not None and not self._own_loop.is_closed():
            self._own_loop.call_soon_threadsafe(function, *arguments)

    def _speak(self, reply: Reply) -> None:
        if self._narrator is None and self._make_narrator is not None:
            self._narrator = self._make_narrator(self)
            self._narrator.start()
            if self._read_draft.library:
                self._narrator.set_words(self._read_draft.library.words)
        if self._narrator:
            self._narrator.wake()
            self._narrator.set_voice(RATES_WPM[START_RATE], Settings("", volume=START_VOLUME).gain_db)
            self._narrator.speak(reply.say, hush=True)

    def _hush(self) -> None:
        self._reading, self._remark = False, ""
        if self._visit:
            self._visit.hush()
        if self._narrator:
            self._narrator.speak((), hush=True)

    def _tick(self) -> None:
        if self._narrator:
            self._narrator.tick()

    def started(self, utterance: Utterance) -> None:
        """See `SpeechEvents`."""
        if self._visit and self._reading:
            self._visit.started(utterance)
        self._draw_page()

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """See `SpeechEvents`."""
        if self._visit:
            self._visit.word(utterance, start, end)
        self._draw_page()

    def failed(self, utterance: Utterance, no_voice: bool) -> None:
        """Stop reading, and tell why."""
        self._reading, self._remark = False, "There is no voice for this language." if no_voice else ""

    def silent(self) -> None:
        """Read the next page, up to the last one."""
        reply = self._visit.silent() if self._visit and self._reading else None
        if reply and reply.say:
            self._speak(reply)
        else:
            self._reading = False
        self._draw()

    def sound(self, works: bool) -> None:
        """See `SpeechEvents`."""
        self._sounds = works
        if not works and self._reading:
            self._hush()
            self._remark = "There is no sound. Run “kiosk doctor” to see why."
        self._draw()

    def headphones(self, plugged: bool) -> None:
        """Ignore headphones: the preview is heard either way."""

    # What is seen

    @property
    def size_shown(self) -> Size:
        """The screen that the page is laid out for."""
        return self._all_sizes[self._chosen]

    def _fit_size(self) -> None:
        """Start with the first size that leaves room for the notes."""
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
        # If the window is too low, cut off the page rather than the notes.
        self.query_one("#stage").styles.max_height = self.size.height - (0 if beside else PANEL_ROWS // 2)

    def _lay_out(self) -> None:
        """Lay out changed words or another size at the same place, if it still exists."""
        if self._read_draft.library:
            places, grid = DraftPlaces(self._read_draft.library, self._draft.name), self.size_shown.grid
            if self._visit is None:
                self._visit = Visit(places, grid, self._draft.language, wordings([self._draft.language]))
            else:
                self._visit.renew(places)
                self._visit.resize(grid)
                self._visit.refresh()
                self._hush()
        self._draw()

    def _draw(self) -> None:
        self._draw_page()
        lines = notes(self._file, self.size_shown.name, self._read_draft, self._visit, self._remark)
        self.query_one("#notes", Static).update("\n".join(lines))

    def _draw_page(self) -> None:
        if self._visit:
            page = self._visit.page
            letters = Plain() if page.own_letters else self.size_shown.lettering
            self.view.show(page, self._visit.lit, letters)
