"""A new level of a care card is one row: the file, the page, its colours and its word follow from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content.model.library import Urgency
from kiosk.locale.wordings import wordings
from tests.content.sample_clinic import FEEL_UNWELL, sample
from tools.messages import texts_of_program

WITH_ANOTHER_LEVEL = """
import importlib.util, sys, types
from pathlib import Path

name = "kiosk.content.model.library"
spec = importlib.util.find_spec(name)
source = Path(spec.origin).read_text("utf-8")
last = '    ROUTINE = "routine", '
assert last in source
module = types.ModuleType(name)
module.__file__ = spec.origin
sys.modules[name] = module
exec(compile(source.replace(last, '    SELF_CARE = ROW\\n' + last).replace("ROW", sys.argv[2]), spec.origin, "exec"),
     module.__dict__)

from kiosk.content.reader import read_content
from kiosk.ui.page_view import PageView
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript

reading = read_content(Path(sys.argv[1]))
assert reading.library, reading.diagnostics
for page in transcript(reading.library, "en", Grid(80, 40)):
    if page.page.startswith("feel-unwell"):
        print(page.as_text())
assert "page-view--self-care" in PageView.COMPONENT_CLASSES
"""
CARD = """\
  - level: self-care
    contact: Look after yourself.
    how-soon: Today
    points:
      - A small ache
"""


def run_with(row: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The list “I feel unwell” and its cards, of a kiosk with this row for another level."""
    command = (sys.executable, "-P", "-c", WITH_ANOTHER_LEVEL, str(folder), row)
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_new_level_is_one_row(tmp_path: Path):
    folder = sample(tmp_path)
    folder.write("en/feel-unwell.yaml", FEEL_UNWELL + CARD)
    done = run_with('"self-care", "By yourself", "■", "self-care"', folder.path)
    assert done.stderr == ""
    assert "By yourself" in done.stdout
    assert "Look after yourself." in done.stdout


@pytest.mark.parametrize("row", ['"self-care"', '"self-care", "By yourself"', '"self-care", "By yourself", "■"'])
def test_a_row_that_lacks_something_is_found_before_any_page_is_opened(tmp_path: Path, row: str):
    done = run_with(row, sample(tmp_path).path)
    assert "TypeError" in done.stderr
    assert "from kiosk.content.reader" not in done.stderr


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_word_of_each_level_is_there_in_each_language(language: str):
    words = wordings([language])
    told = {found.text for found in texts_of_program()}
    for level in Urgency:
        assert level.label in told
        assert language == "en" or words[language](level.label) != level.label
    assert len({level.sign for level in Urgency}) == len({level.label for level in Urgency}) == len(Urgency)
