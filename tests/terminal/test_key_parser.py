"""Whatever bytes a terminal sends: keys come through, the rest is dropped, nothing ends or deafens the kiosk."""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from kiosk.terminal.driver import BURST, Allowance, wait_s
from kiosk.terminal.key_parser import LOCAL_WAIT_S, OPEN_S, WAIT_S, KeyParser


def keys(text: str) -> list[str]:
    """The keys that `text` stands for, once it is clear that nothing follows."""
    parser = KeyParser()
    found = list(parser.feed(text))
    if text:
        parser._timeout_time = time.monotonic() - WAIT_S if parser._timeout_time is not None else None
        found += list(parser.tick())
    return [event.key for event in found if isinstance(event, events.Key)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", ["a"]),
        ("ñ", ["ñ"]),
        ("\r", ["enter"]),
        ("\x7f", ["backspace"]),
        ("\x1b[A", ["up"]),
        ("\x1bOB", ["down"]),
        ("\x1b", ["escape"]),
        ("\x1b\x1b", ["escape", "escape"]),
        ("\x1b[Z", ["shift+tab"]),
        ("\x1b[5~", ["pageup"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[[A", ["f1"]),
        ("\x1b[32~", ["f18"]),
        ("\x1b[33~", ["f19"]),
        ("\x1b[34~", ["f20"]),
        ("\x1b[97u", ["a"]),
        ("\x1b[27u", ["escape"]),
        ("\x1b[57376u", ["f13"]),
        ("\x1bOM", ["enter"]),
    ],
)
def test_keys_come_through(text: str, expected: list[str]):
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[200~",
        "\x1b[201~",
        "\x1b[<64;65;128m",
        "\x1b[M abc"[:6],
        "\x1b[97;1:3u",
        "\x1b[99999999999u",
        "\x1b[1114112u",
        "\x1b[" + "1" * 20 + ";1H",
        "\x1b[" + "9" * 5_000 + "u",
        "\x1b[48;24;80;480;640t",
        "\x1b[?62;4c",
        "\x1b[I",
        "\x1b[O",
        "\x1b]0;a title\x07",
        "\x1bP1$r0m\x1b\\",
        "\x1b[",
        "\x1b[1;5",
    ],
)
def test_what_is_no_key_is_dropped_and_the_next_key_comes_through(text: str):
    parser = KeyParser()
    found = list(parser.feed(text))
    if parser._timeout_time is not None:
        parser._timeout_time = 0.0
        found += list(parser.tick())
    found += list(parser.feed("x"))
    assert [event.key for event in found if isinstance(event, events.Key)] == ["x"]


@given(st.text(alphabet=st.sampled_from("\x1b[]OP_MmuR~;:<?0123456789AaZ\x07\\\x00\x9b \u00ff\U0010ffff"), max_size=60))
def test_no_text_ends_or_deafens_it(text: str):
    parser = KeyParser()
    list(parser.feed(text)) if text else None
    for _ in range(6):  # what is begun is given up after the wait
        if parser._timeout_time is not None:
            parser._timeout_time = 0.0
            list(parser.tick())
    # The longest thing that may still be open is the place of the mouse: three characters.
    assert "q" in [e.key for e in parser.feed("qqqq") if isinstance(e, events.Key)]


def test_a_person_is_never_too_quick():
    allowance = Allowance(0.0)
    assert all(allowance.passes(at / 30) for at in range(3_000))  # a held key
    assert all(Allowance(0.0).passes(0.0) for _ in range(BURST))


def test_a_flood_is_cut_to_what_can_be_followed():
    allowance = Allowance(0.0)
    assert sum(allowance.passes(at / 10_000) for at in range(10_000)) <= 2 * BURST + 1


@pytest.mark.parametrize("opening", ["\x1bP", "\x1b]", "\x1b_", "\x1b^", "\x1bX", "\x1b[", "\x1b[1;"])
def test_a_held_key_is_heard_again_however_quickly_it_repeats(opening: str):
    now = 0.0
    parser = KeyParser(lambda: now)
    list(parser.feed(opening))
    heard = []
    for _ in range(20):
        now += 0.033
        heard += [event.key for event in parser.feed("2") if isinstance(event, events.Key)]
    assert heard.count("2") >= 11


def test_an_answer_that_comes_within_the_time_is_skipped_whole():
    now = 0.0
    parser = KeyParser(lambda: now)
    found = list(parser.feed("\x1b]50;DejaVu"))
    now += OPEN_S - 0.01
    found += parser.feed(" Sans\x07a")
    assert [event.key for event in found if isinstance(event, events.Key)] == ["a"]


def test_a_lone_escape_is_a_key_after_the_terminals_own_wait():
    now = time.monotonic()
    parser = KeyParser(lambda: now, wait_s=LOCAL_WAIT_S)
    list(parser.feed("\x1b"))
    assert parser._timeout_time is not None
    assert parser._timeout_time <= time.monotonic() + LOCAL_WAIT_S


def test_only_a_network_or_a_wire_makes_escape_wait(monkeypatch: pytest.MonkeyPatch):
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    ours, theirs = os.openpty()
    try:
        assert wait_s(theirs) == LOCAL_WAIT_S
        monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
        assert wait_s(theirs) == WAIT_S
    finally:
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize(
    ("name", "wait"), [("/dev/tty1", LOCAL_WAIT_S), ("/dev/ttyS0", WAIT_S), ("/dev/ttyUSB0", WAIT_S)]
)
def test_a_console_is_local_and_a_serial_line_is_not(monkeypatch: pytest.MonkeyPatch, name: str, wait: float):
    for variable in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os, "ttyname", lambda descriptor: name)
    assert wait_s(0) == wait
