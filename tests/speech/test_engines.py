"""One row for each engine: what is known of it stands there, and everything else follows from it."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest

from kiosk.device.device import Device
from kiosk.device.device_file import read_device
from kiosk.device.device_settings import voice_of
from kiosk.speech import engines
from kiosk.speech.engines import DEFAULT, ENGINES, FALLBACK, Engine
from tests.conftest import ROOT

WITH_A_NEW_ENGINE = """
import sys
from dataclasses import replace
from kiosk.speech.engines import ENGINES, FALLBACK
ENGINES["nightingale"] = replace(
    ENGINES[FALLBACK], name="nightingale", title="Nightingale", packages=("nightingale==1.0",), rendered_ahead=True
)
sys.argv[0] = "kiosk"
from kiosk.cli import main
main()
"""
OPTIONAL = [engine for engine in ENGINES.values() if engine.packages]


def kiosk_with_a_new_engine(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-P", "-c", WITH_A_NEW_ENGINE, *arguments),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def test_an_engine_that_has_a_row_may_stand_in_device_yaml_and_is_listed(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("voice: nightingale\n")
    done = kiosk_with_a_new_engine("voices", "--device", str(device))
    assert done.returncode == 0, done.stderr
    assert "✓ nightingale: Nightingale, licence GPL-3.0-or-later, chosen in device.yaml" in done.stdout
    assert "What natural or hibari or piper or nightingale says is made ahead" in " ".join(done.stdout.split())


@pytest.mark.parametrize("name", [field.name for field in fields(Engine)])
def test_a_row_without_one_of_its_facts_is_an_error_at_once(name: str):
    facts = {field.name: getattr(ENGINES[FALLBACK], field.name) for field in fields(Engine)}
    with pytest.raises(TypeError, match=name):
        Engine(**{key: value for key, value in facts.items() if key != name})


@pytest.mark.parametrize("engine", ENGINES.values(), ids=lambda engine: engine.name)
def test_each_engine_has_a_driver(engine: Engine):
    driver = importlib.import_module(engine.module)
    assert callable(driver.buildDriver)


def test_the_engine_that_speaks_in_place_of_others_is_quick_and_always_there():
    fallback = ENGINES[FALLBACK]
    assert fallback.packages == ()
    assert not fallback.rendered_ahead
    assert not fallback.from_file


@pytest.mark.parametrize("engine", OPTIONAL, ids=lambda engine: engine.name)
def test_what_an_engine_needs_is_the_same_wherever_it_is_installed_from(engine: Engine):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["optional-dependencies"][engine.name] == list(engine.packages)
    locked = (ROOT / f"requirements-{engine.name}.lock").read_text("utf-8")
    assert all(f"{package} " in locked for package in engine.packages)


@pytest.mark.parametrize("engine", ENGINES.values(), ids=lambda engine: engine.name)
def test_the_documents_know_each_engine(engine: Engine):
    voices = (ROOT / "docs" / "voices.md").read_text("utf-8")
    header = next(line for line in voices.splitlines() if line.startswith("| | "))
    assert f"(`{engine.name}`)" in header
    assert engine.title in (ROOT / "NOTICE").read_text("utf-8")
    dependencies = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert all(f"`{package.split('==')[0]}`" in dependencies for package in engine.packages)


def test_the_documents_know_no_engine_that_is_gone():
    voices = (ROOT / "docs" / "voices.md").read_text("utf-8")
    header = next(line for line in voices.splitlines() if line.startswith("| | "))
    assert re.findall(r"\(`(\w+)`\)", header) == list(ENGINES)


def test_the_voice_of_a_device_that_names_none_is_the_natural_one_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(engines, "is_installed", lambda name: True)
    assert voice_of(Device()).engine == DEFAULT
    monkeypatch.setattr(engines, "is_installed", lambda name: False)
    assert voice_of(Device()).engine == FALLBACK
    assert voice_of(Device(voice="hibari")).engine == "hibari"


def test_an_engine_is_installed_when_all_its_modules_are_there(monkeypatch: pytest.MonkeyPatch):
    assert engines.is_installed(FALLBACK)
    monkeypatch.setitem(ENGINES, "half", replace(ENGINES[FALLBACK], modules=("click", "no_such_module")))
    assert not engines.is_installed("half")


def test_an_engine_that_is_gone_is_told_in_device_yaml_with_what_to_type_instead(tmp_path: Path):
    file = tmp_path / "device.yaml"
    file.write_text("voice: pico\n")
    device, problems = read_device(file)
    assert device is None
    assert [(problem.line, problem.message, problem.fix) for problem in problems] == [
        (1, "“voice” cannot be “pico”.", "It can be “natural”, “espeak”, “hibari” or “piper”.")
    ]
