"""Each picture of the documents is read, and its alternative text says what is in it."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
SHOWN = [
    (path, words, path.parent / target)
    for path in sorted(DOCUMENTS)
    for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", path.read_text("utf-8"))
]
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
CHOICES = re.compile(rf"\b({'|'.join(NUMBERS)})(?: numbered)? (?:buttons|choices|cards)\b")
FEW = 40
"""Letters; a picture with fewer is drawn in blocks, and has to be read as a picture."""


def letters_of(picture: Path) -> str:
    """Return the text of an SVG, row by row, words apart by one space."""
    svg = picture.read_text("utf-8")
    found = re.findall(r'<text[^>]*\bx="([\d.]+)"[^>]*\by="([\d.]+)"[^>]*>(.*?)</text>', svg, re.DOTALL)
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, text in found:
        rows.setdefault(float(y), []).append((float(x), html.unescape(re.sub(r"<[^>]+>", "", text))))
    return " ".join(" ".join(" ".join(text for _, text in sorted(row)).split()) for _, row in sorted(rows.items()))


def read(picture: Path) -> str:
    """Return the text of a picture, by OCR where its letters are drawn in blocks. Skips where that is not installed."""
    text = letters_of(picture)
    if len(re.findall(r"[a-z]", text)) >= FEW:
        return text
    if not (shutil.which("tesseract") and shutil.which("rsvg-convert")):
        pytest.skip("tesseract and rsvg-convert read it")
    drawn = subprocess.run(("rsvg-convert", picture), capture_output=True, check=True).stdout
    seen = subprocess.run(("tesseract", "-", "-", "--psm", "6"), input=drawn, capture_output=True, check=True).stdout
    return " ".join(seen.decode().split())


def shown() -> list[object]:
    return [pytest.param(words, picture, id=picture.name) for _, words, picture in SHOWN]


@pytest.mark.parametrize(("words", "picture"), shown())
def test_an_alternative_text_quotes_words_that_are_in_its_picture(words: str, picture: Path):
    quoted = re.findall("“([^”]+)”", words)
    assert quoted, "an alternative text quotes the words by which one knows the picture"
    seen = read(picture)
    assert [each for each in quoted if each not in seen] == []


@pytest.mark.parametrize(("words", "picture"), shown())
def test_as_many_choices_are_named_as_are_shown(words: str, picture: Path):
    for number in CHOICES.findall(words):
        count, seen = NUMBERS.index(number) + 1, read(picture)
        assert re.search(rf"\b{count} \W*[A-Z]", seen), f"there is no choice {count}"
        if "<animate" not in picture.read_text("utf-8") and "@keyframes" not in picture.read_text("utf-8"):
            assert not re.search(rf"\b{count + 1} \W*[A-Z]", seen), f"there is a choice {count + 1}"


@pytest.mark.parametrize(("words", "picture"), shown())
def test_a_size_that_is_named_is_that_of_the_picture(words: str, picture: Path):
    if size := re.search(r"(\d+) columns", words):
        assert f"-{size[1]}x" in picture.name
