"""Brings the figures of `evidence/*.json` into the documents: `make evidence`. A test asks for the same.

A measured figure is in a document in one of two ways:

- as a row of a table that is made from a file, with all that was measured, between `<!-- evidence: NAME -->` and
  `<!-- end of evidence -->`;
- in a paragraph, list item or row that links to the file, which then must hold the figure.

Any other figure with a unit is a setting, a rule, or reckoned: `evidence/not-measured.json` says what makes it so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
EVIDENCE = ROOT / "evidence"
NOT_MEASURED = EVIDENCE / "not-measured.json"
DOCUMENTS = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")) if path.name != "CHANGELOG.md")
"""The changelog tells of versions that nobody can measure again."""

END = "<!-- end of evidence -->"
_BLOCK = re.compile(rf"(<!-- evidence: ([\w-]+) -->\n).*?({END})", re.DOTALL)
_LINK = re.compile(r"\]\((?:\.\./)?evidence/([\w-]+)\.json\)")
_CODE = re.compile(r"^ *```.*?^ *```\n|`[^`\n]*`|<!--.*?-->|(?<=\])\([^)\s]*\)", re.DOTALL | re.MULTILINE)
_NUMBER = r"\d(?:[\d.,]*\d)?"
_UNIT = r"ms|%|dB|s|seconds?|minutes?|hours?|[kMGT]B|bytes|[kM]bit/s|words a minute"
_FIGURE = re.compile(rf"(?<![\w.,/#])({_NUMBER})(?: ?(?:–|to|and|or|,) ?[+−]?({_NUMBER}))?[ -]?({_UNIT})(?![\w/])")
_PLURAL = re.compile(r"(?<=[a-z]{3}[dter])s$")
_HEAD = re.compile(rf"\b(?:p50|p95|p99|median|n)\b|, (?:{_UNIT})(?: *$|:)")


class Figure(NamedTuple):
    """A figure of a text: `5.2 ms` in line 7, in a paragraph that links to the evidence `sources`."""

    text: str
    line: int
    sources: tuple[str, ...]


def figures(markdown: str) -> Iterator[Figure]:
    """Yield the figures with a unit that are neither in code nor in a table made from evidence."""
    markdown = _BLOCK.sub(lambda found: "\n" * found[0].count("\n"), markdown)
    for line, part in _parts(markdown):
        sources = tuple(_LINK.findall(part))
        plain = _CODE.sub(lambda found: "\n" * found[0].count("\n"), part)
        for found in _FIGURE.finditer(" ".join(plain.split(" "))):
            at = line + plain.count("\n", 0, found.start())
            for number in found.group(1, 2):
                if number:
                    yield Figure(f"{number} {_PLURAL.sub('', found[3])}", at, sources)


def tables_without_evidence(markdown: str) -> Iterator[int]:
    """Yield the line of each table whose head speaks of measuring, and that is not made from evidence."""
    markdown = _BLOCK.sub(lambda found: "\n" * found[0].count("\n"), markdown)
    lines = markdown.splitlines()
    for number, (head, rule) in enumerate(pairwise(lines), 1):
        if rule.startswith("|--") and any(_HEAD.search(cell) for cell in head.split("|")):
            yield number


def _parts(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield each paragraph, list item and row of a table, with the number of its first line."""
    markdown = re.sub(r"^ *```.*?^ *```", lambda found: "\n" * found[0].count("\n"), markdown, flags=re.DOTALL | re.M)
    start, part = 0, ""
    for number, line in enumerate([*markdown.splitlines(), ""], 1):
        if part and re.match(r" *$|\||#| *(?:[-*]|\d+\.) ", line):
            yield start, part
            part = ""
        start = start if part else number
        part += f"{line}\n" if line.strip() else ""


def holds(name: str, figure: str) -> bool:
    """Whether the evidence `name` has this figure, as a value of a row or in the words of a cell."""
    evidence = load(name)
    number, unit = figure.split(" ", 1)
    if "rows" in evidence:
        cells = [cell for row in [evidence["columns"], *evidence["rows"]] for cell in row]
        return any(figure in {each.text for each in figures(cell)} for cell in cells)
    decimals = len(number.partition(".")[2])
    known = {
        f"{row[key]:,.{decimals}f}"
        for row in evidence["figures"]
        for key in ("p50", "p95", "max")
        if row["unit"].split()[0] == unit
    }
    return number in known


def load(name: str) -> dict[str, Any]:
    """Return one file of evidence. Raises OSError if there is none."""
    found: dict[str, Any] = json.loads((EVIDENCE / f"{name}.json").read_text("utf-8"))
    return found


def table(name: str, to: str) -> str:
    """Return the table of one file and a line on how it was measured; `to` leads to the folder of evidence."""
    evidence = load(name)
    columns, rows = (evidence["columns"], evidence["rows"]) if "rows" in evidence else _measured(evidence)
    lines = [columns, ["---"] * len(columns), *rows]
    where = f"[`evidence/{name}.json`]({to}/{name}.json)"
    return "".join(f"| {' | '.join(cells)} |\n".replace("| --- ", "|---").replace("|  |", "| |") for cells in lines) + (
        f"\n{_told(evidence)}: {where}.\n"
    )


def _told(evidence: dict[str, Any]) -> str:
    """Return date, command, machine and load in a sentence without its end."""
    about = f"{evidence['machine']}, load {evidence['load']}"
    if isinstance(evidence["load"], list):
        about = f"{evidence['machine']}, load {' to '.join(f'{each:.1f}' for each in sorted(evidence['load']))}"
    if "carried-over" in evidence:
        return f"{evidence['carried-over']} {evidence['date']}, `{evidence['command']}` ({about})"
    return f"Measured on {evidence['date']} by `{evidence['command']}` ({about})"


def _measured(evidence: dict[str, Any]) -> tuple[list[str], list[list[str]]]:
    """Return the head and the rows of what a bench reported."""
    figures_of = evidence["figures"]
    ratio = any(row["ratio"] is not None for row in figures_of)
    columns = ["What", "p50", "p95", "max", "n", *["×"] * ratio]
    rows = []
    for row in figures_of:
        cells = [_cell(row[key], row["unit"]) for key in ("p50", "p95", "max")] if row["n"] > 1 else []
        cells = cells or [_cell(row["p50"], row["unit"]), "", ""]
        rows.append([row["name"], *cells, str(row["n"]), *[_cell(row["ratio"], "")] * ratio])
    return columns, rows


def _cell(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:,.{0 if abs(value) >= 100 else 1 if abs(value) >= 2 else 2}f} {unit}".strip()


def with_tables(document: Path) -> str:
    """Return the text of a document with its tables as the evidence is now."""
    to = "evidence" if document.parent == ROOT else "../evidence"
    return _BLOCK.sub(lambda found: f"{found[1]}{table(found[2], to)}{found[3]}", document.read_text("utf-8"))


def main() -> None:
    """Write the tables of all documents."""
    for document in DOCUMENTS:
        document.write_text(with_tables(document), "utf-8")


if __name__ == "__main__":
    main()
