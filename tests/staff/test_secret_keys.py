"""The chord that asks for the PIN: pressed on purpose it is heard, by chance it is not."""

from __future__ import annotations

import random
import re
import time

import pytest
from textual import events

from kiosk.staff.chord import DEFAULT, PATTERN, REST_S, WHOLE_S, Chord, is_safe
from kiosk.terminal.key_map import STANDARD
from kiosk.terminal.key_parser import KeyParser

WARD = ("ctrl+w", "ctrl+a", "ctrl+r", "ctrl+d")


def typed(chord: Chord, keys: tuple[str, ...], begin: float = 100.0, every: float = 0.3) -> list[bool]:
    return [chord.press(key, begin + at * every) for at, key in enumerate(keys)]


def keys_of(data: bytes) -> list[str]:
    """What the kiosk's parser makes of bytes."""
    parser = KeyParser()
    return [each.key for each in parser.feed(data.decode("latin-1")) if isinstance(each, events.Key)]


def test_the_last_key_of_the_chord_opens():
    assert typed(Chord(), WARD) == [False, False, False, True]


def test_it_opens_again_and_again():
    chord = Chord()
    assert typed(chord, WARD)[-1]
    assert typed(chord, WARD, begin=110.0)[-1]


@pytest.mark.parametrize(
    "keys",
    [
        WARD[:3],
        ("ctrl+a", *WARD[1:]),
        ("ctrl+w", "x", *WARD[1:]),
        (*WARD[:3], "x", WARD[3]),
        WARD[::-1],
        ("ctrl+w", *WARD),
    ],
)
def test_anything_else_does_not(keys: tuple[str, ...]):
    assert not any(typed(Chord(), keys))


def test_a_pause_must_come_before_it():
    chord = Chord()
    chord.press("x", 99.8)
    assert not any(typed(chord, WARD))
    assert typed(chord, WARD, begin=100.9 + REST_S)[-1]


def test_it_must_not_take_long():
    assert not any(typed(Chord(), WARD, every=WHOLE_S / 3 + 0.1))


def test_keys_that_are_only_held_do_not_disturb_it():
    assert typed(Chord(), ("left_control", "ctrl+w", "left_control", "ctrl+a", "ctrl+r", "right_control", "ctrl+d"))[-1]


def test_another_chord_can_be_set():
    assert not any(typed(Chord("f5 f7 ctrl+k"), WARD))
    assert typed(Chord("f5 f7 ctrl+k"), ("f5", "f7", "ctrl+k"))[-1]


@pytest.mark.parametrize(
    "keys", [DEFAULT, "f2 f3 f4", "ctrl+k ctrl+o ctrl+k f12", " ".join(["ctrl+a", "ctrl+b", "ctrl+d"] * 2)]
)
def test_what_may_be_set(keys: str):
    assert re.fullmatch(PATTERN, keys)
    assert is_safe(keys)


@pytest.mark.parametrize("keys", ["ctrl+w", "a b c", "f1 f2 f3", "ctrl+c ctrl+w ctrl+a", "ctrl+m ctrl+w ctrl+a", ""])
def test_what_may_not_be_set(keys: str):
    assert not re.fullmatch(PATTERN, keys)


def test_one_key_pressed_again_and_again_is_no_chord():
    assert not is_safe("ctrl+w ctrl+w ctrl+w ctrl+w")
    assert not is_safe("ctrl+w ctrl+a ctrl+w ctrl+a")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param((b"\x17", b"\x01", b"\x12", b"\x04"), id="xterm, alacritty, the Linux console"),
        pytest.param((b"\x1b[119;5u", b"\x1b[97;5u", b"\x1b[114;5u", b"\x1b[100;5u"), id="kitty"),
        pytest.param((b"\x1b[119;69u", b"\x1b[97;69u", b"\x1b[114;69u", b"\x1b[100;69u"), id="kitty with caps lock"),
        pytest.param((b"\x1b[119;133u", b"\x1b[97;133u", b"\x1b[114;133u", b"\x1b[100;133u"), id="kitty with num lock"),
    ],
)
def test_every_terminal_sends_the_usual_chord(data: tuple[bytes, ...]):
    assert typed(Chord(), tuple(key for each in data for key in keys_of(each)))[-1]


def test_no_key_of_the_usual_chord_has_another_job():
    assert not set(DEFAULT.split()) & set(STANDARD)


def test_a_flood_of_random_bytes_never_opens_it():
    chance, chord, opened, now = random.Random(11), Chord(), 0, 100.0
    end = time.monotonic() + 4
    while time.monotonic() < end:
        for key in keys_of(chance.randbytes(4096)):
            now += 1 / 60  # as quickly as the driver lets keys pass
            opened += chord.press(key, now)
    assert opened == 0


def test_not_even_a_flood_that_holds_the_chord_opens_it():
    chance, chord, now = random.Random(12), Chord(), 100.0
    for _ in range(300):
        noise = chance.randbytes(chance.randrange(1, 200)).replace(b"\x1b", b"")
        for key in keys_of(b"x" + noise + b"\x17\x01\x12\x04"):
            now += 1 / 60
            assert not chord.press(key, now)
