"""A slip on one line: where it is, its name, and as what the line is read on, so that the next slip is found."""

from __future__ import annotations

import pytest

from kiosk.content.parsing.line_diagnostics import diagnose_line, quoted, split_line

NAMES = frozenset({"title", "how-soon", "points", "text"})
"""The names that may stand before a colon."""

# the line, the column of the slip, its name, the line as it is read on
SLIPS = [
    ("title The signs", 6, "missing-colon", 'title: "The signs"'),
    ("title:The signs", 6, "missing-space", 'title: "The signs"'),
    ("title:x", 6, "missing-space", 'title: "x"'),
    ("title", 6, "missing-colon", "title: "),
    ("Title The signs", 6, "missing-colon", 'Title: "The signs"'),
    ("titel The signs", 6, "missing-colon", 'titel: "The signs"'),
    ("titel:The signs", 6, "missing-space", 'titel: "The signs"'),
    ("how-soon:Today", 9, "missing-space", 'how-soon: "Today"'),
    ("  - title:The", 10, "missing-space", '  - title: "The"'),
    ("points:[a, b]", 7, "missing-space", "points: [a, b]"),
    ("points [a, b]", 7, "missing-colon", "points: [a, b]"),
    ("text |", 5, "missing-colon", "text: |"),
    ("text:|", 5, "missing-space", "text: |"),
    ("text; Now", 5, "missing-colon", 'text: "Now"'),
    ("text = Now", 5, "missing-colon", 'text: "Now"'),
    ("text. Now", 5, "missing-colon", 'text: "Now"'),
    ("text... Now", 5, "missing-colon", 'text: "Now"'),
    ("texts", 6, "missing-colon", "texts: "),
    ("text a: b", 1, "colon-in-text", '"text a: b"'),
    ("text=Now", 5, "missing-colon", 'text: "Now"'),
    (
        "title:The long long words that go on and on",
        6,
        "missing-space",
        'title: "The long long words that go on and on"',
    ),
    ("- Signs # 1", 9, "words-after-hash", '- "Signs # 1"'),
    ("title: Signs # 1", 14, "words-after-hash", 'title: "Signs # 1"'),
    ("title: Signs: all", 8, "colon-in-text", 'title: "Signs: all"'),
    ("- Signs: all", 3, "colon-in-text", '- "Signs: all"'),
    ("- Signs:", 3, "colon-in-text", '- "Signs:"'),
    ("title: > x", 8, "starts-with-sign", "title: >"),
    ("title: - x", 8, "dash-after-colon", "title: "),
    ('title: "a', 8, "unclosed-quote", 'title: "a"'),
    ('- "a', 3, "unclosed-quote", '- "a"'),
    ('"a', 1, "unclosed-quote", None),
    ('title: "a" b', 8, "quote-inside", "title: '\"a\" b'"),
    ('title: "a" b"', 8, "quote-inside", "title: 'a\" b'"),
    ("title: 'it's'", 8, "quote-inside", 'title: "it\'s"'),
    ('title: "a\\d"', 8, "backslash", "title: 'a\\d'"),
    ('title: "\\x4"', 8, "backslash", "title: '\\x4'"),
    ('title: "\\u41"', 8, "backslash", "title: '\\u41'"),
    ("title: [a", 8, "unclosed-bracket", "title: []"),
    ("title: [a] b", 8, "starts-with-sign", 'title: "[a] b"'),
    ("title: [a] [b]", 8, "starts-with-sign", 'title: "[a] [b]"'),
    ("title: [a?]", 10, "starts-with-sign", 'title: "[a?]"'),
    ("title: {a", 8, "unclosed-bracket", "title: {}"),
    ("title: {a} b", 8, "starts-with-sign", 'title: "{a} b"'),
    ("title: *a", 8, "starts-with-sign", 'title: "*a"'),
    ("title: &a", 8, "starts-with-sign", 'title: "&a"'),
    ("title: !a", 8, "starts-with-sign", 'title: "!a"'),
    ("title: %a", 8, "starts-with-sign", 'title: "%a"'),
    ("title: @a", 8, "starts-with-sign", 'title: "@a"'),
    ("title: `a", 8, "starts-with-sign", 'title: "`a"'),
    ("title: ,a", 8, "starts-with-sign", 'title: ",a"'),
    ("title: ]a", 8, "starts-with-sign", 'title: "]a"'),
    ("title: }a", 8, "starts-with-sign", 'title: "}a"'),
    ("title: ? a", 8, "starts-with-sign", 'title: "? a"'),
    ("title: ?", 8, "starts-with-sign", 'title: "?"'),
    ("- *a", 3, "starts-with-sign", '- "*a"'),
    ("title: |x: y", 8, "starts-with-sign", "title: |"),
]
# what is no slip, or none that can be told from the line alone
RIGHT = [
    "title: Signs", "title:", "text:/x", "text:  x", "textual words", "title: >", "title: |-", "- - x",
    '- "Signs: all"', "title: 'Signs # 1: all'",
    "title: 'it''s'", 'title: "a\\n"', 'title: "\\x41"', "title: [a]", "title: [[a], [b]]", "title: ?a", "title: a?",
    "# title: x", "  # x", "", "title: # x",
]  # fmt: skip


@pytest.mark.parametrize(("line", "column", "code", "read_as"), SLIPS, ids=range(len(SLIPS)))
def test_a_slip_is_found_and_mended(line: str, column: int, code: str, read_as: str | None):
    diagnostic = diagnose_line(split_line(7, line), NAMES)
    assert diagnostic is not None
    assert (diagnostic.line, diagnostic.column, diagnostic.code, diagnostic.repaired) == (7, column, code, read_as)


@pytest.mark.parametrize("line", RIGHT, ids=range(len(RIGHT)))
def test_what_is_right_is_left_alone(line: str):
    assert diagnose_line(split_line(7, line), NAMES) is None


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("title:The long words that go on and on", "Type “title: The long words that go on and…”."),
        ("title:Yes", "Type “title: Yes”."),
        (
            "A long sentence that comes before: it",
            'Put quotes around the whole text: "A long sentence that comes before: it"',
        ),
    ],
)
def test_what_to_type_is_shown_as_far_as_it_fits(line: str, fix: str):
    diagnostic = diagnose_line(split_line(1, line), NAMES)
    assert diagnostic is not None
    assert diagnostic.fix == fix


@pytest.mark.parametrize(
    ("text", "typed"),
    [("a", '"a"'), ('a "b"', "'a \"b\"'"), ("it's", '"it\'s"'), ('it\'s "b"', "'it''s \"b\"'"), ("a\\b", "'a\\b'")],
)
def test_quotes_are_chosen_so_that_nothing_inside_changes(text: str, typed: str):
    assert quoted(text) == typed


def test_a_line_is_taken_apart():
    line = split_line(3, "  - heading:  In the bones  ")
    assert (line.margin, line.name, line.value, line.column) == ("  - ", "heading:  ", "In the bones", 15)
    assert line.with_value("x") == "  - heading:  x"
