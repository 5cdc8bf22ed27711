"""`kiosk render`: everything that is said is rendered once, and what goes wrong is told in plain words."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.voice import render
from kiosk.commands.voice.spoken_texts import SpokenText, spoken_texts
from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.speech.engines import ENGINES
from kiosk.speech.ready.render_cache import RenderCache
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.terms.action import Action
from tests.conftest import ROOT

GRID = Grid(80, 24)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A device whose slow voice is really eSpeak, which is quick."""
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.setitem(ENGINES, "hibari", replace(ENGINES["espeak"], name="hibari", rendered_ahead=True))
    monkeypatch.setattr(render, "SIZES", (GRID,))
    (tmp_path / "device.yaml").write_text("voice: hibari\n")
    few_topics(tmp_path / "content")
    return tmp_path


def few_topics(content: Path) -> None:
    """The shipped English content with one topic in the menu: enough to render, and quickly walked through."""
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("es", "scores", "approved"))
    clinic = content / "clinic.yaml"
    text = clinic.read_text().replace("languages: [en, es]", "languages: [en]")
    for path in (content / "en").iterdir():
        if path.stem not in ("disclaimer", "feel-unwell", "signs"):
            path.unlink()
            text = text.replace(f"  - {path.stem}\n", "")
    clinic.write_text(re.sub(r"(?m)^groups:\n(  .*\n)+", "", text))


def run(machine: Path, *more: str) -> tuple[int, str]:
    arguments = ["--device", str(machine / "device.yaml"), "--content", str(machine / "content"), *more]
    result = CliRunner().invoke(render.command, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def entries(machine: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (machine / "cache" / "speech").glob("*.spoken")}


def test_everything_is_rendered_once_and_not_again(machine: Path):
    status, output = run(machine, "--language", "en", "--rate", "245")
    assert status == 0, output
    first = entries(machine)
    assert len(first) > 100
    assert f"{len(first)} of {len(first)} texts are rendered" in output
    assert run(machine, "--language", "en", "--rate", "245")[0] == 0
    assert entries(machine) == first


def test_what_is_missing_or_damaged_is_made_again(machine: Path):
    run(machine, "--language", "en", "--rate", "245")
    first = entries(machine)
    missing, damaged = sorted(first)[:2]
    (machine / "cache" / "speech" / missing).unlink()
    (machine / "cache" / "speech" / damaged).write_bytes(b"kiosk")
    run(machine, "--language", "en", "--rate", "245")
    again = entries(machine)
    assert set(again) == set(first)
    assert {name for name in again if again[name] != first[name]} == {missing, damaged}


def test_where_there_is_no_room_for_all_it_says_so(machine: Path):
    status, output = run(machine, "--language", "en", "--rate", "65", "--most", "2")
    assert status == 1
    assert "no room" in output
    assert "--most" in output
    sizes = [path.stat().st_size for path in (machine / "cache" / "speech").glob("*.spoken")]
    assert 1_000_000 < sum(sizes) <= 2_000_000


def test_a_folder_that_cannot_be_written_is_told(machine: Path):
    (machine / "cache").write_text("")
    status, output = run(machine, "--language", "en", "--rate", "245")
    assert status == 1
    assert "cannot be written" in output


def test_two_at_once_are_told(machine: Path):
    with RenderCache(machine / "cache" / "speech", "x").writing():
        status, output = run(machine, "--language", "en", "--rate", "245")
    assert status == 1
    assert "Another render is running" in output


def test_a_quick_voice_needs_none(machine: Path):
    (machine / "device.yaml").write_text("voice: espeak\n")
    assert run(machine) == (0, "eSpeak NG is fast: there is nothing to render.\n")
    assert entries(machine) == {}


def test_a_voice_that_does_not_work_is_told(machine: Path):
    (machine / "device.yaml").write_text(f"voice: piper\nvoice-file: {machine}/nothing.onnx\n")
    status, output = run(machine)
    assert status == 1
    assert "does not work here" in output


def test_a_rate_that_the_kiosk_does_not_have_is_wrong_usage(machine: Path):
    assert run(machine, "--rate", "100")[0] == 2


@pytest.fixture(scope="module")
def texts(library: Library) -> list[SpokenText]:
    return spoken_texts(library, "en", (GRID,), {})


def test_a_visit_says_nothing_that_was_not_found(library: Library, texts: list[SpokenText]):
    attendant = Attendant(library, GRID, 0.0)
    said = set()
    keys = [
        Action.READ,
        Action.PICK_1,
        Action.PICK_2,
        *[Action.PAGE_DOWN] * 2,
        Action.MENU,
        *[Action.DOWN] * 12,
        Action.UNWELL,
    ]
    for key in [*keys, Action.BACK, Action.FASTER, Action.QUIETER, Action.PICK_3, Action.READ, Action.REPEAT]:
        for utterance in attendant.act(key, 0.0).say:
            text = SpokenText(utterance.text, utterance.language, utterance.numbers)
            said.add(text if text in texts else text._replace(rate=attendant.visit.settings.rate_wpm))
            attendant.visit.started(utterance)
    assert len(said) > 30
    assert said <= set(texts)


def test_each_text_is_found_once(texts: list[SpokenText]):
    assert len(texts) == len(set(texts))


def test_the_content_is_read_from_the_folder_that_is_named(machine: Path):
    assert read_content(ROOT / "content").library is not None
    status, output = run(machine, "--content", str(machine / "nowhere"))
    assert status == 1
    assert "Traceback" not in output
