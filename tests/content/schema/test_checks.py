"""What a file says is held against a table of fields, whatever that table is."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.parsing.compose import compose
from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.parsing.diagnostics import MOST, Diagnostics
from kiosk.content.parsing.yaml_events import Reader, fastest_reader
from kiosk.content.schema.checks import check, did_you_mean, either
from kiosk.content.schema.field import Field, Form, Kind


def group(*fields: Field, **more: object) -> Field:
    return Field("thing", Kind.GROUP, "A thing.", fields=fields, **more)  # type: ignore[arg-type]


def told(typed: str, table: Field, reader: Reader | None = None) -> list[str]:
    """What is told of `typed`, each as `line:column code message fix`."""
    return [f"{p.line}:{p.column} {p.code} {p.message} {p.fix}" for p in diagnostics(typed, table, reader)]


def diagnostics(typed: str, table: Field, reader: Reader | None = None) -> tuple[Diagnostic, ...]:
    lines = typed.split("\n")
    diagnostics = Diagnostics("x.yaml", lines)
    root = compose(lines, diagnostics, reader or fastest_reader(), table.names())
    if root is not None:
        check(root, table, diagnostics)
    return diagnostics.report()


NUMBER = Field("age", Kind.NUMBER, "A number.", "7", least=2, most=9, recommended=(3, 8))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1", "bad-number"),
        ("2", "unusual-number"),
        ("3", ""),
        ("8", ""),
        ("9", "unusual-number"),
        ("10", "bad-number"),
        ("-3", "bad-number"),
        ("٣", "bad-number"),
        ("00000003", "bad-number"),
        ("0000003", ""),
    ],
)
def test_a_number_has_limits_and_is_remarked_on_before_them(typed: str, code: str):
    assert [diagnostic.code for diagnostic in diagnostics(f"age: {typed}", group(NUMBER))] == ([code] if code else [])


TEXTS = Field("word", Kind.TEXT, "A word.", "one", most=4)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("words: [a, b]", []),
        ("words: [a, b, c]", []),
        ("words: [a]", ["1:8 too-few “words” has 1 parts, but needs 2. Add the missing ones."]),
        ("words: []", ["1:8 too-few “words” is empty. Type at least one line, or delete it."]),
        (
            "words: [a, b, c, d]",
            ["1:18 too-many “words” has 4 lines, but only 3 fit. Delete some, or move them to another part."],
        ),
        (
            "words: [a, b, a]",
            ["1:15 listed-twice “a” is in “words” twice. Delete one of the two."],
        ),
        (
            "words: [abcd, abcde]",
            ["1:15 too-long “word” has 5 letters, but only 4 fit. Make it shorter, or spread it over two."],
        ),
        (
            "words: a",
            ["1:8 needs-list “words” needs a list. Put each item on its own line, starting with a dash and a space."],
        ),
    ],
)
def test_a_list_has_its_members(typed: str, expected: list[str]):
    words = Field("words", Kind.LIST, "Words.", member=TEXTS, least=2, most=3, unique=True)
    assert told(typed, group(words)) == expected


def test_a_list_of_short_things_may_stand_in_brackets():
    form = Form("[a-z]", "a small letter")
    letters = Field("letters", Kind.LIST, "Letters.", member=Field("letter", Kind.TEXT, "One.", "k", form=form))
    assert told("letters: a", group(letters)) == [
        "1:10 needs-list “letters” needs a list. Put square brackets around it, such as [k]."
    ]
    assert told("letters: [a, B]", group(letters)) == [
        "1:14 wrong-form “B” is not right for “letter”. It must be a small letter."
    ]


def test_what_is_missing_is_asked_for_with_an_example_where_there_is_one():
    table = group(
        Field("name", Kind.TEXT, "A name.", "Ann", required=True), Field("more", Kind.LIST, "More.", required=True)
    )
    assert told("other: x", table)[:2] == [
        "1:1 missing-key “more” is missing in this thing. Add a line “more:” and what belongs under it.",
        "1:1 missing-key “name” is missing in this thing. Add a line “name: Ann”.",
    ]


def test_some_things_are_needed_only_beside_others():
    table = group(
        Field("kind", Kind.TEXT, "A kind.", "big"), Field("size", Kind.NUMBER, "A size.", "5", most=9,
                                                          required_when=("kind", "big")))  # fmt: skip
    assert told("kind: small", table) == []
    assert told("kind: big", table) == ["1:1 missing-key “size” is missing in this thing. Add a line “size: 5”."]
    assert told("kind: big\nsize: 3", table) == []


def test_one_of_several_is_enough():
    table = group(
        Field("a", Kind.TEXT, "A."), Field("b", Kind.TEXT, "B."), Field("c", Kind.TEXT, "C."), one_of=("a", "b")
    )
    assert told("b: x", table) == []
    assert told("c: x", table) == [
        "1:1 missing-key This thing has neither “a” nor “b”. Add a line “a:” with what patients should read."
    ]


def test_a_slip_in_a_name_is_not_called_missing_too():
    assert told("nmae: x", group(Field("name", Kind.TEXT, "A name.", "Ann", required=True))) == [
        "1:1 unknown-key “nmae” is not a name that belongs here. Did you mean “name”?"
    ]


def test_a_name_of_another_part_is_told_from_one_that_does_not_exist():
    table = group(Field("name", Kind.TEXT, "A name."), Field("inner", Kind.GROUP, "Inner.", fields=(NUMBER,)))
    assert told("age: 3", table) == [
        "1:1 unknown-key “age” is not a name that belongs here. "
        "It belongs to another part: change the number of spaces at the start of the line."
    ]


def test_an_empty_place_is_told_by_whether_it_must_be_filled():
    table = group(
        Field("a", Kind.TEXT, "A.", "x", required=True), Field("b", Kind.TEXT, "B.", "y"), Field("c", Kind.TEXT, "C.")
    )
    assert told("a:\nb:\nc:", table) == [
        "1:3 empty-value “a” is empty. Type for example “x”.",
        "2:3 empty-value “b” is empty. Type for example “y”, or delete the line.",
        "3:3 empty-value “c” is empty. Type what belongs here, or delete the line.",
    ]


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("22/11/2026", "Type 2026-11-22."),
        ("11.12.2026", "Type year, month and day with hyphens between them, such as {today}."),
        ("2026/11/22", "Type 2026-11-22."),
    ],
)
def test_a_date_in_another_order_is_answered_with_the_right_one_where_it_is_clear(typed: str, fix: str):
    table = group(Field("day", Kind.DATE, "A day.", "2026-11-22"))
    before = date.today()
    (diagnostic,) = diagnostics(f"day: {typed}", table)
    assert diagnostic.fix in {fix.format(today=day) for day in (before, date.today())}


def test_a_file_of_nothing_but_mistakes_ends_in_as_many_as_are_told():
    table = group(Field("name", Kind.TEXT, "A name."), Field("all", Kind.LIST, "All.", member=NUMBER))
    many = diagnostics("".join(f"x{number}: 1\n" for number in range(400)), table)
    assert len(many) == MOST
    assert [diagnostic.line for diagnostic in many] == list(range(1, MOST + 1))
    listed = diagnostics("all:\n" + "- x\n" * 400, table)
    assert [diagnostic.line for diagnostic in listed] == list(range(2, MOST + 2))


@pytest.mark.parametrize("typed", ["", "\n\n", "# a note"])
def test_a_file_that_says_nothing_is_told(typed: str):
    assert told(typed, group(NUMBER)) == [
        "1:0 empty-file The file contains nothing. Restore the text from an older copy."
    ]


def test_words_to_choose_from():
    assert either(("a",)) == "“a”"
    assert either(("a", "b")) == "“a” or “b”"
    assert either(("a", "b", "c")) == "“a”, “b” or “c”"
    assert did_you_mean("Emergncy_level", ("emergency-level", "other")) == "Did you mean “emergency-level”?"
    assert did_you_mean("zzz", ("emergency", "urgent")) == "It can be “emergency” or “urgent”."
    assert did_you_mean("zzz", tuple("abcdefghijklmn")).endswith("“k” or “l”.")
