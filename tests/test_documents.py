"""What the documents say is so: commands run, keys do what they are said to do, parts and links exist."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.terminal.key_map import STANDARD
from kiosk.visit.terms.action import Action
from tests.conftest import ROOT
from tests.content.sample_clinic import as_own
from tests.fleet.prepared import PASSPHRASE, approve_all, prepare
from tests.pictures.test_image import BLACK, WHITE, png

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
START = "python3 run_kiosk.py"
PASSPHRASE_VARIABLE = "KIOSK_FLEET_PASSPHRASE"
ALLOWED = {"say": {0, 1}, "doctor": {0, 1}, "undo": {0, 1}}
"""Exit statuses beside 0: a machine without sound is not fit, and cannot say anything; there may be nothing to undo."""
KEYS = {"esc": "escape", "page up": "pageup", "page down": "pagedown", "shift+t": "T"}
"""Keys whose name in the README is not that of the key map."""


def commands() -> list[str]:
    """Every command in a code block of a document, but for those that run until somebody ends them."""
    found = []
    for document in DOCUMENTS:
        for block in re.findall(r"^ *```\w*\n(.*?)^ *```", document.read_text("utf-8"), re.DOTALL | re.MULTILINE):
            lines = [line.strip() for line in block.splitlines()]
            found += [
                line
                for line in lines
                if line.startswith(START)
                and line not in (START, f"{START} run", f"{START} edit", f"{START} edit --terminal")
            ]
    return list(dict.fromkeys(found))


def documents() -> list[object]:
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in DOCUMENTS]


@pytest.mark.parametrize("command", commands())
def test_a_command_that_is_shown_runs(command: str, tmp_path: Path):
    # A kiosk of its own, since a command without --content works on the content beside the program.
    for name in ("content", "kiosk"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "entrance.png").write_bytes(png(90, 90, lambda x, y: BLACK if x // 30 != 1 else WHITE))
    arguments = shlex.split(command.removeprefix(START), comments=True)
    if arguments[0] == "fleet" and arguments[1] != "init":
        prepare(tmp_path)
    if arguments[0] == "approve":
        as_own(tmp_path / "content")
    if "--withdraw" in arguments:
        approve_all(tmp_path / "content")
    if arguments[0] == "render":  # the natural voice would take an hour
        (tmp_path / "device.yaml").write_text("voice: espeak\n")
    own = {
        "HOME": str(tmp_path),
        "PYTHONPATH": str(tmp_path),
        PASSPHRASE_VARIABLE: PASSPHRASE,
        "STATE_DIRECTORY": str(tmp_path / "state"),
        "PULSE_SERVER": "unix:/nowhere",
    }
    done = subprocess.run(
        (sys.executable, "-P", "-m", "kiosk", *arguments),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, **own},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    nobody_answers = "--clinic" in arguments  # it asks for each number, at a terminal
    allowed = {1} if nobody_answers else {0} if "--wav" in arguments else ALLOWED.get(arguments[0], {0})
    assert done.returncode in allowed, done.stderr
    assert done.stdout or done.returncode or "--wav" in arguments or arguments[0] == "say"
    assert "Traceback" not in done.stderr
    if "--wav" in arguments:
        assert (tmp_path / arguments[arguments.index("--wav") + 1]).stat().st_size > 1000


def test_the_readme_shows_each_command():
    shown = {shlex.split(command)[2] for command in commands()}
    assert {"check", "transcript", "say", "doctor"} <= shown
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"\n{START}\n" in readme
    assert "\nmake test\n" in readme


def keys_of_the_readme() -> dict[str, str]:
    """Each key in the README's table, by its name in the key map, with what is said of it."""
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.split("| Key | What it does |")[1].split("\n\n")[0]
    found = {}
    for keys, does in re.findall(r"^\| (.*?) \| (.*?) \|$", table, re.MULTILINE):
        for key in re.findall(r"`(.*?)`", keys):
            found[KEYS.get(key.lower(), key.lower())] = does
    return found


def test_every_key_of_the_readme_does_something():
    assert [key for key in keys_of_the_readme() if key not in STANDARD] == []


def test_the_readme_names_a_key_for_every_action():
    named = {STANDARD[key] for key in keys_of_the_readme()}
    picked = {action for action in Action if action.picked}
    missing = set(Action) - named - picked - {Action.OTHER, Action.NEXT}  # two switches have that, keyboards have Down
    assert not missing, "the table of keys in README.md has no key for these actions"


@pytest.mark.parametrize("document", documents())
def test_every_link_leads_somewhere(document: Path):
    text = re.sub(r"^ *```.*?^ *```", "", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not target.startswith(("https://", "http://", "#", "mailto:")):
            path = document.parent / target.split("#")[0]
            assert path.exists(), f"{document.name} leads to {target}, which does not exist"
            assert path.resolve().is_relative_to(ROOT)


@pytest.mark.parametrize("document", [*documents(), pytest.param(ROOT / "NOTICE", id="NOTICE")])
def test_every_file_that_is_named_exists(document: Path):
    folders = "kiosk|tests|tools|docs|content|bench|deploy"
    for name in re.findall(rf"`((?:{folders})/[\w./-]+)`", document.read_text("utf-8")):
        assert (ROOT / name).exists(), f"{document.name} names {name}, which does not exist"


def names_in_the_code() -> set[str]:
    """Every name that the code, its tests or its tools give to something, and `Class.member` for those of a class."""
    names = set()
    for path in (ROOT / folder for folder in ("kiosk", "tests", "tools", "bench")):
        for file in path.rglob("*.py"):
            names |= {file.stem, file.parent.name}
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                names |= set(names_given_by(node))
                if isinstance(node, ast.ClassDef):
                    for inner in node.body:
                        names |= {f"{node.name}.{name}" for name in names_given_by(inner)}
    return names


def names_given_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.ClassDef() | ast.FunctionDef():
            yield node.name
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.AnnAssign(target=ast.Attribute(attr=name)) | ast.Assign(targets=[ast.Attribute(attr=name)]):
            yield name


NOT_HERE = (
    "swelling.yaml",
    "../bin/python -m mutmut show NAME",
    "build/mutants/tree",
    "pre-commit install",
    ".venv",
    "Enter",
)
"""What CONTRIBUTING makes up, what a command makes, programs of others, and a key."""


def test_everything_that_contributing_names_is_there():
    text = re.sub(r"^```.*?^```", "", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    tables = re.findall(r"^\[([\w.]+)\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    content = "".join(path.read_text("utf-8") for path in (ROOT / "content").rglob("*.yaml"))
    known = names_in_the_code() | {*targets, *tables, "make", "pytest"}
    known |= {path.name for folder in ("kiosk", "deploy") for path in (ROOT / folder).rglob("*.*")}
    missing = []
    for name in re.findall(r"`([^`]+)`", text):
        command = name.startswith(("python3 ", "make ", ".venv/bin/python "))
        for word in name.split() if command else [name.split("(")[0]]:
            module = ROOT / (word.replace(".", "/") + ".py")
            option = command and word.startswith(("-", "python3", ".venv", "NEW="))
            field = re.search(rf"^ *{re.escape(word)}(:|$)", content, re.MULTILINE)
            if not (word in known or module.exists() or (ROOT / word).exists() or option or field or name in NOT_HERE):
                missing.append(f"{word} of `{name}`")
    assert not missing, "CONTRIBUTING.md names what is neither in the code nor a file"


def test_every_part_in_the_locks_is_explained():
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    for lock in ("requirements.lock", "requirements-test.lock"):
        for name in re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE):
            assert f"`{name.lower()}`" in text, f"docs/dependencies.md says nothing about {name}"


def test_every_picture_is_shown_and_can_be_drawn_anywhere():
    shown = "".join(document.read_text("utf-8") for document in DOCUMENTS)
    for picture in (ROOT / "docs" / "pictures").glob("*.svg"):
        assert f"pictures/{picture.name}" in shown, f"no document shows {picture.name}"
        assert "url(http" not in picture.read_text("utf-8").replace('"', "")
