"""What is added as one row is everywhere at once; what a row lacks is an error when it is imported.

The rows of care-card levels and of engines are tried in `content` and `speech`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ACTION = '    WAVE = _row("wave", job="Wave to the desk", keys=("z",), offered=True)\n'
HANDLER = "    Action.WAVE: lambda state: Reply(),\n"
SECOND = '    _row(\n        "dark-on-light"'
CONTRAST = """\
    _row(
        "green-on-black",
        label="Green on black",
        ratio=(15.0, 21.0),
        colours=Colours(*["#000000", *["#a0ffa0"] * 17]),
        few=in_sixteen("#55ff55"),
    ),
"""


class Changed:
    """A copy of the program in which somebody has added a row."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "kiosk", folder / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))

    def add(self, file: str, before: str, row: str) -> None:
        path = self.folder / "kiosk" / file
        text = path.read_text("utf-8")
        assert text.count(before) == 1
        path.write_text(text.replace(before, row + before), "utf-8")

    def run(self, code: str) -> subprocess.CompletedProcess[str]:
        program = f"import sys\nsys.path.insert(0, {str(self.folder)!r})\n{code}"
        command = (sys.executable, "-P", "-c", program)
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=self.folder)


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    return Changed(tmp_path)


def test_an_action_is_one_row_and_what_it_does(changed: Changed):
    changed.add("visit/terms/action.py", "    PICK_1 =", ACTION)
    changed.add("visit/session/visit.py", "    Action.OTHER: unused", HANDLER)
    done = changed.run(
        "from kiosk.terminal.key_map import action_for\n"
        "from kiosk.terminal.key_maps.key_map_file import names_of_actions\n"
        "from kiosk.visit.places.own_sheets import OwnSheets\n"
        "from kiosk.visit.session import visit\n"
        "from kiosk.visit.terms.action import Action\n"
        "from kiosk.visit.terms.keys import Keys\n"
        "from kiosk.visit.terms.wording import Wording\n"
        "assert action_for('z', 'z') is Action.WAVE\n"
        "assert 'wave' in names_of_actions()\n"
        "told = OwnSheets('en', Wording()).sheet('all-keys').parts\n"
        "assert 'Wave to the desk: Z.' in [part.text for part in told]\n"
        "offered = OwnSheets('en', Wording(), Keys({})).sheet('more').choices\n"
        "assert 'Wave to the desk' in [choice.label for choice in offered]\n"
    )
    assert done.returncode == 0, done.stderr


def test_an_action_that_does_nothing_is_an_error_at_import(changed: Changed):
    changed.add("visit/terms/action.py", "    PICK_1 =", ACTION)
    done = changed.run("import kiosk.visit.session.visit")
    assert "TypeError: no function for {<Action.WAVE: 'wave'>}" in done.stderr


@pytest.mark.parametrize(
    ("file", "before", "row", "lacks"),
    [
        ("visit/terms/action.py", "    PICK_1 =", ACTION.replace('job="Wave to the desk", ', ""), "job"),
        ("ui/themes.py", '    _row(\n        "dark-on-light"', CONTRAST.replace("ratio=(15.0, 21.0),", ""), "ratio"),
        (
            "ui/themes.py",
            '    _row(\n        "dark-on-light"',
            CONTRAST.replace('label="Green on black",', ""),
            "label",
        ),
    ],
)
def test_a_row_that_lacks_a_fact_is_an_error_at_import(changed: Changed, file: str, before: str, row: str, lacks: str):
    changed.add(file, before, row)
    done = changed.run(f"import kiosk.{file.removesuffix('.py').replace('/', '.')}")
    assert "TypeError" in done.stderr
    assert f"'{lacks}'" in done.stderr


def test_a_role_that_nobody_can_draw_is_an_error_at_import(changed: Changed):
    changed.add("content/model/block.py", "    SOURCE =", '    MAP = "map"\n')
    done = changed.run("import kiosk.visit.layout.page")
    assert "TypeError: nobody knows how to draw" in done.stderr


def test_a_contrast_is_one_row(changed: Changed):
    changed.add("ui/themes.py", SECOND, CONTRAST)
    done = changed.run(
        "from kiosk.ui.appearance import Appearance\n"
        "from kiosk.visit.terms.errand import Errand\n"
        "from kiosk.visit.terms.wording import Wording\n"
        "look = Appearance(None)\n"
        "assert look.change(Errand.CONTRAST, Wording(), 0.0).said == 'Green on black.'\n"
        "assert look.contrast.name == 'green-on-black'\n"
    )
    assert done.returncode == 0, done.stderr
