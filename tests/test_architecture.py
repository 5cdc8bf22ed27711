"""The house is as `docs/architecture.md` draws it, and every part of it says what it is for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

KIOSK = ROOT / "kiosk"
PAGE = ROOT / "docs" / "architecture.md"
LONGEST_FILE = 300
"""Lines."""
ENTRANCE = "run_kiosk"
"""The one module outside the package."""


def drawn_arrows() -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The arrows of the diagram: imports, and what is loaded or started by name."""
    blocks = re.findall(r"```mermaid\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 1, "the page has one diagram of packages"
    found = re.findall(r"^\s*(\w+) (-->|-\.->) (\w+)$", blocks[0], re.MULTILINE)
    assert len(found) == len(blocks[0].strip().splitlines()) - 1, "a line of the diagram is no arrow"
    arrows = {"-->": set(), "-.->": set()}  # type: dict[str, set[tuple[str, str]]]
    for start, kind, end in found:
        arrows[kind].add((start, end))
    return arrows["-->"], arrows["-.->"]


def sources() -> Iterator[tuple[str, Path]]:
    """Each file of the program with the package, or the module beside the packages, that it belongs to."""
    yield ENTRANCE, ROOT / f"{ENTRANCE}.py"
    for path in sorted(KIOSK.rglob("*.py")):
        part = path.relative_to(KIOSK).parts[0].removesuffix(".py")
        if part != "__init__":
            yield part, path


@cache
def imports() -> dict[tuple[str, str], list[str]]:
    """Which part imports which, and where; what is imported for the type checker alone does not count."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part, path in sources():
        for name in imported(ast.parse(path.read_text("utf-8"))):
            package, _, rest = name.partition(".")
            target = rest.split(".")[0]
            if package == "kiosk" and target and target != part:
                found[part, target].append(str(path.relative_to(ROOT)))
    return found


def imported(node: ast.AST) -> Iterator[str]:
    """Full names of the modules that the code below `node` imports when it runs."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "imports have full names"
            yield from (f"{child.module}.{alias.name}" for alias in child.names)
        yield from imported(child)


def reached(start: str, arrows: set[tuple[str, str]]) -> set[str]:
    """Everything to which the arrows lead from `start`."""
    known = {start}
    while more := {end for begin, end in arrows if begin in known} - known:
        known |= more
    return known


def test_every_arrow_of_the_diagram_is_an_import():
    solid, dotted = drawn_arrows()
    assert solid - set(imports()) == set(), "these arrows stand for no import: take them out of docs/architecture.md"
    text = defaultdict(str)
    for part, path in sources():
        text[part] += path.read_text("utf-8")
    for start, end in dotted:
        assert (start, end) not in imports()
        name = "kiosk" if end == "__main__" else f"kiosk.{end}"
        assert f'"{name}' in text[start], f"{start} does not name {name}"


def test_every_import_follows_the_arrows():
    solid, dotted = drawn_arrows()
    for (start, end), files in imports().items():
        assert end in reached(start, solid | dotted), f"{files}: docs/architecture.md has no way from {start} to {end}"


def test_the_arrows_never_lead_back():
    solid, dotted = drawn_arrows()
    for start, end in solid | dotted:
        assert start not in reached(end, solid | dotted), f"{end} leads back to {start}"


def test_every_part_is_in_the_diagram():
    solid, dotted = drawn_arrows()
    drawn = {part for arrow in solid | dotted for part in arrow}
    assert {part for part, _ in sources()} == drawn


def test_content_visit_and_speech_load_no_textual():
    code = (
        "import importlib, pkgutil, sys\n"
        "import kiosk.content, kiosk.visit, kiosk.speech\n"
        "for package in (kiosk.content, kiosk.visit, kiosk.speech):\n"
        "    for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        "assert 'kiosk.visit.session.visit' in sys.modules\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'textual'])\n"
    )
    done = subprocess.run((sys.executable, "-P", "-c", code), capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == "[]\n"


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
