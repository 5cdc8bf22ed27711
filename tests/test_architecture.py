"""The house is as `docs/architecture.md` draws it, and every part of it says what it is for."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT

KIOSK = ROOT / "kiosk"
PAGE = ROOT / "docs" / "architecture.md"
LONGEST_FILE = 300
"""Lines."""
WIDEST_FOLDER = 16
"""Modules, beside `__init__`."""


def layers(container: str) -> list[str]:
    """The layers that import-linter holds below `container`, the uppermost first; those of one level in one text."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (found,) = (each["layers"] for each in contracts if each.get("containers") == [container])
    return [layer.replace(" | ", ", ") for layer in found]


def rows_of_the_page() -> list[list[str]]:
    """The table of rooms: layer, rooms and what they know."""
    table = PAGE.read_text("utf-8").split("| Layer | Room |")[1].split("\n\n")[0]
    return [[cell.strip().replace("`", "") for cell in row.split("|")[1:-1]] for row in table.splitlines()[2:]]


def test_the_page_draws_the_layers_that_imports_are_held_to():
    assert [row[0] for row in rows_of_the_page()] == layers("kiosk")


@pytest.mark.parametrize("room", ["content", "visit"])
def test_the_page_names_the_rooms_inside_in_the_order_of_their_layers(room: str):
    (row,) = (row for row in rows_of_the_page() if row[0] == room)
    modules = {path.stem for path in (KIOSK / room).glob("*.py")}
    names = [name for layer in layers(f"kiosk.{room}") for name in layer.split(", ")]
    assert row[1].split(", ") == [name for name in names if name not in modules]


def test_every_room_is_on_the_page():
    named = {name for row in rows_of_the_page() for cell in row[:2] for name in cell.split(", ")}
    for folder in {path.parent for path in KIOSK.glob("*/*.py")} - {KIOSK / "locale"}:
        assert folder.name in named
    for folder in ("commands", "fleet", "speech", "content", "visit"):
        below = {path.parent.name for path in (KIOSK / folder).glob("*/*.py")}
        assert below <= {name.split("/")[-1] for name in named}


def test_no_folder_is_too_wide_to_look_over():
    folders = Counter(path.parent for path in KIOSK.rglob("*.py") if path.name != "__init__.py")
    assert not {folder for folder, count in folders.items() if count > WIDEST_FOLDER}


@pytest.mark.parametrize("path", sorted(KIOSK.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_short_and_says_what_it_is_for(path: Path):
    text = path.read_text("utf-8")
    lines = text.count("\n")
    assert lines <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(text)), "the first lines of a module say what it is for"


def test_each_folder_says_what_it_holds():
    folders = {path.parent for path in KIOSK.rglob("*.py")}
    for folder in folders:
        start = folder / "__init__.py"
        assert start.is_file(), folder
        assert ast.get_docstring(ast.parse(start.read_text("utf-8"))), start
