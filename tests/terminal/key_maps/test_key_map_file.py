"""A clinic's own key map: what it may say, and what is told of its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.terminal.key_map import KeyMap
from kiosk.terminal.key_maps.key_map_file import read_key_map
from kiosk.visit.terms.action import Action

WORKS = "keys:\n  choose: {press: [enter]}\n  next: {press: [space]}\n"


def read(folder: Path, text: str, scans: bool = False) -> tuple[KeyMap | None, tuple[Diagnostic, ...]]:
    path = folder / "my-keys.yaml"
    path.write_text(text, "utf-8")
    return read_key_map(path, scans)


def told(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics if diagnostic.level is Level.ERROR]


def test_keys_names_and_languages(tmp_path: Path):
    key_map, diagnostics = read(
        tmp_path,
        "about: The hall.\nmoving: the wheel\n" + WORKS + "  help: {press: [f17, h], name: the blue key}\n"
        "  read: {press: [p]}\n  menu: {press: [home], shown: no}\n"
        "languages:\n  - {language: es, action: help, press: [y], name: la tecla azul}\n",
    )
    assert told(diagnostics) == []
    assert key_map is not None
    assert key_map.actions["f17"] is key_map.actions["h"] is key_map.actions["y"] is Action.HELP
    assert key_map.actions["home"] is Action.MENU
    assert dict(key_map.keys.names) == {
        Action.CHOOSE: "Enter", Action.NEXT: "Space", Action.HELP: "the blue key", Action.READ: "P",
    }  # fmt: skip
    assert key_map.keys.moving == "the wheel"
    assert key_map.keys.named_in("es").names[Action.HELP] == "la tecla azul"
    assert key_map.keys.named_in("en").names[Action.HELP] == "the blue key"


@pytest.mark.parametrize(
    ("text", "moving"),
    [(WORKS, "Space"), ("keys:\n  choose: {press: [e]}\n  up: {press: [w]}\n  down: {press: [s]}\n", "W, S")],
)
def test_what_moves_is_called_by_its_keys(tmp_path: Path, text: str, moving: str):
    key_map, _ = read(tmp_path, text)
    assert key_map is not None
    assert key_map.keys.moving == moving


def test_what_has_no_key_is_told_once_and_does_not_stop_it(tmp_path: Path):
    key_map, diagnostics = read(tmp_path, WORKS)
    assert key_map is not None
    assert [problem.code for problem in diagnostics] == ["offered-as-choices"]
    assert "“Read aloud, pause or go on”" in diagnostics[0].message
    assert "“More”" in diagnostics[0].fix


@pytest.mark.parametrize(
    ("lines", "diagnostics"),
    [
        ("  help: {press: [enter]}\n", [("two-jobs", 4)]),
        ("  louder: {press: [plus]}\n  quieter: {press: ['+']}\n", [("two-jobs", 5)]),
        (
            "  help: {press: [h]}\n  read: {press: [r]}\n"
            "languages:\n  - {language: es, action: read, press: [h], name: H}\n",
            [("two-jobs", 7)],
        ),
        ("  help: {press: [f72]}\n", [("unknown-key-name", 4)]),
        ("  help: {press: [Enter]}\n", [("unknown-key-name", 4)]),
        ("  halp: {press: [h]}\n", [("unknown-key", 4)]),
        ("  help: {press: h}\n", [("needs-list", 4)]),
        ("  help: {press: []}\n", [("too-few", 4)]),
        ("  help: {name: H}\n", [("missing-key", 4)]),
        ("  help: {press: [h], name: '{n}'}\n", [("wrong-form", 4)]),
        ("  help: {press: [h], shown: perhaps}\n", [("unknown-value", 4)]),
        ("languages:\n  - {language: es, action: read, name: L}\n", [("no-key-yet", 5)]),
        ("languages:\n  - {language: es, action: fly, name: L}\n", [("unknown-value", 5)]),
        ("moving: '{'\n", [("wrong-form", 4)]),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, lines: str, diagnostics: list[tuple[str, int]]):
    key_map, found = read(tmp_path, WORKS + lines)
    assert key_map is None
    assert told(found) == diagnostics


def test_letters_of_both_sizes_are_two_keys(tmp_path: Path):
    key_map, diagnostics = read(tmp_path, WORKS + "  size: {press: [t]}\n  size-back: {press: [T], name: Shift T}\n")
    assert key_map is not None, diagnostics


def test_a_slip_of_the_finger_gets_the_name_that_was_meant(tmp_path: Path):
    _, diagnostics = read(tmp_path, WORKS + "  help: {press: [bakspace]}\n")
    assert diagnostics[0].fix == "Did you mean “backspace”?"


def test_two_keys_of_one_name_are_remarked_on(tmp_path: Path):
    key_map, diagnostics = read(tmp_path, WORKS + "  help: {press: [h], name: Enter}\n")
    assert key_map is not None
    assert "same-name" in [diagnostic.code for diagnostic in diagnostics]


@pytest.mark.parametrize(
    ("keys", "scans", "works"),
    [
        ("choose: {press: [e]}", False, False),
        ("choose: {press: [e]}", True, True),
        ("next: {press: [e]}", True, False),
        ("choose: {press: [e]}\n  up: {press: [u]}", False, False),
        ("choose: {press: [e]}\n  down: {press: [u]}", False, True),
        ("choose: {press: [e]}\n  next: {press: [u]}", False, True),
        ("\n  ".join(f"pick-{n}: {{press: [{n}]}}" for n in range(1, 10)), False, True),
        ("\n  ".join(f"pick-{n}: {{press: [{n}]}}" for n in range(1, 9)), False, False),
    ],
)
def test_a_map_by_which_nothing_can_be_chosen_is_refused(tmp_path: Path, keys: str, scans: bool, works: bool):
    key_map, diagnostics = read(tmp_path, f"keys:\n  {keys}\n", scans)
    assert (key_map is not None) is works
    assert told(diagnostics) == ([] if works else [("cannot-choose", 1)])


@pytest.mark.parametrize("text", ["", "keys:\n", "keys: all\n", "- a\n", "\x00", "keys:\n  choose: [enter]\n", "&a"])
def test_whatever_stands_in_it_nothing_is_raised(tmp_path: Path, text: str):
    key_map, diagnostics = read(tmp_path, text)
    assert key_map is None
    assert diagnostics


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    key_map, diagnostics = read_key_map(tmp_path / "nowhere.yaml")
    assert key_map is None
    assert diagnostics
