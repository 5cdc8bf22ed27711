"""The font that is installed: the one that was reviewed, named alike everywhere, as high as the kiosk says."""

from __future__ import annotations

import hashlib
import re
import shutil
import struct
import subprocess
import unicodedata
from pathlib import Path

import pytest

from kiosk.content.reader import read_content
from kiosk.terminal.text_size.terminal_font import CAPS_OF_CELLS, family
from tests.conftest import ROOT

FONTS = ROOT / "deploy" / "fonts"
FAMILY = "Atkinson Hyperlegible Mono"


def tables(path: Path) -> dict[str, bytes]:
    """Name → contents of the tables of a TrueType font."""
    data = path.read_bytes()
    (count,) = struct.unpack(">H", data[4:6])
    entries = (struct.unpack(">4sIII", data[12 + 16 * at : 28 + 16 * at]) for at in range(count))
    return {name.decode(): data[start : start + length] for name, _, start, length in entries}


def test_each_font_is_the_one_that_was_reviewed():
    named = dict(reversed(line.split()) for line in (FONTS / "SHA256SUMS").read_text().splitlines())
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")} == named
    assert "SIL Open Font License, Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")


def test_the_kiosk_and_both_terminals_name_the_same_font():
    assert f'family = "{FAMILY}"' in (ROOT / "deploy/terminal/alacritty.toml").read_text()
    assert f"faceName: {FAMILY}\n" in (ROOT / "deploy/terminal/xterm.resources").read_text()
    named = re.search(r'^export KIOSK_FONT="(.*)"$', (ROOT / "deploy/bin/terminal").read_text(), re.M)
    assert named
    assert family({"KIOSK_FONT": named[1]}) == FAMILY


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_its_letters_are_as_high_as_the_kiosk_says(weight: str):
    font = tables(FONTS / f"AtkinsonHyperlegibleMono-{weight}.ttf")
    ascent, descent, gap = struct.unpack(">hhh", font["hhea"][4:10])
    (capital,) = struct.unpack(">h", font["OS/2"][88:90])
    assert capital / (ascent - descent + gap) == pytest.approx(CAPS_OF_CELLS[FAMILY], abs=0.001)


def test_an_unknown_font_is_not_believed():
    assert family({"KIOSK_FONT": "Comic"}) == family({}) == "DejaVu Sans Mono"


def test_a_font_that_is_another_one_stops_the_installation(tmp_path: Path):
    copy = tmp_path / "kiosk"
    shutil.copytree(ROOT / "deploy", copy / "deploy")
    shutil.copy(ROOT / "run_kiosk.py", copy)
    (copy / "deploy/fonts/AtkinsonHyperlegibleMono-Bold.ttf").write_bytes(b"another")
    for name in ("kiosk", "docs", "content", "evidence"):
        (copy / name).mkdir()
    for name in ("README.md", "CHANGELOG.md", "LICENSE", "NOTICE", *(path.name for path in ROOT.glob("requirements*"))):
        (copy / name).touch()
    (tmp_path / "root").mkdir()
    command = (str(copy / "deploy/install.sh"), "--root", str(tmp_path / "root"), "--stack", "wayland")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "A font is not the one that was reviewed" in done.stderr


def test_what_the_font_lacks_comes_from_one_of_the_same_width():
    rule = (FONTS / "60-kiosk.conf").read_text("utf-8")
    assert rule.index(FAMILY) < rule.index("DejaVu Sans Mono")
    assert "fonts-dejavu-core" in (ROOT / "deploy/install.sh").read_text()


def test_offers_of_help_in_scripts_that_neither_font_has_are_no_empty_boxes():
    library = read_content(ROOT / "content").library
    assert library is not None
    letters = "".join(each.name + each.help for each in library.languages)
    assert {unicodedata.name(sign).split()[0] for sign in letters if sign.isalpha()} > {"CJK", "HANGUL", "LATIN"}
    assert "fonts-unifont" in (ROOT / "deploy/install.sh").read_text()
