"""The keys that open the question for the PIN: pressed on purpose, never by chance."""

from __future__ import annotations

import random
import re
import time

import pytest
from textual import events

from kiosk.staff.secret_keys import DEFAULT, PATTERN, REST_S, WHOLE_S, SecretKeys, in_words, is_safe, made_up
from kiosk.terminal.key_map import STANDARD
from kiosk.terminal.key_parser import KeyParser

WARD = ("ctrl+w", "ctrl+a", "ctrl+r", "ctrl+d")


def typed(secret: SecretKeys, keys: tuple[str, ...], begin: float = 100.0, every: float = 0.3) -> list[bool]:
    return [secret.press(key, begin + at * every) for at, key in enumerate(keys)]


def keys_of(data: bytes) -> list[str]:
    """What the kiosk's parser makes of bytes."""
    parser = KeyParser()
    return [each.key for each in parser.feed(data.decode("latin-1")) if isinstance(each, events.Key)]


def test_the_last_of_the_keys_opens():
    assert typed(SecretKeys(), WARD) == [False, False, False, True]


def test_it_opens_again_and_again():
    secret = SecretKeys()
    assert typed(secret, WARD)[-1]
    assert typed(secret, WARD, begin=110.0)[-1]


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
    assert not any(typed(SecretKeys(), keys))


def test_a_pause_must_come_before_it():
    secret = SecretKeys()
    secret.press("x", 99.8)
    assert not any(typed(secret, WARD))
    assert typed(secret, WARD, begin=100.9 + REST_S)[-1]


def test_it_must_not_take_long():
    assert not any(typed(SecretKeys(), WARD, every=WHOLE_S / 3 + 0.1))


def test_keys_that_are_only_held_do_not_disturb_it():
    assert typed(
        SecretKeys(), ("left_control", "ctrl+w", "left_control", "ctrl+a", "ctrl+r", "right_control", "ctrl+d")
    )[-1]


def test_another_chord_can_be_set():
    assert not any(typed(SecretKeys("f5 f7 ctrl+k"), WARD))
    assert typed(SecretKeys("f5 f7 ctrl+k"), ("f5", "f7", "ctrl+k"))[-1]


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
def test_every_terminal_sends_the_usual_keys(data: tuple[bytes, ...]):
    assert typed(SecretKeys(), tuple(key for each in data for key in keys_of(each)))[-1]


def test_none_of_the_usual_keys_has_another_job():
    assert not set(DEFAULT.split()) & set(STANDARD)


def test_a_flood_of_random_bytes_never_opens_it():
    chance, secret, opened, now = random.Random(11), SecretKeys(), 0, 100.0
    end = time.monotonic() + 4
    while time.monotonic() < end:
        for key in keys_of(chance.randbytes(4096)):
            now += 1 / 60  # as quickly as the driver lets keys pass
            opened += secret.press(key, now)
    assert opened == 0


def test_not_even_a_flood_that_holds_the_keys_opens_it():
    chance, secret, now = random.Random(12), SecretKeys(), 100.0
    for _ in range(300):
        noise = chance.randbytes(chance.randrange(1, 200)).replace(b"\x1b", b"")
        for key in keys_of(b"x" + noise + b"\x17\x01\x12\x04"):
            now += 1 / 60
            assert not secret.press(key, now)


def test_made_up_keys_can_be_pressed_and_differ_from_kiosk_to_kiosk():
    found = {made_up() for _ in range(20)}
    assert len(found) > 10
    assert all(re.fullmatch(PATTERN, keys) and is_safe(keys) for keys in found)


@pytest.mark.parametrize(
    ("keys", "words"),
    [("ctrl+k ctrl+o ctrl+f", "hold Ctrl and press K, O, F"), ("f5 ctrl+k f7", "press F5, Ctrl+K, F7")],
)
def test_how_to_press_them_is_said_in_words(keys: str, words: str):
    assert in_words(keys) == words
