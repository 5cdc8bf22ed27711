"""The text size: which levels there are, the present one, and steps between them.

Time and grid are passed in, requests are sent through a callback: it has no clock and no terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.drawn.fonts import IN_QUADRANTS, IN_WHOLE_CELLS
from kiosk.terminal.lettering import Lettering, Plain
from kiosk.terminal.levels import Window, chosen, drawn_levels, drawn_start, own_levels, own_start
from kiosk.terminal.request import Deliver, Request
from kiosk.terminal.text_size.font_probe import WAIT_S, FontProbe, ProbeResult
from kiosk.terminal.text_size.terminal_font import TerminalFont

ROUNDING = 0.08
"""Largest relative error of the predicted columns: fonts come in whole pixels."""


@dataclass(frozen=True)
class _Asked:
    """A request for a size: when it was sent, and the grid before it."""

    at: float
    before: tuple[int, int]


class TextSize:
    """Levels from small to large; `lettering` is the present one."""

    def __init__(
        self,
        window: Window,
        deliver: Deliver,
        terminal: TerminalFont | None = None,
        setting: str = "auto",
        fonts: Sequence[DrawnFont] = IN_QUADRANTS,
        cell: Callable[[], float] = float,
        keep: Deliver = lambda request: None,
    ) -> None:
        """Start with the levels that are known without asking the terminal.

        Args:
            window: The terminal's window.
            deliver: Sends requests to the terminal.
            terminal: A terminal that may be able to change its own font.
            setting: `text-size` of `device.yaml`: `auto`, `plain`, or a level, `1` the smallest.
            fonts: Drawn letters that the terminal can show.
            cell: Gives the width of a cell in pixels, or 0 if not reported.
            keep: Takes the request that restores the terminal's own font, once it is known and before any other.
        """
        self._window = window
        self._deliver = deliver
        self._cell = cell
        self._keep = keep
        self._kept: Request | None = None
        self._setting = setting
        self._fonts: Sequence[DrawnFont] = () if setting == "plain" else fonts
        self._probe = FontProbe(terminal) if terminal is not None and setting != "plain" else None
        self._touched = False
        """True if the terminal was ever asked and must be restored."""
        self._moved = False
        """True if the visitor has chosen a size."""
        self._asked: _Asked | None = None
        """The request that the grid has not followed yet."""
        self._asked_last = float("-inf")
        self.levels: tuple[Lettering, ...] = ()
        self.number = 0
        """Index of the present level."""
        self._lay_out()

    @property
    def lettering(self) -> Lettering:
        """The present text size."""
        return self.levels[self.number]

    @property
    def row_mm(self) -> float | None:
        """Height of a row of a page in mm; None if not known."""
        row = self._window.row_mm
        return None if row is None else row * self.lettering.rows

    @property
    def settled(self) -> bool:
        """True once it is known what the terminal can do; show no page before."""
        return self._probe is None or self._probe.result is not ProbeResult.ASKING

    @property
    def waiting(self) -> bool:
        """True while a request for the present size is not answered by another grid."""
        return self._asked is not None

    @property
    def owner(self) -> str:
        """The name of a terminal that changes its own font, else `drawn` or `plain`."""
        if self._own and self._probe:
            return self._probe.terminal.name
        return "drawn" if self._fonts else "plain"

    def begin(self, now: float) -> None:
        """Ask the terminal, if it may change its font; `resized` and `tick` bring the answer."""
        if self._probe:
            self._send(self._probe.begin(self._cells, now, self._cell()))

    def resized(self, columns: int, rows: int, now: float) -> None:
        """Take the new number of cells."""
        if (columns, rows) == self._cells:
            return
        before = self._cells
        self._window = self._window._replace(columns=columns, rows=rows)
        if self._probe and not self.settled:
            self._probe.grid_is((columns, rows))
            if self._own:
                self._lay_out()
                self._ask_present(now)
            return
        if not self._own:
            self._lay_out()
        elif self._asked and self._asked.before == before:
            self._asked = None
        elif now - self._asked_last >= WAIT_S and not self._as_expected():
            self._measure_again()

    def tick(self, now: float) -> None:
        """Let time pass; call it every 50 ms until `settled`, then about four times a second."""
        if self._probe and not self.settled:
            request = self._probe.tick(now, self._cell())
            if request:
                self._send(request)
            if self.settled:
                self._lay_out()
        elif self._probe and self._asked and now - self._asked.at >= WAIT_S:
            self._asked = None
            if self._as_expected():
                return
            # It worked at the start and no longer does: draw letters from here on.
            self._probe.result = ProbeResult.REFUSES
            self._give_back()
            self._lay_out()

    def step(self, by: int, now: float) -> bool:
        """Go one level larger (1) or smaller (-1), wrapping at the end; return False if there is only one."""
        if not self.settled or len(self.levels) < 2:
            return False
        self._moved = True
        self._choose((self.number + by) % len(self.levels), now)
        return True

    def reset(self, now: float) -> None:
        """Return to the start size, for the next visitor."""
        self._moved = False
        if self.settled:
            self._choose(self._start, now)

    def restore(self) -> None:
        """Restore the terminal's own font; call it at the end."""
        if self._touched:
            self._give_back()
            self._touched = False

    def _give_back(self) -> None:
        if request := self._restore_request:
            self._send(request)

    @property
    def _restore_request(self) -> Request | None:
        return self._probe.terminal.restore(self._probe.start) if self._probe else None

    @property
    def _cells(self) -> tuple[int, int]:
        return self._window.columns, self._window.rows

    @property
    def _own(self) -> bool:
        return self._probe is not None and self._probe.result is ProbeResult.CHANGES

    def _choose(self, number: int, now: float) -> None:
        if number != self.number:
            self.number = number
            self._ask_present(now)

    def _ask_present(self, now: float) -> None:
        level = self.lettering
        if self._own and self._probe and isinstance(level, Plain) and level.size is not None:
            self._asked = None if self._as_expected() else _Asked(now, self._cells)
            self._asked_last = now
            self._send(self._probe.terminal.ask(level.size))

    def _as_expected(self) -> bool:
        """Return True if the grid is that of the present level, apart from rounding."""
        size = self.lettering.size if isinstance(self.lettering, Plain) else None
        if not self._probe or size is None:
            return True
        expected = self._probe.size_columns / size
        return abs(self._window.columns - expected) <= max(1.5, ROUNDING * expected)

    def _measure_again(self) -> None:
        """Adapt to a changed window: the same heights need other sizes now."""
        size = self.lettering.size if isinstance(self.lettering, Plain) else None
        if self._probe and size:
            self._probe.size_columns = size * self._window.columns
            self._lay_out()

    def _send(self, request: Request) -> None:
        self._touched = True
        if (restore_request := self._restore_request) and restore_request != self._kept:
            self._kept = restore_request
            self._keep(restore_request)
        self._deliver(request)

    def _lay_out(self) -> None:
        """Find the levels again; the visitor's one stays, by kind and position, if there is room for it."""
        old = self.lettering if self.levels else None
        if self._own and self._probe:
            own = own_levels(self._window, self._probe.size_columns)
            self.levels, start = own, own_start(own)
        else:
            self.levels = drawn_levels(self._window, self._fonts)
            start = drawn_start(self._window, self.levels)
        self._start = chosen(self._setting, self.levels, start)
        same = [at for at, level in enumerate(self.levels) if old and _alike(level, old)]
        self.number = min(same, key=lambda at: abs(at - self.number)) if self._moved and same else self._start


def _alike(one: Lettering, other: Lettering) -> bool:
    return (one.columns, one.rows) == (other.columns, other.rows)


def fonts_for(env: Mapping[str, str]) -> Sequence[DrawnFont]:
    """Return the drawn letters that a terminal can show."""
    return IN_WHOLE_CELLS if env.get("TERM") == "linux" else IN_QUADRANTS
