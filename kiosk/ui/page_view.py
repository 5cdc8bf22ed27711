"""Draws a `Page` row by row, and lights the sentence and the word that sound."""

from __future__ import annotations

from itertools import pairwise

from rich.segment import Segment as Painted
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from kiosk.content.library import Urgency
from kiosk.visit.page import Look, Page, Row, Segment
from kiosk.visit.visit import Lit


class PageView(Widget):
    """The whole screen. Rows that did not change are not drawn again."""

    COMPONENT_CLASSES = {f"page-view--{look.value}" for look in Look} | {
        "page-view--emergency",
        "page-view--sentence",
        "page-view--word",
    }
    can_focus = True
    ALLOW_SELECT = False

    class Resized(Message):
        """The number of cells has changed."""

        def __init__(self, columns: int, rows: int) -> None:
            self.columns = columns
            self.rows = rows
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._lit: Lit | None = None

    def show(self, page: Page, lit: Lit | None) -> None:
        """Shows `page` with `lit` as what sounds."""
        before, lit_before = self._page, self._lit
        self._page, self._lit = page, lit
        if before is None or len(before.rows) != len(page.rows) or before.margin != page.margin:
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(before.rows, page.rows, strict=True)):
            changed = old != new or (lit != lit_before and (_touches(old, lit_before) or _touches(new, lit)))
            if changed:
                self.refresh(Region(0, y, self.size.width, 1))

    def on_resize(self, event: events.Resize) -> None:
        """Tells how many cells there are now."""
        self.post_message(self.Resized(event.size.width, event.size.height))

    def render_line(self, y: int) -> Strip:
        """One row of the terminal."""
        width = self.size.width
        ground = self.rich_style
        if self._page is None or y >= len(self._page.rows):
            return Strip.blank(width, ground)
        painted = [Painted(" " * self._page.margin, ground)]
        for segment in self._page.rows[y]:
            painted += self._paint(segment, ground)
        return Strip(painted).adjust_cell_length(width, ground)

    def _paint(self, segment: Segment, ground: Style) -> list[Painted]:
        """A segment, divided where the lit sentence and the lit word begin and end."""
        look = segment.look.value
        if segment.level is Urgency.EMERGENCY and segment.look is Look.LEVEL:
            look = "emergency"
        style = ground + self._look(look)
        lit = self._lit
        if lit is None or segment.part != lit.part:
            return [Painted(segment.text, style)]
        edges = {0, segment.end - segment.start, len(segment.text)}
        for at in (lit.start, lit.end, lit.word_start, lit.word_end):
            if segment.start < at < segment.end:
                edges.add(at - segment.start)
        cuts = sorted(edges)
        pieces = []
        for start, end in pairwise(cuts):
            middle = segment.start + start
            piece_style = style
            if lit.start <= middle < lit.end:
                piece_style += self._look("sentence")
            if lit.word_start <= middle < lit.word_end:
                piece_style += self._look("word")
            pieces.append(Painted(segment.text[start:end], piece_style))
        return pieces

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"page-view--{name}", partial=True)


def _touches(row: Row, lit: Lit | None) -> bool:
    """Whether anything of `lit` stands in `row`."""
    if lit is None:
        return False
    return any(s.part == lit.part and s.start < lit.end and lit.start < s.end for s in row)
