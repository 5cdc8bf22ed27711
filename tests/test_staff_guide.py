"""What the guide for staff says happens: its examples are typed, and the kiosk answers as they say."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.content.check import command as check
from kiosk.content.reader import read_content
from kiosk.preview.app import PreviewApp
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "staff.md").read_text("utf-8")
SIGN = "      - You have bone or joint pain that lasts.\n"
EXAMPLES = {
    "### A colon in the middle of a text": SIGN,
    "### A name that is not spelt as it should be": "title: Symptoms that the cancer may have spread\n",
    "### A sentence that is too long to follow by ear": SIGN,
    "### A phone number in a text": "      - Call us at <phone>, or tell us at your visit.\n",
}
"""The heading of each example, and what stood in the file before it."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def blocks(heading: str, kind: str) -> list[str]:
    """The grey boxes of one kind below a heading."""
    below = re.split(r"\n##+ ", GUIDE.split(f"{heading}\n", 1)[1])[0]
    return re.findall(rf"```{kind}\n(.*?)```", below, re.DOTALL)


@pytest.mark.parametrize("heading", EXAMPLES)
def test_check_complains_as_the_example_says(content: Path, heading: str):
    (typed,), (said,) = blocks(heading, "yaml"), blocks(heading, "text")
    path = content / "en" / "signs.yaml"
    text = path.read_text("utf-8")
    assert text.count(EXAMPLES[heading]) == 1
    path.write_text(text.replace(EXAMPLES[heading], typed), "utf-8")
    result = CliRunner().invoke(check, [str(content)])
    assert said in result.output
    assert result.exit_code == (1 if said.startswith("Error") else 0)


def test_the_symptom_that_is_added_is_on_the_page(content: Path):
    before, after = blocks("## Add a symptom to a list", "yaml")
    path = content / "en" / "signs.yaml"
    assert before in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    library = read_content(content).library
    assert library is not None
    assert "You have a rash that does not go away." in library.topics["en"]["signs"].texts("sections/1/points")


def test_the_word_that_is_added_is_said_so(content: Path):
    (entry,) = blocks("## Correct how a word is said", "yaml")
    path = content / "words.yaml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n\n" + entry, "utf-8")
    reading = read_content(content)
    assert reading.diagnostics == ()
    assert reading.library is not None
    assert ("Nguyen", "nwin") in {(rule.write, rule.say) for rule in reading.library.words}


def test_the_notice_holds_in_both_languages(content: Path):
    (content / "notice.yaml").write_text("".join(blocks("## Put up a notice", "yaml")), "utf-8")
    reading = read_content(content, advice_for=date(2026, 11, 22))
    assert [problem for problem in reading.diagnostics if problem.file == "notice.yaml"] == []
    assert reading.library is not None
    assert reading.library.notice is not None
    assert set(reading.library.notice.texts) == {"en", "es"}


def test_every_key_of_the_preview_is_told_and_does_something():
    table = GUIDE.split("| Key | What it does |")[1].split("\n\n")[0]
    told = {key.lower() for key in re.findall(r"`(\w+)`", table)}
    bound = {key for binding in PreviewApp.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert told <= bound
    assert {"left", "right", "up", "down", "s", "o", "c", "space", "q"} == told


def test_it_leads_to_each_of_its_parts():
    headings = re.findall(r"^## (.*)$", GUIDE, re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    linked = re.findall(r"\]\(#([\w-]+)\)", GUIDE)
    assert set(linked) == slugs


def test_it_uses_no_programmers_word():
    words = r"\b(yaml file|parse|syntax|string|directory|repository|commit|schema|hash|token|null|boolean|CLI|stdout)\b"
    assert re.findall(words, GUIDE, re.IGNORECASE) == []
