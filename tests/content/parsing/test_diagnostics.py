"""What is found in a file: each thing once, the errors before all else, and no more than anybody reads."""

from __future__ import annotations

from kiosk.content.parsing.diagnostic import Level
from kiosk.content.parsing.diagnostics import MOST, Diagnostics


def add(diagnostics: Diagnostics, line: int, level: Level = Level.ERROR, code: str = "a-code") -> None:
    diagnostics.add(code, "What is wrong.", "What to do.", line=line, column=2, level=level)


def test_the_same_at_the_same_place_is_told_once():
    diagnostics = Diagnostics("x")
    for line in (1, 1, 2):
        add(diagnostics, line)
    assert [diagnostic.line for diagnostic in diagnostics.report()] == [1, 2]


def test_they_come_by_line_whatever_was_found_first():
    diagnostics = Diagnostics("x", ["one", "two\twide", "three"])
    for line in (3, 0, 2):
        add(diagnostics, line, Level.WARNING)
    told = diagnostics.report()
    assert [(diagnostic.line, diagnostic.excerpt) for diagnostic in told] == [(0, ""), (2, "two→wide"), (3, "three")]


def test_errors_push_remarks_out_where_there_are_too_many():
    diagnostics = Diagnostics("x")
    for line in range(1, MOST + 1):
        add(diagnostics, line, Level.WARNING)
    assert not diagnostics.failed
    add(diagnostics, 500)
    told = diagnostics.report()
    assert len(told) == MOST
    assert told[-1].line == 500
    assert told[-1].message == "What is wrong; there are more problems in this file."
    assert [diagnostic.message for diagnostic in told[:-1]] == ["What is wrong."] * (MOST - 1)


def test_just_as_many_as_are_told_are_all_there_is():
    diagnostics = Diagnostics("x")
    for line in range(1, MOST + 1):
        add(diagnostics, line)
    assert [diagnostic.message for diagnostic in diagnostics.report()] == ["What is wrong."] * MOST


def test_after_plenty_only_a_first_error_still_counts():
    diagnostics = Diagnostics("x")
    for line in range(1, 200):
        add(diagnostics, line, Level.WARNING)
    assert not diagnostics.full
    add(diagnostics, 200, Level.WARNING)
    assert diagnostics.full
    add(diagnostics, 201, Level.WARNING, "too-late")
    assert not diagnostics.has("too-late")
    add(diagnostics, 202, code="the-first-error")
    add(diagnostics, 203, code="another")
    assert diagnostics.failed
    assert diagnostics.has("the-first-error")
    assert not diagnostics.has("another")


def test_in_a_file_that_can_be_done_without_nothing_is_an_error():
    diagnostics = Diagnostics("words.yaml", optional=True)
    add(diagnostics, 7)
    assert not diagnostics.failed
    assert [diagnostic.level for diagnostic in diagnostics.report()] == [Level.WARNING]
    assert diagnostics.lines_with_errors == {7}


def test_a_line_that_was_only_remarked_on_is_not_wrong():
    diagnostics = Diagnostics("x")
    add(diagnostics, 1, Level.WARNING)
    add(diagnostics, 2)
    add(diagnostics, 0)
    assert diagnostics.lines_reported == {1, 2}
    assert diagnostics.lines_with_errors == {2}


def test_what_was_found_elsewhere_is_taken_over_as_it_is_or_down_to_a_line():
    other = Diagnostics("x")
    add(other, 3, Level.WARNING)
    add(other, 5)
    whole, above = Diagnostics("x"), Diagnostics("x")
    whole.take(other)
    above.take(other, before=5)
    assert whole.report() == other.report()
    assert above.report() == other.report()[:1]


def test_a_name_of_a_file_is_safe_to_print():
    diagnostics = Diagnostics("en/\x1b[2J.yaml")
    add(diagnostics, 1)
    assert diagnostics.report()[0].file == "en/<U+001B>[2J.yaml"
