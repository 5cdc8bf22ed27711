"""Checks, editor help and documentation come from one table, and stay in step with it."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.model.dates import iso_date, iso_moment, meant_date
from kiosk.content.schema.documents.docs_page import docs_page
from kiosk.content.schema.documents.json_schema import FOLDER, as_text, first_line, schemas
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.fields import FILES
from kiosk.content.schema.topic_fields import TOPIC
from tests.content.sample_clinic import ClinicFolder

CONTENT = Path(__file__).parents[3] / "content"
PAGE = Path(__file__).parents[3] / "docs/content.md"
GROUPS = {kind.name: kind.group for kind in FILES}


def every_field(group: Field) -> Iterator[Field]:
    """All fields below a group, members of lists included."""
    for field in (*group.fields, *((group.member,) if group.member else ())):
        yield field
        yield from every_field(field)


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_every_field_is_explained(group: Field):
    for field in every_field(group):
        assert field.help.endswith("."), field.name
        assert field.kind in (Kind.LIST, Kind.GROUP) or field.example, field.name


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_every_example_is_right(group: Field):
    for field in every_field(group):
        if field.kind is Kind.DATE:
            assert iso_date(field.example)
        elif field.kind is Kind.MOMENT:
            assert iso_moment(field.example)
        elif field.kind is Kind.NUMBER:
            assert field.least <= int(field.example) <= field.most
        elif field.kind is Kind.TEXT:
            assert not field.allowed or field.example in field.allowed
            assert not field.most or len(field.example) <= field.most
            assert not field.form or field.form.fits(field.example)


@pytest.mark.parametrize("name", GROUPS)
def test_the_editors_help_has_every_field_and_limit(name: str):
    def compare(group: Field, schema: dict[str, Any]) -> None:
        assert set(schema["properties"]) == {field.name for field in group.fields}
        assert schema["additionalProperties"] is False
        assert set(schema.get("required", [])) == {field.name for field in group.fields if field.required}
        for field in group.fields:
            inner = schema["properties"][field.name]
            assert inner["description"] == field.help
            if field.kind is Kind.GROUP:
                compare(field, inner)
            elif field.kind is Kind.LIST:
                assert (inner["minItems"], inner.get("maxItems", 0)) == (field.least, field.most)
                if field.member and field.member.kind is Kind.GROUP:
                    items = inner["items"]
                    compare(field.member, items["anyOf"][1] if field.member.alone else items)
            elif field.kind is Kind.BY_LANGUAGE and field.member:
                words, by_language = inner["anyOf"]
                assert words["maxLength"] == by_language["additionalProperties"]["maxLength"] == field.member.most
            elif field.kind is Kind.NUMBER:
                assert (inner["minimum"], inner["maximum"]) == (field.least, field.most)
            elif field.allowed:
                assert tuple(inner["enum"]) == field.allowed
            elif field.kind not in (Kind.DATE, Kind.MOMENT):
                assert inner.get("maxLength", 0) == field.most
                assert "number" in inner["type"]  # 911 is one for an editor

    schema = schemas()[f"{name}.schema.json"]
    compare(GROUPS[name], schema)
    assert json.loads(json.dumps(schema)) == schema


def test_what_an_approval_needs_is_in_the_editors_help():
    review: Any = schemas()["topic.schema.json"]["properties"]
    (condition,) = review["review"]["allOf"]
    assert condition["if"]["properties"]["status"]["const"] == "approved"
    assert condition["then"]["required"] == ["reviewer", "role", "reviewed", "due", "text"]


def test_the_documentation_has_every_field_with_its_help_and_limits():
    page = docs_page()
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*?) \| (.*?) \| (.*?) \|$", page, re.MULTILINE)
    fields = [field for group in GROUPS.values() for field in every_field(group)]
    typed = {(name, words) for name, words, _, _ in rows}
    for group in GROUPS.values():
        members = {id(each.member) for each in every_field(group)}
        for field in every_field(group):
            assert id(field) in members or (field.name, field.help) in typed
    for field in fields:
        for word in field.allowed:
            assert f"“{word}”" in page
        if field.most:
            assert re.search(rf"(at most|to|list of) {field.most}\b", page)


def test_the_documentation_is_the_page_that_the_table_makes():
    assert PAGE.read_text("utf-8") == docs_page(), "run python -m tests.content.schema.test_table_of_fields"
    assert docs_page().startswith("# The content files\n")
    assert all(len(line.split("|")) in (1, 6) for line in docs_page().splitlines())


def test_a_longer_limit_in_the_table_is_a_longer_limit_in_the_check(clinic_folder: ClinicFolder):
    title = TOPIC.field("title")
    assert title is not None
    clinic_folder.change_line("en/signs.yaml", 1, "title: " + "x" * title.most)
    assert clinic_folder.read().diagnostics == ()
    clinic_folder.change_line("en/signs.yaml", 1, "title: " + "x" * (title.most + 1))
    assert [diagnostic.code for diagnostic in clinic_folder.read().diagnostics] == ["too-long"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22/11/2026", date(2026, 11, 22)),
        ("11/22/2026", date(2026, 11, 22)),
        ("22.11.2026", date(2026, 11, 22)),
        ("2026/11/22", date(2026, 11, 22)),
        ("2026-1-5", date(2026, 1, 5)),
        ("3/4/2026", None),
        ("4/4/2026", date(2026, 4, 4)),
        ("2026-13-45", None),
        ("22/11/26", None),
        ("٢٠٢٦-١١-٢٢", None),
    ],
)
def test_a_date_is_guessed_only_when_it_can_mean_one_day(typed: str, day: date | None):
    assert iso_date(typed) is None
    assert meant_date(typed) == day


def test_the_schemas_beside_the_content_are_those_of_the_table():
    kept = {path.name: path.read_text("utf-8") for path in (CONTENT / FOLDER).iterdir()}
    made = {name: as_text(schema) for name, schema in schemas().items()}
    assert kept == made, "run python -m tests.content.schema.test_table_of_fields"


def kind_of(path: Path) -> str:
    """Which kind of file it is, by its place."""
    parts = path.relative_to(CONTENT).parts
    return path.stem if len(parts) == 1 else "score" if parts[0] == "scores" else "topic"


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: str(path.relative_to(CONTENT)))
def test_every_file_asks_for_its_schema(path: Path):
    line = path.read_text("utf-8").split("\n", 1)[0]
    assert line == first_line(kind_of(path), len(path.relative_to(CONTENT).parts) - 1)
    assert (path.parent / line.split("$schema=")[1]).is_file()


def write() -> None:
    """Makes the page and the schemas anew; run by `python -m tests.content.schema.test_table_of_fields`."""
    PAGE.write_text(docs_page(), "utf-8")
    for name, schema in schemas().items():
        (CONTENT / FOLDER / name).write_text(as_text(schema), "utf-8")


if __name__ == "__main__":
    write()
