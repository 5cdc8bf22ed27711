"""Textual's private names are in one module, so that an upgrade of Textual has one place to check."""

from __future__ import annotations

import ast
import importlib
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.app import App
from textual.screen import Screen

from kiosk.terminal.textual_internals import SequenceParser, SilentDriver
from tests.conftest import ROOT

HOME = "kiosk/terminal/textual_internals.py"
MODULES = {"textual._ansi_sequences", "textual._keyboard_protocol", "textual._parser", "textual._xterm_parser"}
NAMES = {
    "_app",
    "_close_messages_no_wait",
    "_disable_mouse_support",
    "_driver",
    "_enable_bracketed_paste",
    "_enable_mouse_pixels",
    "_enable_mouse_support",
    "_fatal_error",
    "_file",
    "_loop",
    "_parse_extended_key",
    "_query_in_band_window_resize",
    "_sequence_to_key_events",
    "_timeout_time",
}
FILES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "kiosk").rglob("*.py"))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


@cache
def private_names(kind: type) -> frozenset[str]:
    """What the classes of Textual's that `kind` is made from define or set with a leading underscore."""
    names: set[str] = set()
    for each in kind.__mro__:
        if each.__module__.partition(".")[0] == "textual":
            names |= set(vars(each))
            tree = ast.parse(textwrap.dedent(inspect.getsource(each)))
            names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and on_self(node)}
    return frozenset(filter(is_private, names))


def on_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def of_textual(path: str) -> Iterator[str]:
    """Each private name of Textual's that a file uses: modules, methods that it overrides, attributes."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name for name in names if name.startswith("textual.") and "._" in name)
        if isinstance(node, ast.Attribute) and not on_self(node) and node.attr in elsewhere():
            yield node.attr
        if isinstance(node, ast.ClassDef):
            yield from of_class(path, node)


@cache
def elsewhere() -> frozenset[str]:
    """The private names of what the kiosk has from Textual, but for those that other modules have too."""
    every = private_names(App) | private_names(Screen) | private_names(SilentDriver) | private_names(SequenceParser)
    return every - {"_exit", "_replace"}


def of_class(path: str, node: ast.ClassDef) -> Iterator[str]:
    """What a class that is made from one of Textual's takes from it."""
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    if not may_know_textual(path):
        return
    kind = getattr(importlib.import_module(module), node.name, None)
    theirs = private_names(kind) if isinstance(kind, type) else frozenset()
    for inner in ast.walk(node):
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and inner.name in theirs:
            yield inner.name
        if isinstance(inner, ast.Attribute) and on_self(inner) and inner.attr in theirs:
            yield inner.attr


def may_know_textual(path: str) -> bool:
    """False for what import-linter keeps apart from Textual; some of it can't be imported everywhere."""
    return Path(path).parts[1] not in ("content", "visit", "speech", "fleet")


def test_the_list_of_private_names_is_complete():
    used = set(of_textual(HOME))
    assert used == MODULES | NAMES, "docs/maintaining.md tells how to go on after a change"


def test_no_other_file_uses_a_private_name_of_textual():
    found = {path: set(of_textual(path)) for path in FILES if path != HOME}
    assert {path: names for path, names in found.items() if names} == {}, f"give them public names in {HOME}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from textual._context import active_app\n", {"textual._context"}),
        ("import textual._context\n", {"textual._context"}),
        ("def size(app):\n    return app._driver\n", {"_driver"}),
        ("import os\nos._exit(1)\n", set()),
    ],
)
def test_a_use_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, found: set[str]):
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    (tmp_path / "a.py").write_text(source)
    assert set(of_textual("a.py")) == found


def test_a_use_in_a_class_is_found():
    assert "_fatal_error" in private_names(App)
    assert "_driver" in private_names(App)
    assert "_file" in private_names(SilentDriver)
