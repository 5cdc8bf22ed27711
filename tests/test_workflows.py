"""What GitHub is told to do can be done: targets of make exist, versions of Python are those that the kiosk names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import RINGS, ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(set((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) - {ROOT / ".github/ISSUE_TEMPLATE/config.yml"})
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"(?m)^([a-z]+):", MAKEFILE))


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def called(path: Path) -> set[str]:
    """The targets of make that a workflow calls; `${{ matrix.ring }}` stands for each ring that it lists."""
    rings = {
        ring
        for job in read(path)["jobs"].values()
        for ring in job.get("strategy", {}).get("matrix", {}).get("ring", ())
    }
    names = {name for step in steps(path) for name in re.findall(r"make (\S+)", step.get("run", ""))}
    return names - {"${{"} | rings


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_only_what_make_knows(path: Path):
    assert called(path)
    assert called(path) <= TARGETS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_fixed_actions_for_a_bounded_time_and_may_write_nothing_by_itself(path: Path):
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
    for step in steps(path):
        assert re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", step.get("uses", "actions/none@v0.0.0"))


def test_the_quick_tests_run_on_each_python_that_the_kiosk_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    jobs = read(ROOT / ".github/workflows/test.yml")["jobs"]
    assert jobs["quick"]["strategy"]["matrix"]["python"] == named
    assert set(jobs["ring"]["strategy"]["matrix"]["python"]) <= set(named)
    assert project["requires-python"] == f">={named[0]}"


def test_every_ring_is_run_by_a_workflow_and_is_a_marker():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    assert {marker.partition(":")[0] for marker in settings["markers"]} == set(RINGS)
    assert called(ROOT / ".github/workflows/test.yml") >= {"lint", "quick", *RINGS}


@pytest.mark.parametrize("ring", RINGS)
def test_every_place_in_a_ring_exists(ring: str):
    for place in RINGS[ring]:
        path, _, test = place.partition("::")
        assert (ROOT / "tests" / path).exists(), place
        if test:
            assert re.search(rf"(?:def|class) {test}", (ROOT / "tests" / path).read_text("utf-8")), place


def test_the_hooks_before_a_commit_are_the_parts_of_make_lint():
    hooks = [hook for repo in read(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    parts = re.search(r"(?m)^lint: (.*?)  ##", MAKEFILE)
    assert parts
    assert [hook["entry"].removeprefix("make ") for hook in hooks] == parts[1].split()


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_for_nothing_of_patients_and_has_a_name_for_each_field(path: Path):
    form = read(path)
    assert form["name"]
    assert form["description"]
    fields = [field["id"] for field in form["body"]]
    assert len(fields) == len(set(fields))
    assert all(field["attributes"]["label"] for field in form["body"])


def test_make_help_tells_of_every_ring():
    for ring in RINGS:
        assert re.search(rf"(?m)^{ring}:.*##", MAKEFILE)
