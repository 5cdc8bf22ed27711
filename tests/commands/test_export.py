"""`kiosk export web`: only what is approved, unless it is asked for; whole, or not at all."""

from __future__ import annotations

import shutil
import wave
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.elsewhere import export
from kiosk.export import sound
from kiosk.export.own_folder import MARK
from kiosk.export.sound import SoundFiles
from kiosk.export.web_site import Said
from kiosk.speech.voice_process.voice import Voice
from tests.commands.clinic_calls import BY, call
from tests.conftest import ROOT
from tests.content.sample_clinic import ClinicFolder


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("scores")))


def run(content: Path, *more: str) -> tuple[int, str]:
    result = CliRunner().invoke(export.command, ["web", str(content.parent / "site"), "--content", str(content), *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_without_any_approved_text_nothing_is_written(content: Path):
    status, said = run(content)
    assert status == 1
    assert said.startswith("No clinician has approved a text yet, so there is nothing to write.")
    assert not (content.parent / "site").exists()


def test_unapproved_texts_are_written_if_asked_for(content: Path):
    status, said = run(content, "--unapproved")
    written = [path for path in (content.parent / "site").rglob("*") if path.is_file() and path.name != MARK]
    assert {path.stem for path in written} >= {path.stem for path in (content / "en").glob("*.yaml")} - {"disclaimer"}
    assert (status, f"is ready: {len(written)} files" in said) == (0, True)
    assert "Not yet approved" in (content.parent / "site" / "en" / "signs.html").read_text("utf-8")


def test_of_approved_texts_alone_the_site_has_no_other(folder: ClinicFolder, tmp_path: Path):
    assert call(folder, "approve", "signs", *BY).exit_code == 0
    assert run(folder.path)[0] == 0
    site = folder.path.parent / "site" / "en"
    assert {path.name for path in site.iterdir()} == {"index.html", "signs.html", "feel-unwell.html"}
    assert "Reviewed by Dr A. Example, oncologist" in (site / "signs.html").read_text("utf-8")
    assert "Sudden chest pain" not in (site / "feel-unwell.html").read_text("utf-8")


def test_a_folder_of_somebody_else_is_refused(content: Path):
    (content.parent / "site").mkdir()
    (content.parent / "site" / "thesis.txt").write_text("years of work")
    status, said = run(content, "--unapproved")
    assert (status, said.endswith("holds something that is not from this command. Name a new folder.\n")) == (1, True)


def test_a_topic_with_the_name_of_the_menu_is_refused(content: Path):
    shutil.copy(content / "en" / "signs.yaml", content / "en" / "index.yaml")
    assert run(content, "--unapproved")[0] == 1


def test_a_sound_file_holds_the_words_of_each_text(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sound, "_ENCODERS", ())
    files = SoundFiles(lambda language: Voice(), 150)
    short = files.made([Said("Yes.", "en", ())])
    long = files.made([Said("Yes.", "en", ()), Said("Call 911 when you feel very unwell.", "en", ((5, 8),))])
    assert files.ending == ".wav"
    frames = []
    for raw in (short, long):
        with wave.open(BytesIO(raw)) as file:
            frames.append(file.getnframes())
    assert frames[1] > 2 * frames[0]


def test_a_text_in_a_language_without_a_voice_has_no_sound():
    assert SoundFiles(lambda language: None, 150).made([Said("Bonjou", "ht", ())]) == b""
