"""From mouse reports to taps: a plain press of the left button and its release, and nothing else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from kiosk.terminal.key_parser import WAIT_S, KeyParser
from kiosk.terminal.touch.taps import Tapped, Taps

PRESS, RELEASE = "\x1b[<0;12;5M", "\x1b[<0;12;5m"


def taps_of(*pieces: str, touch: bool = True) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The taps that a terminal's bytes hold, each as where the finger went down and up."""
    parser = KeyParser(taps=Taps() if touch else None)
    found = [message for piece in pieces for message in parser.feed(piece)]
    return [(message.down, message.up) for message in found if isinstance(message, Tapped)]


def test_a_press_and_its_release_are_a_tap_in_cells_from_zero():
    assert taps_of(PRESS, RELEASE) == [((11, 4), (11, 4))]


def test_it_is_told_where_the_finger_went_down_and_where_up():
    assert taps_of(PRESS, "\x1b[<0;40;6m") == [((11, 4), (39, 5))]


def test_a_report_may_come_in_pieces():
    assert taps_of(PRESS[:4], PRESS[4:], *RELEASE) == [((11, 4), (11, 4))]


def test_without_a_touch_screen_there_are_no_taps():
    assert taps_of(PRESS, RELEASE, touch=False) == []


@pytest.mark.parametrize(
    "reports",
    [
        (RELEASE,),
        (PRESS,),
        (RELEASE, PRESS),
        ("\x1b[<1;12;5M", "\x1b[<1;12;5m"),
        ("\x1b[<2;12;5M", "\x1b[<2;12;5m"),
        ("\x1b[<4;12;5M", "\x1b[<4;12;5m"),
        ("\x1b[<8;12;5M", "\x1b[<8;12;5m"),
        ("\x1b[<16;12;5M", "\x1b[<16;12;5m"),
        ("\x1b[<32;12;5M", "\x1b[<32;12;5m"),
        ("\x1b[<35;12;5M",),
        ("\x1b[<64;12;5M", "\x1b[<65;12;5M"),
        ("\x1b[<00;12;5M", "\x1b[<00;12;5m"),
        ("\x1b[<0;0;5M", "\x1b[<0;0;5m"),
        ("\x1b[<0;-1;5M", "\x1b[<0;-1;5m"),
        ("\x1b[<0;99999;5M", "\x1b[<0;99999;5m"),
        ("\x1b[<0;" + "9" * 5_000 + ";5M", "\x1b[<0;" + "9" * 5_000 + ";5m"),
        ("\x1b[<0;12M", "\x1b[<0;12m"),
        ("\x1b[<0;12;5;1M", "\x1b[<0;12;5;1m"),
        ("\x1b[0;12;5M", "\x1b[0;12;5M"),
        ("\x1b[M !!", "\x1b[M#!!"),
        ("\x1b[<M", "\x1b[<m"),
    ],
    ids=repr,
)
def test_anything_else_is_no_tap(reports: tuple[str, ...]):
    assert taps_of(*reports) == []


@pytest.mark.parametrize("before", ["\x1b[<64;1;1M", "\x1b[<2;1;1M", "a", "\x1b[A"])
def test_other_reports_and_keys_come_between_a_press_and_its_release(before: str):
    assert taps_of(PRESS, before, RELEASE) == [((11, 4), (11, 4))]


def test_a_press_that_was_never_released_gives_way_to_the_next():
    assert taps_of("\x1b[<0;1;1M", PRESS, RELEASE, RELEASE) == [((11, 4), (11, 4))]


def test_a_report_that_breaks_off_leaves_the_keys_after_it():
    now = 0.0
    parser = KeyParser(lambda: now, taps=Taps())
    list(parser.feed("\x1b[<0;12"))
    now += 1.0
    found = list(parser.feed("xy"))
    assert "y" in [message.key for message in found if isinstance(message, events.Key)]


@given(st.text(alphabet=st.sampled_from("\x1b[<0123456789;MmA -\x00\x9bu~"), max_size=80))
def test_no_text_ends_or_deafens_it_or_gives_a_tap_out_of_range(text: str):
    parser = KeyParser(taps=Taps())
    found = list(parser.feed(text)) if text else []
    for _ in range(6):  # what is begun is given up after the wait
        if parser._timeout_time is not None:
            parser._timeout_time = time.monotonic() - WAIT_S
            found += list(parser.tick())
    for message in found:
        if isinstance(message, Tapped):
            assert all(0 <= number < 9_999 for cell in (message.down, message.up) for number in cell)
    found = list(parser.feed("qqqq" + PRESS + RELEASE))
    assert "q" in [message.key for message in found if isinstance(message, events.Key)]
    assert any(isinstance(message, Tapped) and message.up == (11, 4) for message in found)
