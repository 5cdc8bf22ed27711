"""Lays the parts of a text into pages.

A sentence stays on one page wherever it fits on one; a longer one is divided after a comma where it can be. A heading
never stands last on a page that has room for what follows, and alone on a page only where it fills it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.cuts import BodyLine, Cut, Room
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Unit
from kiosk.visit.layout.part_style import OUTSIDE, STYLES, PartStyle
from kiosk.visit.layout.wrap import Line
from kiosk.visit.terms.sheet import CLOCK, Part, Role, Sheet

CARD_EDGE = "▌ "
"""Drawn at the left of a care card, in the colour of its level."""
CARD_EDGE_RIGHT = " ▐"
MEASURE = 60
"""Cells of a line of text; from the end of a longer one, the eye does not find the start of the next."""
CLAUSE_ENDS = ",;:—"
LEAST_ROWS_BELOW_HEAD = 1
"""Rows that the head of a page leaves for what follows."""
LEAST_ROWS_OF_A_PIECE = 2
"""Rows of a divided sentence that a page shows at least."""


def beside(sheet: Sheet, grid: Grid) -> int:
    """Return the cells that the clock takes from the text at its right; other pictures only have what is left over."""
    if sheet.picture != CLOCK or not grid.roomy:
        return 0
    return grid.text_width // 3 if grid.lens else grid.text_width // 2 - 2


class Flow:
    """Lays the parts of a sheet into pages, one after the other."""

    def __init__(self, sheet: Sheet, grid: Grid, height: int, room: Room) -> None:
        self.grid = grid
        self.height = height
        self.given = room
        self.language = sheet.language
        self.beside = beside(sheet, grid)
        self.parts = list(enumerate(sheet.parts))
        self.styles = {number: STYLES[part.role] for number, part in self.parts}
        # On a small screen the title is enough where it names the level.
        heads = [] if sheet.level and not grid.roomy else sheet.heads
        self.heads = {part.text: (len(sheet.parts) + at, part) for at, part in enumerate(heads)}
        self.cuts = [Cut(room=room)]

    @property
    def room(self) -> int:
        return self.height - len(self.cuts[-1].lines)

    def lay_parts(self) -> None:
        led_in = True  # by the top of the page, or by a heading right above
        for at, (number, part) in enumerate(self.parts):
            leads = part.role not in OUTSIDE or part.with_next
            if leads and not led_in and (self._needs(at) > self.room or self._second_picture(at)):
                self._turn_to(part)
            if part.role in OUTSIDE:
                self.cuts[-1].units.extend(Unit(number, *span) for span in sentence_spans(part.text))
                led_in = led_in or part.with_next
                continue
            self._lay(number, part)
            led_in = part.with_next

    def _second_picture(self, at: int) -> bool:
        """Return True if the part at `at` leads to a picture, and the page has one."""
        for _, part in self.parts[at:]:
            if part.role is Role.CAPTION:
                own = (unit.part for unit in self.cuts[-1].units if unit.part < len(self.parts))
                return self._begun and any(self.parts[each][1].role is Role.CAPTION for each in own)
            if not part.with_next:
                break
        return False

    def _turn_to(self, part: Part) -> None:
        """Begin a page with `part`, or inside it, under its head if that leaves room for anything else."""
        self.cuts.append(Cut(room=self.given))
        number, head = self.heads.get(part.head.text, (None, None))
        if number is None or head is None:
            return
        lines = self._wrap(head, 0, len(head.text))
        if len(lines) > self.height - LEAST_ROWS_BELOW_HEAD:
            # The level at least; a sign of danger never stands without it.
            spans = sentence_spans(head.text)[:1]
            lines = self._wrap(head, *spans[0])
        if len(lines) > self.height - LEAST_ROWS_BELOW_HEAD:
            return
        page = self.cuts[-1]
        for line in lines:
            page.lines.append(BodyLine(number, line, self._prefixes(head)[0 if line.start == 0 else 1]))
        page.units.extend(Unit(number, *span) for span in sentence_spans(head.text[: lines[-1].end]))

    def _needs(self, at: int) -> int:
        """Rows that must be free for the part at `at` to begin: its first sentence, and what it may not leave."""
        needs = rows = 0
        inside = [part for _, part in self.parts[at:] if part.role not in OUTSIDE]
        for part in inside:
            gap = self._gap(part) if rows else 0
            first = (sentence_spans(part.text) or [(0, 0)])[0]
            sentence = len(self._wrap(part, *first))
            opening = sentence if sentence <= self.height else LEAST_ROWS_OF_A_PIECE
            if rows + gap + opening > self.height:
                break
            needs = rows + gap + opening
            rows += gap + len(self._wrap(part, 0, len(part.text)))
            if not part.with_next:
                break
        return needs + (self._gap(inside[0]) if inside else 0)

    def _gap(self, part: Part) -> int:
        """Empty rows above a part on a roomy page."""
        style = STYLES[part.role]
        if self.grid.spacious and self.given.paragraphs:
            return 1 if style.gap else 0
        return 1 if self.grid.roomy and self.given.headings and style.always_gap else 0

    def _prefixes(self, part: Part) -> tuple[str, str]:
        """Return what is drawn before the first line of a part, and before its other lines."""
        edge = self._edge(part)
        if bullet := STYLES[part.role].bullet:
            return edge + bullet, edge + " " * len(bullet)
        if part.role is Role.LEVEL and part.level:
            return f"{edge}{part.level.sign} ", edge + "  "
        return edge, edge

    def _edge(self, part: Part) -> str:
        return CARD_EDGE if part.level and self.grid.roomy else ""

    def _wrap(self, part: Part, start: int, end: int) -> list[Line]:
        edge = len(CARD_EDGE_RIGHT) if part.level and self.grid.roomy else 0
        width = min(self.grid.text_width - self.beside, MEASURE) - edge - len(self._prefixes(part)[0])
        return self.grid.lines(part.text, width, start, end, self.language)

    def _lay(self, number: int, part: Part) -> None:
        for spans, lines in self._pieces(part):
            page = self.cuts[-1]
            if self._begun and spans[0][0] == 0:
                inside = part.level is not None and part.role is not Role.LEVEL
                empty = BodyLine(prefix=self._edge(part), level=part.level) if inside else BodyLine()
                page.lines.extend([empty] * min(self._gap(part), self.room))
            for line in lines:
                prefix = self._prefixes(part)[0 if line.start == 0 else 1]
                page.lines.append(BodyLine(number, line, prefix))
            page.units.extend(Unit(number, start, end) for start, end in spans)

    def _pieces(self, part: Part) -> Iterator[tuple[list[tuple[int, int]], list[Line]]]:
        """Runs of sentences with their lines, each for the page that is last when it is asked for."""
        spans = sentence_spans(part.text)
        while spans:
            gap = self._gap(part) if self._begun and spans[0][0] == 0 else 0
            taken = len(spans)
            lines = self._wrap(part, spans[0][0], spans[-1][1])
            while len(lines) > self.room - gap and taken > 1:
                taken -= 1
                lines = self._wrap(part, spans[0][0], spans[taken - 1][1])
            room = self.room - gap
            if len(lines) <= room:
                yield spans[:taken], lines
                spans = spans[taken:]
            elif (end := self._piece_end(part, lines, room)) is not None:
                yield [(spans[0][0], end)], self._wrap(part, spans[0][0], end)
                rest = end + len(part.text[end:]) - len(part.text[end:].lstrip())
                spans = [(rest, spans[0][1]), *spans[1:]]
            if spans:
                self._turn_to(part)

    def _piece_end(self, part: Part, lines: list[Line], room: int) -> int | None:
        """Return where to divide a sentence of `lines`, too long for `room`; None if it must not begin here."""
        above = self._styles_above
        if not above or (len(lines) > self.height and room >= LEAST_ROWS_OF_A_PIECE):
            return self._clause_end(part, lines[:room])
        # What the voice is given in place of a text cannot be divided with it.
        if part.say or not all(style.is_head for style in above):
            return None
        ends = (self._clause_end(part, lines[:rows]) for rows in range(room, 0, -1))
        clause = next((end for end in ends if part.text[end - 1] in CLAUSE_ENDS), None)
        if clause is None and room and not any(style is STYLES[Role.LEAD] for style in above):
            return self._clause_end(part, lines[:room])  # else the heading, or the level, would be all there is
        return clause

    @property
    def _begun(self) -> bool:
        """True if the last page holds anything below its head."""
        return bool(self._styles_above)

    @property
    def _styles_above(self) -> set[PartStyle]:
        """The kinds of parts on the last page so far, below its head."""
        return {self.styles[line.part] for line in self.cuts[-1].lines if line.part in self.styles}

    def _clause_end(self, part: Part, lines: list[Line]) -> int:
        """Return where to divide a sentence if only `lines` fit: after a clause, before a bracket, or after a word."""
        start, end = lines[0].start, lines[-1].end
        for at in range(end, start + (end - start) // 2, -1):
            if part.text[at - 1] in CLAUSE_ENDS and (at == len(part.text) or part.text[at].isspace()):
                return at
            if part.text[at:].startswith(" (") and ")" not in part.text[at:end]:
                return at
        return end
