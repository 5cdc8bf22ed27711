"""The key maps that are shipped: each key does one thing, and nothing is out of reach."""

from __future__ import annotations

import json

import pytest

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.terminal.key_map import BUILT_IN, STANDARD, STANDARD_MAP, KeyMap, action_for
from kiosk.terminal.key_maps.key_map_file import FOLDER
from kiosk.terminal.key_maps.key_names import ARRIVES, arrivals, name_of, name_of_arrival, shown_name
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.action import OFFERED, Action
from kiosk.visit.transcript import transcript
from tests.app.kiosk_app import kiosk_app
from tests.app.test_app import Listening
from tests.terminal.keypad import Keypad, keys_of, shipped
from tools.messages import texts_of_program

MOVE = {"standard": "\x1b[B", "number-pad": ".", "keypad-8": "\x1b[33~", "two-switch": "1", "one-hand": "k"}
"""What a terminal sends for the key that moves on."""
CHOOSE = {"standard": "\r", "number-pad": "\r", "keypad-8": "\x1b[34~", "two-switch": "2", "one-hand": "o"}
KEYPAD_8 = {
    Action.HELP: ("\x1b[31~", "\x1b[15;2~", "\x1b[57380u", "\x1bOP", "\x1b[[A"),
    Action.UP: ("\x1b[32~", "\x1b[17;2~", "\x1b[57381u", "\x1b[A"),
    Action.DOWN: ("\x1b[33~", "\x1b[18;2~", "\x1b[57382u", "\x1bOB"),
    Action.CHOOSE: ("\x1b[34~", "\x1b[19;2~", "\x1b[57383u", "\r"),
    Action.BACK: ("\x1b[20;2~", "\x1b[57384u", "\x7f"),
    Action.PAGE_DOWN: ("\x1b[21;2~", "\x1b[57385u", "\x1b[6~"),
    Action.LEFT: ("\x1b[23;2~", "\x1b[57386u", "\x1b[D"),
    Action.RIGHT: ("\x1b[24;2~", "\x1b[57387u", "\x1b[C"),
}
"""F17 to F24 as the Linux console, xterm and kitty send them, and what deploy/61-kiosk-keypad.hwdb makes of them."""
NUMBER_PAD = {
    "\x1bOj": Action.READ, "\x1b[57411u": Action.READ, "*": Action.READ,
    "\x1bOo": Action.HELP, "\x1b[57410u": Action.HELP, "/": Action.HELP,
    "\x1bOk": Action.LOUDER, "\x1b[57413u": Action.LOUDER, "+": Action.LOUDER,
    "\x1bOm": Action.QUIETER, "\x1b[57412u": Action.QUIETER, "-": Action.QUIETER,
    "\x1bOn": Action.NEXT, "\x1b[57409u": Action.NEXT, ".": Action.NEXT,
    "\x1bOM": Action.CHOOSE, "\x1b[57414u": Action.CHOOSE, "\r": Action.CHOOSE,
    "0": Action.BACK, "\x1b[57399u": Action.BACK, "\x1b[2~": Action.BACK,
    "\x1bOA": Action.PICK_8, "\x1b[A": Action.PICK_8, "\x1b[57420u": Action.PICK_2, "\x1b[E": Action.PICK_5,
    "\x1b[57427u": Action.PICK_5, "7": Action.PICK_7, "\x1b[57406u": Action.PICK_7, "\x1b[H": Action.PICK_7,
    "\x1b[F": Action.PICK_1, "\x1b[B": Action.PICK_2, "\x1b[6~": Action.PICK_3, "\x1b[D": Action.PICK_4,
    "\x1b[C": Action.PICK_6, "\x1b[5~": Action.PICK_9, "\x1b[3~": Action.NEXT,
}  # fmt: skip
"""What terminals send for a number pad, with Num Lock on and off."""


def action_of(sent: str, key_map: KeyMap) -> Action | None:
    keys = keys_of(sent)
    assert len(keys) == 1, sent
    return action_for(keys[0].key, keys[0].character, key_map.actions)


def test_each_map_that_is_shipped_has_a_file_and_the_reverse():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(BUILT_IN)


def test_the_standard_map_is_the_one_that_is_built_in():
    assert shipped("standard") == STANDARD_MAP


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_map_is_the_same_after_it_was_kept(name: str):
    key_map = shipped(name)
    assert KeyMap.from_json(json.loads(json.dumps(key_map.as_json()))) == key_map


@pytest.mark.parametrize("value", [None, [], {}, {"name": "x"}, {**STANDARD_MAP.as_json(), "actions": {"x": "fly"}}])
def test_a_kept_copy_that_is_none_is_told(value: object):
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        KeyMap.from_json(value)


@pytest.mark.parametrize("grid", [Grid(80, 24), Grid(20, 6)], ids=str)
@pytest.mark.parametrize("name", BUILT_IN)
def test_every_action_has_a_key_or_is_a_choice_under_more(library: Library, name: str, grid: Grid):
    visitor = Keypad(library, shipped(name), grid)
    visitor.types(MOVE[name], CHOOSE[name])
    offered = set()
    if visitor.key_map.keys.missing:
        visitor.goes_to("More", MOVE[name])
        visitor.types(CHOOSE[name])
        offered = {Action(choice.opens) for choice in visitor.attendant.page.choices if choice.opens}
    assert set(visitor.key_map.keys.names) | offered >= set(OFFERED)
    assert not set(visitor.key_map.keys.names) & offered


def test_what_is_not_offered_has_another_way():
    """Moving is done by whatever moves, a choice by its focus, smaller letters come after the largest."""
    others = {Action.NEXT, Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.PAGE_UP, Action.PAGE_DOWN}
    others |= {Action.CHOOSE, Action.END, Action.SIZE_BACK, Action.OTHER} | {
        action for action in Action if action.picked
    }
    assert set(Action) - set(OFFERED) == others


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_two_keys_have_the_same_name(name: str):
    for language in ("en", "es"):
        words = wordings([language])[language]
        names = [words(each) for each in shipped(name).keys.named_in(language).names.values()]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_name_of_a_key_is_among_the_texts_to_translate(name: str):
    keys = shipped(name).keys
    texts = {found.text for found in texts_of_program()}
    assert {text for text in (*keys.names.values(), keys.moving) if len(text) > 1} <= texts


@pytest.mark.parametrize("name", BUILT_IN)
def test_pages_name_no_key_that_there_is_not(library: Library, name: str):
    key_map = shipped(name)
    pages = transcript(library, "en", Grid(80, 24), keys=key_map.keys)
    shown = {text.split(": ", 1)[1].rstrip(".") for page in pages for text in page.shown if text.startswith("Choose: ")}
    assert shown == {key_map.keys.names[Action.CHOOSE]}
    spoken = " ".join(text for page in pages for text in page.spoken)
    assert f"use {key_map.keys.moving}. To choose, press {key_map.keys.names[Action.CHOOSE]}." in spoken


@pytest.mark.parametrize(("action", "sent"), [(action, sent) for action in KEYPAD_8 for sent in KEYPAD_8[action]])
def test_the_eight_keys_arrive_from_every_terminal(action: Action, sent: str):
    assert action_of(sent, shipped("keypad-8")) is action


@pytest.mark.parametrize(("sent", "action"), NUMBER_PAD.items())
def test_a_number_pad_arrives_from_every_terminal(sent: str, action: Action):
    assert action_of(sent, shipped("number-pad")) is action


@pytest.mark.parametrize(
    ("sent", "action"),
    [("h", "help"), ("H", "help"), ("a", "help"), ("A", "help"), ("d", "where"), ("I", "language"), ("l", "language")],
)
def test_letters_of_each_language_work_in_all_of_them_with_caps_lock_or_without(sent: str, action: str):
    assert action_of(sent, STANDARD_MAP) is Action(action)


def test_spanish_pages_name_the_spanish_letters(library: Library):
    words = wordings(["en", "es"])
    spanish = " ".join(t for page in transcript(library, "es", Grid(80, 24), words) for t in page.spoken)
    english = " ".join(t for page in transcript(library, "en", Grid(80, 24), words) for t in page.spoken)
    assert "Ayuda: A." in spanish
    assert "¿Dónde estoy?: D." in spanish
    assert "Ayuda: H." not in spanish
    assert "Help: H." in english
    assert "Help: A." not in english


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("keypad-8", "use las teclas Arriba y Abajo. Para elegir, presione la tecla Acción."),
        ("two-switch", "use el pulsador 1. Para elegir, presione el pulsador 2."),
    ],
)
def test_spanish_pages_name_a_keypads_keys_in_spanish(library: Library, name: str, sentence: str):
    pages = transcript(library, "es", Grid(80, 24), wordings(["en", "es"]), shipped(name).keys)
    assert sentence in " ".join(text for page in pages for text in page.spoken)


def test_one_hand_is_enough_on_either_side():
    key_map = shipped("one-hand")
    left, right = set("qwertasdfgzxcvb"), set("yuiophjklnm,.")
    for side in (left, right):
        reached = {key_map.actions[key] for key in side if key in key_map.actions}
        assert reached >= {
            *(Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.CHOOSE, Action.BACK),
            *(Action.REPEAT, Action.HELP, Action.UNWELL, Action.MENU, Action.SIZE, Action.LOUDER, Action.QUIETER),
        }


@pytest.mark.parametrize("name", BUILT_IN)
async def test_a_held_key_says_the_last_item_only(library: Library, name: str):
    """Forty repeats, more than a second's worth: each takes back what the one before it had to say."""
    key_map = shipped(name)
    for moving in {Action.NEXT, Action.DOWN} & set(key_map.keys.names):
        key = next(key for key, action in key_map.actions.items() if action is moving)
        narrator = Listening()
        app = kiosk_app(library, narrator, keys=key_map.actions, machine=Machine(key_map.keys))
        async with app.run_test() as pilot:
            for _ in range(41):
                await pilot.press(key)
            await pilot.pause()
            page = app.attendant.page
            said = list(narrator.said)
            assert said[-1].startswith(page.choices[page.focus].label.rstrip("."))
            assert len(said) <= 2, "the end of the list, and the item"
            await pilot.pause(0.5)
            assert app.attendant.page.focus == page.focus
            assert narrator.said == said, "nothing follows once the key is released"


# Names of keys


def test_each_name_of_a_key_is_found_again_by_what_arrives():
    for name, ways in ARRIVES.items():
        for way in ways:
            assert name_of_arrival(way) == name
    for sign in "abc019":
        assert name_of(sign, sign) == sign


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("+", ("+", "add", "plus")),
        ("plus", ("+", "add", "plus")),
        (".", (".", "decimal", "full_stop")),
        ("shift-tab", ("shift+tab",)),
        ("ctrl-a", ("ctrl+a",)),
        ("ctrl-shift-left", ("ctrl+shift+left",)),
        ("T", ("T",)),
        ("ñ", ("ñ",)),
        ("F18", ()),
        ("f36", ()),
        ("{", ()),
        (" ", ()),
        ("alt-a", ()),
        ("shift-nothing", ()),
    ],
)
def test_a_name_stands_for_all_that_may_arrive(name: str, ways: tuple[str, ...]):
    assert arrivals(name) == ways


@pytest.mark.parametrize(
    ("name", "shown"), [("h", "H"), ("f17", "F17"), ("page-up", "page up"), ("enter", "Enter"), ("ñ", "Ñ")]
)
def test_a_key_without_a_name_of_its_own_is_called_as_it_is_written_on_the_keyboard(name: str, shown: str):
    assert shown_name(name) == shown


def test_every_key_of_the_standard_map_can_be_written_into_a_map():
    for arrival in STANDARD:
        assert arrival in arrivals(name_of_arrival(arrival))
