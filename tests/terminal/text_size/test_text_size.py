"""The app's side: the terminal is asked once, at the start; steps, resets and the end do what a visitor expects."""

from __future__ import annotations

import pytest

from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.lettering import LENS_ROWS, Drawn
from kiosk.terminal.levels import Window, drawn_levels
from kiosk.terminal.request import Deliver, Request
from kiosk.terminal.text_size import TextSize
from kiosk.terminal.text_size.alacritty import Alacritty
from kiosk.terminal.text_size.font_probe import PROBE_SIZES, WAIT_S
from kiosk.terminal.text_size.text_size import fonts_for
from kiosk.terminal.text_size.xterm import Xterm
from kiosk.visit.layout.grid import Grid

WIDTH, HEIGHT = 1524, 936
"""The room on a pretended screen: columns × points, rows × points."""


class Screen:
    """A terminal that changes its font, or refuses."""

    def __init__(
        self,
        window: Window,
        setting: str = "auto",
        obeys: bool = True,
        asked: bool = True,
        keep: Deliver = lambda request: None,
    ) -> None:
        self.obeys = obeys
        self.now = 0.0
        self.size = 12.0
        self.heard: list[Request] = []
        self.text_size = TextSize(window, self.heard.append, Xterm() if asked else None, setting, keep=keep)
        self._answered = 0

    def cells(self) -> tuple[int, int]:
        return int(WIDTH // self.size), int(HEIGHT // 2 // self.size)

    def answer(self) -> None:
        """Does what it was told last."""
        while self._answered < len(self.heard):
            request = self.heard[self._answered]
            self._answered += 1
            if self.obeys:
                self.size = float(request.data.rpartition(b"size=")[2].rstrip(b"\x07"))
                self.text_size.resized(*self.cells(), self.now)

    def passes(self, seconds: float) -> None:
        self.now += seconds
        self.text_size.tick(self.now)

    def start(self) -> TextSize:
        self.text_size.begin(self.now)
        for _ in range(30):
            self.passes(0.05)
            self.answer()
        return self.text_size


def test_a_terminal_that_obeys_is_asked_once_and_then_shows_the_start_size():
    screen = Screen(Window(127, 39))
    sizes = screen.start()
    assert sizes.settled
    assert sizes.owner == "xterm"
    assert len(screen.heard) == 2, "the question, and the start size"
    assert sizes.number == 2
    assert len(sizes.levels) == 4
    assert screen.cells()[0] == pytest.approx(43, abs=2)
    assert sizes.lettering.grid(*screen.cells()) == Grid(*screen.cells())


def test_a_terminal_that_refuses_gets_the_lens_within_two_waits():
    screen = Screen(Window(80, 24), obeys=False)
    screen.text_size.begin(0.0)
    assert not screen.text_size.settled
    screen.passes(WAIT_S)
    screen.passes(WAIT_S)
    assert screen.text_size.settled
    assert screen.text_size.owner == "drawn"
    assert screen.text_size.lettering.grid(80, 24) == Grid(80, 24, lens=LENS_ROWS)
    assert [request.data for request in screen.heard] == [Xterm().ask(size).data for size in PROBE_SIZES]


def test_the_probe_is_not_fooled_by_a_terminal_that_has_the_first_size_already():
    screen = Screen(Window(int(WIDTH // 24), int(HEIGHT // 48)))
    screen.size = 24.0
    sizes = screen.start()
    assert sizes.owner == "xterm"


def test_a_window_that_grows_with_its_letters_is_given_back_as_it_was():
    """Not full-screen: the grid stays, the pixels of a cell tell that the letters did change."""
    heard: list[Request] = []
    pixels = iter([8.0, 8.0, 10.0, 10.0])
    sizes = TextSize(Window(80, 24), heard.append, Xterm(), cell=lambda: next(pixels))
    sizes.begin(0.0)
    sizes.tick(WAIT_S)
    sizes.tick(2 * WAIT_S)
    assert sizes.owner == "drawn"
    assert heard[-1] == Xterm().ask(PROBE_SIZES[-1] * 8 / 10)  # 12


def test_steps_go_round_and_the_next_visitor_starts_afresh():
    screen = Screen(Window(127, 39))
    sizes = screen.start()
    seen = []
    for _ in sizes.levels:
        assert sizes.step(1, screen.now)
        screen.answer()
        screen.passes(1.0)
        seen.append(sizes.number)
    assert seen == [3, 0, 1, 2]
    sizes.step(-1, screen.now)
    screen.answer()
    assert sizes.number == 1
    sizes.reset(screen.now)
    screen.answer()
    screen.passes(1.0)
    assert sizes.number == 2
    assert sizes.owner == "xterm"


def test_at_the_end_the_terminal_is_as_it_was_found():
    screen = Screen(Window(127, 39))
    screen.start().restore()
    screen.answer()
    assert screen.size == pytest.approx(12, abs=0.5)


def test_what_gives_the_letters_back_is_kept_before_a_visitor_can_change_them():
    kept: list[tuple[int, Request]] = []
    screen = Screen(Window(127, 39), keep=lambda request: kept.append((len(screen.heard), request)))
    sizes = screen.start()
    ((before, restore_request),) = kept
    assert before == 1, "only the question went out before"
    sizes.step(1, screen.now)
    screen.answer()
    sizes.restore()
    assert screen.heard[-1] == restore_request
    assert len(kept) == 1


def test_alacritty_can_be_given_back_before_it_is_asked_anything():
    happened: list[Request] = []
    alacritty = Alacritty("/run/socket", 7)
    TextSize(Window(80, 24), happened.append, alacritty, keep=happened.append).begin(0.0)
    assert happened == [alacritty.restore(None), alacritty.ask(PROBE_SIZES[0])]


def test_a_terminal_that_was_never_asked_is_left_alone():
    screen = Screen(Window(127, 39))
    screen.text_size.restore()
    assert screen.heard == []


def test_quick_steps_are_not_taken_for_a_refusal():
    screen = Screen(Window(127, 39))
    sizes = screen.start()
    for by in (1, -1, 1, 1, -1, 1):
        sizes.step(by, screen.now)
        screen.passes(0.01)
    screen.answer()
    screen.passes(1.0)
    assert sizes.owner == "xterm"


def test_a_terminal_that_stops_obeying_gets_drawn_letters():
    screen = Screen(Window(127, 39))
    sizes = screen.start()
    screen.obeys = False
    sizes.step(-1, screen.now)
    screen.passes(WAIT_S + 0.01)
    assert sizes.owner == "drawn"


def test_a_window_made_smaller_by_somebody_is_measured_again():
    screen = Screen(Window(127, 39))
    sizes = screen.start()
    before = [level.grid(1, 1) for level in sizes.levels]
    screen.passes(5.0)
    sizes.resized(21, 9, screen.now)
    assert sizes.owner == "xterm"
    assert sizes.settled
    assert len(sizes.levels) <= len(before)


def test_plain_never_draws_and_never_asks():
    screen = Screen(Window(80, 24), setting="plain")
    sizes = screen.start()
    assert screen.heard == []
    assert sizes.owner == "plain"
    assert {level.rows for level in sizes.levels} == {1}
    sizes.step(1, screen.now)
    sizes.restore()
    assert screen.heard == []


def test_a_chosen_drawn_size_stays_when_the_window_changes_as_long_as_there_is_room():
    screen = Screen(Window(80, 24), asked=False)
    sizes = screen.start()
    sizes.step(-1, screen.now)
    narrow = sizes.lettering
    sizes.resized(100, 30, screen.now)
    assert (sizes.lettering.columns, sizes.lettering.rows) == (narrow.columns, narrow.rows)
    sizes.resized(40, 12, screen.now)
    assert (sizes.lettering.columns, sizes.lettering.rows) == (1, 1)


def test_the_device_file_may_name_the_start_size():
    assert Screen(Window(80, 24), setting="1", asked=False).start().number == 0
    assert Screen(Window(80, 24), setting="4", asked=False).start().number == 3


def test_the_linux_console_gets_letters_it_can_show():
    assert fonts_for({"TERM": "xterm"}) is IN_QUADRANTS
    consoles = fonts_for({"TERM": "linux"})
    sizes = TextSize(Window(240, 67), lambda request: None, fonts=consoles)
    assert sizes.lettering.lens
    assert {letters.font.name for letters in drawn_levels(Window(240, 67), consoles) if isinstance(letters, Drawn)} == {
        font.name for font in consoles
    }


def test_it_waits_for_the_terminal_and_no_longer_than_it_may_take():
    screen = Screen(Window(127, 39))
    sizes = screen.start()
    assert not sizes.waiting
    sizes.step(1, screen.now)
    screen.passes(0.1)
    assert sizes.waiting, "a look at the clock before the terminal has answered changes nothing"
    screen.answer()
    assert not sizes.waiting
    screen.obeys = False
    sizes.step(1, screen.now)
    screen.passes(WAIT_S + 0.1)
    assert not sizes.waiting
