"""What a document names in backticks or has typed in a block exists: targets, commands with their options, modules."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kiosk.cli import main as kiosk
from tests.conftest import ROOT

DOCUMENTS = [path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")) if path.name != "CHANGELOG.md"]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
MODULES = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("[a-z]*/**/*.py")} | {"run_kiosk.py"}
LAUNCHERS = ("python3 run_kiosk.py ", "kiosk ", ".venv/bin/python -P -m kiosk ", "fleet ")
BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
FIRST_START = ("--small", "--version")
"""Options that the launcher takes itself, or that belong to no command."""


def missing_in_command(words: list[str]) -> Iterator[str]:
    """Yield the first word that is no command, and each option that its command lacks."""
    command: click.Command = kiosk
    while words and isinstance(command, click.Group) and not words[0].startswith(("-", "…", "<")):
        found = command.get_command(click.Context(command), words[0])
        if found is None:
            yield words[0]
            return
        command, words = found, words[1:]
    options = {each for option in command.params for each in (*option.opts, *option.secondary_opts)}
    for word in words:
        if word.startswith("--") and word.partition("=")[0] not in {*options, *FIRST_START, "--help"}:
            yield word


def missing(name: str) -> list[str]:
    """Return the parts of what stands in backticks that do not exist."""
    if name.startswith("make ") and name.split()[1].isalpha():
        return [each for each in name.split()[1:] if each.isalpha() and each.islower() and each not in TARGETS]
    for launcher in LAUNCHERS:
        if name.startswith(launcher):
            words = name.split() if launcher == "fleet " else name.removeprefix(launcher).split()
            return list(missing_in_command(words))
    if re.fullmatch(r"[\w/]+\.py", name):
        return [] if any(f"/{module}".endswith(f"/{name}") for module in MODULES) else [name]
    if module := re.search(r" -m ((?:bench|kiosk|tests|acceptance)[\w.]*)", name):
        path = module[1].replace(".", "/")
        return [] if {f"{path}.py", f"{path}/__main__.py"} & MODULES else [module[1]]
    return []


@pytest.mark.parametrize("document", [pytest.param(path, id=path.name) for path in sorted(DOCUMENTS)])
def test_every_target_command_option_and_module_exists(document: Path):
    text = document.read_text("utf-8")
    lines = [line.strip() for block in BLOCK.findall(text) for line in block.splitlines()]
    typed = [
        shlex.split(line.removeprefix("sudo "), comments=True)
        for line in lines
        if line.startswith(("sudo ", *LAUNCHERS))
    ]
    named = [*re.findall(r"`([^`\n]+)`", BLOCK.sub("", text)), *(" ".join(words) for words in typed)]
    assert not {name: gone for name in named if (gone := missing(name))}


def test_what_does_not_exist_is_found():
    assert missing("make bred") == ["bred"]
    assert missing("python3 run_kiosk.py chekc") == ["chekc"]
    assert missing("kiosk check --strictly") == ["--strictly"]
    assert missing("fleet rotate-kez content-1") == ["rotate-kez"]
    assert missing("layout/flows.py") == ["layout/flows.py"]
    assert missing(".venv/bin/python -P -m bench.soka") == ["bench.soka"]
