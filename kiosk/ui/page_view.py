"""Draws a `Page` row by row in the present lettering, and lights the sentence and the word that sound."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment as Painted
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from kiosk.content.model.library import Urgency
from kiosk.terminal.lettering import Drawn, Lettering, Plain
from kiosk.terminal.right_to_left import as_drawn, is_right_to_left
from kiosk.ui.large_rows import Piece, Span, drawn_row, spans_of
from kiosk.ui.lens import STYLES as LENS_STYLES
from kiosk.ui.lens import drawn_lens, lens_of
from kiosk.visit.layout.page import Drawing, Large, Page, Row, Segment
from kiosk.visit.layout.part_style import Look
from kiosk.visit.speech_text.speech_cursor import Lit
from kiosk.visit.terms.sheet import CLOCK

if TYPE_CHECKING:
    from kiosk.terminal.drawn.pictures import Picture

SHAPE = "shape"
"""The style of a picture's shape."""
_NOT_BOLD = Style(bold=False)
_NOT_UNDERLINED = Style(underline=False)

FEW = 4
"""Rows that are refreshed one by one; for more of them Textual is quicker with all."""

LEVEL_STYLES = [f"{level.style}{part}" for level in Urgency for part in ("", "-edge")]


class PageView(Widget):
    """The whole screen. Rows that did not change are not drawn again."""

    COMPONENT_CLASSES = {f"page-view--{style}" for style in (*(look.value for look in Look), *LEVEL_STYLES)} | {
        "page-view--sentence",
        "page-view--word",
        "page-view--shape",
        "page-view--mark",
        "page-view--mark-on-shape",
        "page-view--lens-text",
        "page-view--lens-focus",
        "page-view--lens-about",
        "page-view--lens-word",
    }
    can_focus = True
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._lit: Lit | None = None
        self._lettering: Lettering = Plain()
        self._spans: list[Span] = []
        """The rows of the terminal for each row of the page, in drawn letters."""
        self._drawn: dict[int, list[Strip]] = {}
        """Rows of the page that have been drawn, each as its rows of the terminal."""
        self._picture: tuple[Drawing, Picture] | None = None
        """The picture that was drawn last."""
        self._choosing = False
        """True from a move of the focus until the text goes on."""
        self._large: list[Strip] = []
        """The rows of the lens; empty if they are not drawn yet."""
        self._drawn_width = 0
        """Cells of the terminal that they are wide."""

    def show(self, page: Page, lit: Lit | None, lettering: Lettering) -> None:
        """Show `page` in letters of this size, with `lit` as what sounds."""
        before, lit_before, lettering_before = self._page, self._lit, self._lettering
        self._page, self._lit, self._lettering = page, lit, lettering
        same = before is not None and (before.sheet, before.number) == (page.sheet, page.number)
        moved_focus = before is not None and same and page.focus != before.focus
        self._choosing = moved_focus or (self._choosing and same and lit is None)
        whole = before is None or len(before.rows) != len(page.rows) or before.lens != page.lens
        spans = spans_of(page.rows, lettering, self.size.height) if isinstance(lettering, Drawn) else []
        whole = whole or spans != self._spans
        self._spans = spans
        if before is None or whole or lettering != lettering_before:
            self.redraw()
            return
        moved = (page.drawing, page.large) != (before.drawing, before.large)
        changed = [
            number
            for number, (old, new) in enumerate(zip(before.rows, page.rows, strict=True))
            if old != new
            or (moved and _draws(before, page, number))
            or (lit != lit_before and (_touches(old, lit_before) or _touches(new, lit)))
        ]
        if page.lens and (page.focus, page.units, lit) != (before.focus, before.units, lit_before):
            self._large = []
            changed += page.lens
        for number in changed:
            self._drawn.pop(number, None)
        if len(changed) > FEW:
            self.refresh()
            return
        for top, bottom in self._rows_of(changed):
            self.refresh(Region(0, top, self.size.width, bottom - top))

    def _rows_of(self, numbers: list[int]) -> list[tuple[int, int]]:
        """Return the rows of the terminal, from and to, of these rows of the page."""
        if self._lettering.rows == 1:
            return [(number, number + 1) for number in numbers]
        return [(span.top, span.bottom) for span in self._spans if span.row in numbers]

    @property
    def lettering(self) -> Lettering:
        """The size of the letters that are shown."""
        return self._lettering

    def redraw(self) -> None:
        """Draw everything again, for example in other colours."""
        self._forget()
        self.refresh()

    def notify_style_update(self) -> None:
        """The colours have changed."""
        super().notify_style_update()
        self._forget()

    def _forget(self) -> None:
        self._drawn.clear()
        if self._page and isinstance(self._lettering, Drawn):
            self._spans = spans_of(self._page.rows, self._lettering, self.size.height)
        self._large = []

    def render_line(self, y: int) -> Strip:
        """One row of the terminal."""
        if self._drawn_width != self.size.width:
            self._drawn_width = self.size.width
            self._forget()
        if self._page is None:
            return Strip.blank(self.size.width, self.rich_style)
        if isinstance(self._lettering, Drawn):
            return self._large_strip(self._page, self._lettering, y)
        if y >= len(self._page.rows):
            return Strip.blank(self.size.width, self.rich_style)
        if y in self._page.lens:
            return self._lens_strips()[y - self._page.lens.start]
        if y not in self._drawn:
            self._drawn[y] = [self._draw(self._page.rows[y])]
        strip = self._drawn[y][0]
        drawing = self._page.drawing
        if drawing and drawing.row <= y < drawing.row + drawing.rows:
            strip = self._with_drawing(strip, drawing, y - drawing.row)
        for large in self._page.large:
            if large.row <= y < large.row + large.rows:
                strip = self._with_large(strip, large, y - large.row)
        return strip

    def _with_large(self, strip: Strip, large: Large, row: int) -> Strip:
        """A row of the terminal with its row of large words."""
        # Late, because the first page has none.
        from kiosk.terminal.text_size.text_size import fonts_for
        from kiosk.ui.large_text import drawn_large

        rows = drawn_large(large, tuple(fonts_for(os.environ)))
        if not rows:
            return strip
        style = self.rich_style + self._look(large.look.value) + _NOT_BOLD
        words = Strip([Painted(rows[row], style)])
        return Strip.join([strip.crop(0, large.column), words, strip.crop(large.column + large.columns, None)])

    def _large_strip(self, page: Page, lettering: Drawn, y: int) -> Strip:
        """A row of the terminal that is part of a row of drawn letters."""
        span = next(each for each in self._spans if each.top <= y < each.bottom)
        if span.row not in self._drawn:
            row = page.rows[span.row]
            self._drawn[span.row] = self._draw_large(row, lettering, span.bottom - span.top)
        return self._drawn[span.row][y - span.top]

    def _draw_large(self, row: Row, lettering: Drawn, height: int) -> list[Strip]:
        """A row of the page in drawn letters."""
        ground = self.rich_style
        styles = {"": ground}
        segments = []
        for segment in row:
            pieces = []
            for text, style, sounds in self._paint(segment, ground):
                name = str(len(styles))
                # Bold and lines would spoil block characters.
                styles[name] = style + _NOT_BOLD + _NOT_UNDERLINED
                pieces.append(Piece(as_drawn(text) if is_right_to_left(text) else text, name, sounds))
            segments.append(pieces)
        rows = drawn_row(segments, lettering, self.size.width, height)
        return [Strip([Painted(run.text, styles[run.style]) for run in cells]) for cells in rows]

    def _with_drawing(self, strip: Strip, drawing: Drawing, row: int) -> Strip:
        """A row of the terminal with its row of the picture, which is in the middle of its cells."""
        if self._picture is None or self._picture[0] != drawing:
            # Late, because the first page has no picture.
            from kiosk.terminal.drawn.pictures import drawn_picture
            from kiosk.terminal.text_size.text_size import fonts_for

            self._picture = drawing, drawn_picture(drawing, fonts_for(os.environ)[0].blocks)
        rows = self._picture[1]
        at = row - (drawing.rows - len(rows)) // 2 if drawing.share < 1 or drawing.name == CLOCK else row
        if not 0 <= at < len(rows):
            return strip
        wide = sum(len(run.text) for run in rows[at])
        start = drawing.column + (drawing.columns - wide) // 2
        # The signs of the levels have the colours of their cards.
        shape = edge if (edge := f"{drawing.name}-edge") in LEVEL_STYLES else SHAPE
        ground = self.rich_style
        names = {run.style: shape if run.style == SHAPE else run.style for run in rows[at]}
        styles = {style: ground + self._look(name) if name else ground for style, name in names.items()}
        runs = [Painted(run.text, styles[run.style]) for run in rows[at]]
        return Strip.join([strip.crop(0, start), Strip(runs), strip.crop(start + wide, None)])

    def _lens_strips(self) -> list[Strip]:
        """The rows of the lens."""
        if not self._large and self._page is not None:
            held = lens_of(self._page, self._lit, self._choosing)
            rows = drawn_lens(held, self._lettering.lens, self.size.width, len(self._page.lens))
            styles = {name: self.rich_style + self._look(name) + _NOT_BOLD for name in LENS_STYLES}
            self._large = [
                Strip([Painted(run.text, styles.get(run.style, self.rich_style)) for run in row]) for row in rows
            ]
        return self._large

    def _draw(self, row: Row) -> Strip:
        """A row of the page in the terminal's own letters."""
        ground = self.rich_style
        painted = [
            Painted(as_drawn(text) if is_right_to_left(text) else text, style)
            for segment in row
            for text, style, _ in self._paint(segment, ground)
        ]
        return Strip(painted).adjust_cell_length(self.size.width, ground)

    def _paint(self, segment: Segment, ground: Style) -> list[tuple[str, Style, bool]]:
        """A segment, divided where the lit sentence and the lit word begin and end; True for the word."""
        look = segment.look.value
        if segment.level and segment.look in (Look.LEVEL, Look.EDGE):
            look = segment.level.style + ("-edge" if segment.look is Look.EDGE else "")
        style = ground + self._look(look)
        lit = self._lit
        if lit is None or segment.part != lit.part:
            return [(segment.text, style, False)]
        edges = {0, segment.end - segment.start, len(segment.text)}
        for at in (lit.start, lit.end, lit.word_start, lit.word_end):
            if segment.start < at < segment.end:
                edges.add(at - segment.start)
        pieces = []
        for start, end in pairwise(sorted(edges)):
            middle = segment.start + start
            piece_style = style
            if lit.start <= middle < lit.end:
                piece_style += self._look("sentence")
            sounds = lit.word_start <= middle < lit.word_end
            if sounds:
                piece_style += self._look("word")
            pieces.append((segment.text[start:end], piece_style, sounds))
        return pieces

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"page-view--{name}", partial=True)


def _draws(before: Page, page: Page, row: int) -> bool:
    """Return True if either page has a picture or large words in `row`."""
    areas = [(each.row, each.rows) for one in (before, page) for each in (one.drawing, *one.large) if each]
    return any(top <= row < top + rows for top, rows in areas)


def _touches(row: Row, lit: Lit | None) -> bool:
    """Return True if part of `lit` is in `row`."""
    if lit is None:
        return False
    return any(s.part == lit.part and s.start < lit.end and lit.start < s.end for s in row)
