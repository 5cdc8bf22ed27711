"""A leaflet is a tagged PDF in large print, with the very words of the page."""

from __future__ import annotations

import importlib.util
import re
import sys
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.elsewhere import leaflet as command
from kiosk.content.model.library import Library
from kiosk.export.article import article, sheets_in
from kiosk.export.leaflet import TEMPLATE, leaflet
from kiosk.locale.wordings import wordings
from tests.conftest import ROOT

needs_typst = pytest.mark.skipif(importlib.util.find_spec("typst") is None, reason="the extra leaflet is not installed")


def made(library: Library, *names: str, language: str = "en", paper: str = "letter") -> str:
    """The PDF with its packed parts unpacked, one byte a letter."""
    own = wordings(["en", "es"])
    articles = [article(sheets_in(library, language, own), name) for name in names]
    pdf = leaflet(articles, articles[0].title.text, language, "Harbor Clinic", own[language], paper)
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return (pdf + b"".join(_unpacked(each) for each in packed)).decode("latin-1")


def _unpacked(raw: bytes) -> bytes:
    try:
        return zlib.decompress(raw)
    except zlib.error:
        return b""


@needs_typst
def test_it_is_tagged_for_screen_readers_with_title_language_headings_and_lists(library: Library):
    pdf = made(library, "signs")
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert "/Marked true" in pdf
    assert re.search(r"/Lang ?\(en\)", pdf)
    assert '<rdf:li xml:lang="x-default">The signs</rdf:li>' in pdf
    for tag in ("H1", "H2", "L", "LI", "P", "Figure"):
        assert re.search(rf"/S ?/{tag}\b", pdf), tag


@needs_typst
def test_a_picture_has_its_words(library: Library):
    assert f"({library.topic('signs', 'en').text('picture-says')})" in made(library, "signs")


@needs_typst
def test_a_translation_says_its_language(library: Library):
    assert re.search(r"/Lang ?\(es\)", made(library, "signs", language="es"))


@needs_typst
def test_several_topics_are_one_file_on_either_paper(library: Library):
    pdf = made(library, "signs", "feel-unwell", paper="a4")
    assert len(re.findall(r"/S ?/H1\b", pdf)) == 2
    assert re.search(r"/MediaBox ?\[0 0 595\.\d+ 841\.\d+\]", pdf)


def test_the_text_has_18_points():
    sizes = [float(size) for size in re.findall(r"size: ([\d.]+)pt", TEMPLATE.read_text("utf-8"))]
    assert sizes.count(18) == 1
    assert [size for size in sizes if size < 18] == [14]  # the number of the page, which nobody needs to read


class TestTheCommand:
    """`kiosk leaflet`."""

    @pytest.fixture(autouse=True)
    def state(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))

    def run(self, tmp_path: Path, *arguments: str) -> tuple[int, str]:
        pdf = ("--pdf", str(tmp_path / "leaflet.pdf"), "--content", str(ROOT / "content"))
        result = CliRunner().invoke(command.command, [*arguments, *pdf])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    @needs_typst
    def test_it_writes_all_topics_if_asked_to(self, tmp_path: Path):
        assert self.run(tmp_path, "--all", "--unapproved")[0] == 0
        assert (tmp_path / "leaflet.pdf").read_bytes().startswith(b"%PDF-")

    def test_a_topic_that_is_not_approved_is_refused(self, tmp_path: Path):
        said = "No clinician has approved “signs” yet. To print it all the same, add --unapproved.\n"
        assert self.run(tmp_path, "signs") == (1, said)
        assert not (tmp_path / "leaflet.pdf").exists()

    def test_wrong_usage_is_status_2(self, tmp_path: Path):
        assert self.run(tmp_path)[0] == 2
        assert self.run(tmp_path, "signs", "--all")[0] == 2
        assert self.run(tmp_path, "sings")[0] == 2

    def test_without_the_extra_it_says_how_to_install_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setitem(sys.modules, "typst", None)
        status, said = self.run(tmp_path, "signs", "--unapproved")
        assert status == 1
        assert said.endswith("-m pip install --require-hashes --no-deps -r requirements-leaflet.lock\n")
        assert (ROOT / "requirements-leaflet.lock").is_file()
