"""Every figure of the documents comes from a file of evidence, from the code, or from a rule that is named."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools import evidence
from tools.evidence import DOCUMENTS, EVIDENCE, NOT_MEASURED, figures, holds, load, table, tables_without_evidence

SOURCES: dict[str, dict[str, str]] = json.loads(NOT_MEASURED.read_text("utf-8"))
FILES = sorted(path.stem for path in EVIDENCE.glob("*.json") if path != NOT_MEASURED)
PLACED = r"<!-- evidence: ([\w-]+) -->|\]\((?:\.\./)?evidence/([\w-]+)\.json\)"
MAKE = "run “make evidence”"


def documents() -> list[object]:
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in DOCUMENTS]


@pytest.mark.parametrize("document", documents())
def test_every_figure_has_a_source(document: Path):
    known = SOURCES.get(document.relative_to(ROOT).as_posix(), {})
    without = [
        f"line {figure.line}: {figure.text}"
        for figure in figures(document.read_text("utf-8"))
        if figure.text not in known and not any(holds(name, figure.text) for name in figure.sources)
    ]
    assert not without, "link the file of evidence that holds it, or say in evidence/not-measured.json what makes it so"


@pytest.mark.parametrize("document", documents())
def test_every_table_of_measurements_is_made_from_evidence_and_is_as_the_evidence_is(document: Path):
    text = document.read_text("utf-8")
    assert list(tables_without_evidence(text)) == []
    assert evidence.with_tables(document) == text, MAKE


@pytest.mark.parametrize("document", SOURCES)
def test_what_is_not_measured_is_in_the_text_and_where_it_is_said_to_be(document: str):
    shown = {figure.text for figure in figures((ROOT / document).read_text("utf-8"))}
    assert SOURCES[document].keys() - shown == set(), "in evidence/not-measured.json, but not in the text"
    for figure, source in SOURCES[document].items():
        kind, words = source.split(": ", 1)
        if kind not in {"rule", "reckoned"}:
            assert words in (ROOT / kind).read_text("utf-8"), f"{document}: {figure} is not in {kind}"


@pytest.mark.parametrize("name", FILES)
def test_each_file_of_evidence_says_when_how_and_on_what_it_was_measured(name: str):
    file = load(name)
    assert all(file[key] for key in ("command", "machine"))
    assert isinstance(file["load"], list | str)
    assert date.fromisoformat(file["date"]) <= date.today() or "carried-over" in file
    assert "carried-over" not in file or file["carried-over"].startswith("Carried over from the text of")
    for row in file.get("figures", []):
        assert row["n"] >= 1
        assert {"p50", "p95", "max", "unit", "name"} <= row.keys()


def test_each_file_of_evidence_is_used():
    used = {name for path in DOCUMENTS for found in re.findall(PLACED, path.read_text("utf-8")) for name in found}
    assert set(FILES) - used == set()


def test_a_figure_is_found_in_words_and_in_cells_but_not_in_code():
    text = "In 5.2 ms, at 3 to 5 % of `7 ms`.\n\n- within −24 dB ([x](../evidence/keys.json))\n\n| a | 1,200 MB |\n"
    found = [(figure.text, figure.line, figure.sources) for figure in figures(text)]
    assert found == [
        ("5.2 ms", 1, ()),
        ("3 %", 1, ()),
        ("5 %", 1, ()),
        ("24 dB", 3, ("keys",)),
        ("1,200 MB", 5, ()),
    ]


def test_a_table_that_speaks_of_measuring_is_noticed():
    assert list(tables_without_evidence("text\n\n| From a key | p50 |\n|---|---|\n| x | 3 |\n")) == [3]
    assert list(tables_without_evidence("| Key | What it does |\n|---|---|\n| x | 3 |\n")) == []


def test_a_figure_that_the_evidence_no_longer_has_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    row = {"name": "key to paint", "unit": "ms", "p50": 4.55, "p95": 9.96, "max": 88.6, "n": 30, "ratio": None}
    about = {"date": "2026-12-01", "command": "bench keys", "machine": "two cores", "load": [2.0, 1.0]}
    (tmp_path / "keys.json").write_text(json.dumps({**about, "figures": [row, {**row, "name": "worst", "max": 900}]}))
    monkeypatch.setattr(evidence, "EVIDENCE", tmp_path)
    assert [holds("keys", text) for text in ("10.0 ms", "89 ms", "88.6 MB", "31 ms")] == [True, True, False, False]
    made = table("keys", "../evidence")
    assert "| worst | 4.5 ms | 10.0 ms | 900 ms | 30 |" in made
    assert "Measured on 2026-12-01 by `bench keys` (two cores, load 1.0 to 2.0)" in made
