"""Cuts a `Sheet` into pages that fit a `Grid`.

A sentence stays on one page wherever it fits on one, for a page is read aloud as it is shown; a longer one is
divided after a comma where it can be. A heading never stands last on a page that has room for what follows, and
alone on a page only where no clause of what follows fits below it; the title and a card's level, not even then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.choices import bar_height, list_height
from kiosk.visit.layout.grid import SMALLEST_HEIGHT, Grid
from kiosk.visit.layout.part_style import STYLES, PartStyle
from kiosk.visit.layout.wrap import Line, wrap
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb

TITLE = -1
"""The part number of a sheet's title."""
CARD_EDGE = "┃ "
CLAUSE_ENDS = ",;:—"
LEAST_ROWS_BELOW_HEAD = 1
"""Rows that the head of a page leaves for what follows."""
LEAST_ROWS_OF_A_PIECE = 2
"""Rows of a divided sentence that a page shows at least."""


class Unit(NamedTuple):
    """A sentence, or the piece of one that a page holds: what is spoken in one breath and lit as one."""

    part: int
    start: int
    end: int


class BodyLine(NamedTuple):
    """One row of the body: a line of a part, or empty space where `part` is None."""

    part: int | None = None
    line: Line = Line(0, 0)
    prefix: str = ""
    """Bullets and edges: drawn, not spoken."""


@dataclass
class Cut:
    """The piece of a sheet that one page shows."""

    lines: list[BodyLine] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    first_choice: int = 0
    end_choice: int = 0
    """The choices on this page: from `first_choice` up to, not including, `end_choice`."""


def title_rows(sheet: Sheet, grid: Grid) -> list[Line]:
    """The title at the top of every page; empty where the grid is too small for that."""
    return wrap(sheet.title, grid.text_width, language=sheet.language) if grid.roomy else []


def choices_on_page(sheet: Sheet, next_page: str, number: int, count: int) -> tuple[Choice, ...]:
    """The choices of page `number` (0-based) of `count`: before the last page, also on to the next.

    Choices that can be made at any time keep their numbers on every page. The question that any key answers has none,
    so no key would lead to another page of it.
    """
    if not sheet.choices or sheet.is_list or number == count - 1:
        return sheet.choices
    onward = Choice(next_page, Verb.NEXT_PAGE)
    return (*sheet.choices, onward) if sheet.choices_first else (onward, *sheet.choices)


def cut(sheet: Sheet, grid: Grid, next_page: str, one_by_one: bool = False) -> tuple[Cut, ...]:
    """The pages of `sheet`, at least one. `next_page` is the label of the choice that turns the page.

    `one_by_one`: a page of a list holds a single choice.
    """
    height = max(SMALLEST_HEIGHT, grid.height) - grid.footer_rows
    titles = len(title_rows(sheet, grid))
    height -= titles + (1 if grid.rule else 0) + (1 if grid.roomy and titles else 0)
    if not sheet.is_list:
        bar = max(bar_height(choices_on_page(sheet, next_page, n, 2), grid, sheet.language) for n in (0, 1))
        height -= bar + (1 if grid.spacious and bar else 0)
    flow = _Flow(sheet, grid, max(1, height))
    flow.lay_parts()
    if sheet.is_list:
        flow.lay_choices(one_by_one)
    return tuple(flow.cuts)


class _Flow:
    """Lays parts and choices into pages, one after the other."""

    def __init__(self, sheet: Sheet, grid: Grid, height: int) -> None:
        self.grid = grid
        self.height = height
        self.choices = sheet.choices
        self.language = sheet.language
        titled = [] if grid.roomy else [(TITLE, Part(Role.TITLE, sheet.title, with_next=True))]
        self.parts = titled + list(enumerate(sheet.parts))
        self.heads = {part.text: (len(sheet.parts) + at, part) for at, part in enumerate(sheet.heads)}
        self.cuts = [Cut()]

    @property
    def room(self) -> int:
        return self.height - len(self.cuts[-1].lines)

    def lay_parts(self) -> None:
        led_in = True  # by the top of the page, or by a heading right above
        for at, (number, part) in enumerate(self.parts):
            if not led_in and self._needs(at) > self.room:
                self._turn_to(part)
            self._lay(number, part)
            led_in = part.with_next

    def _turn_to(self, part: Part) -> None:
        """Begin a page with `part`, or inside it, under its head if that leaves room for anything else."""
        self.cuts.append(Cut())
        number, head = self.heads.get(part.head, (None, None))
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

    def lay_choices(self, one_by_one: bool) -> None:
        for number, choice in enumerate(self.choices):
            page = self.cuts[-1]
            rows = list_height(choice, self.grid, self.language)
            before = self.choices[page.first_choice : page.end_choice]
            used = sum(list_height(each, self.grid, self.language) for each in before)
            gap = 1 if self.grid.roomy and page.lines else 0
            full = used + rows + gap > self.room or one_by_one
            if page.end_choice > page.first_choice and full:
                page = Cut(first_choice=number, end_choice=number)
                self.cuts.append(page)
            elif page.end_choice == page.first_choice:
                if page.lines and rows + gap > self.room:
                    page = Cut()
                    self.cuts.append(page)
                page.first_choice = number
            page.end_choice = number + 1

    def _needs(self, at: int) -> int:
        """Rows that must be free for the part at `at` to begin: its first sentence, and what it may not leave."""
        needs = rows = 0
        for _, part in self.parts[at:]:
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
        return needs + self._gap(self.parts[at][1])

    def _gap(self, part: Part) -> int:
        """Empty rows above a part on a roomy page."""
        style = STYLES[part.role]
        if self.grid.spacious:
            return 1 if style.gap else 0
        return 1 if self.grid.roomy and style.always_gap else 0

    def _prefixes(self, part: Part) -> tuple[str, str]:
        """Return what is drawn before the first line of a part, and before its other lines."""
        edge = CARD_EDGE if part.level and self.grid.roomy else ""
        if bullet := STYLES[part.role].bullet:
            return edge + bullet, edge + " " * len(bullet)
        if part.role is Role.LEVEL and part.level:
            return f"{edge}{part.level.sign} ", edge + "  "
        return edge, edge

    def _wrap(self, part: Part, start: int, end: int) -> list[Line]:
        return wrap(part.text, self.grid.text_width - len(self._prefixes(part)[0]), start, end, self.language)

    def _lay(self, number: int, part: Part) -> None:
        for spans, lines in self._pieces(part):
            page = self.cuts[-1]
            if page.lines and spans[0][0] == 0:
                inside = part.level is not None and part.role is not Role.LEVEL
                edge = self._prefixes(part)[1].rstrip() if inside else ""
                page.lines.extend([BodyLine(prefix=edge)] * min(self._gap(part), self.room))
            for line in lines:
                prefix = self._prefixes(part)[0 if line.start == 0 else 1]
                page.lines.append(BodyLine(number, line, prefix))
            if number != TITLE:
                page.units.extend(Unit(number, start, end) for start, end in spans)

    def _pieces(self, part: Part) -> Iterator[tuple[list[tuple[int, int]], list[Line]]]:
        """Runs of sentences with their lines, each for the page that is last when it is asked for."""
        spans = sentence_spans(part.text)
        while spans:
            gap = self._gap(part) if self.cuts[-1].lines and spans[0][0] == 0 else 0
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
        if clause is None and all(style.is_label for style in above) and room >= LEAST_ROWS_OF_A_PIECE:
            return self._clause_end(part, lines[:room])
        return clause

    @property
    def _styles_above(self) -> set[PartStyle]:
        """The kinds of parts on the last page so far, below its head."""
        styles = {number: STYLES[part.role] for number, part in self.parts}
        return {styles[line.part] for line in self.cuts[-1].lines if line.part in styles}

    def _clause_end(self, part: Part, lines: list[Line]) -> int:
        """Return where to divide a sentence if only `lines` fit: after a clause, before a bracket, or after a word."""
        start, end = lines[0].start, lines[-1].end
        for at in range(end, start + (end - start) // 2, -1):
            if part.text[at - 1] in CLAUSE_ENDS and (at == len(part.text) or part.text[at].isspace()):
                return at
            if part.text[at:].startswith(" (") and ")" not in part.text[at:end]:
                return at
        return end
