"""What is found in a file: each thing once, the errors before all else, and no more than anybody reads."""

from __future__ import annotations

from kiosk.content.parsing.findings import MOST, Findings
from kiosk.content.parsing.problem import Level


def add(findings: Findings, line: int, level: Level = Level.ERROR, code: str = "a-code") -> None:
    findings.add(code, "What is wrong.", "What to do.", line=line, column=2, level=level)


def test_the_same_at_the_same_place_is_told_once():
    findings = Findings("x")
    for line in (1, 1, 2):
        add(findings, line)
    assert [problem.line for problem in findings.problems()] == [1, 2]


def test_they_come_by_line_whatever_was_found_first():
    findings = Findings("x", ["one", "two\twide", "three"])
    for line in (3, 0, 2):
        add(findings, line, Level.WARNING)
    told = findings.problems()
    assert [(problem.line, problem.excerpt) for problem in told] == [(0, ""), (2, "two→wide"), (3, "three")]


def test_errors_push_remarks_out_where_there_are_too_many():
    findings = Findings("x")
    for line in range(1, MOST + 1):
        add(findings, line, Level.WARNING)
    assert not findings.failed
    add(findings, 500)
    told = findings.problems()
    assert len(told) == MOST
    assert told[-1].line == 500
    assert told[-1].message == "What is wrong; there are more problems in this file."
    assert [problem.message for problem in told[:-1]] == ["What is wrong."] * (MOST - 1)


def test_just_as_many_as_are_told_are_all_there_is():
    findings = Findings("x")
    for line in range(1, MOST + 1):
        add(findings, line)
    assert [problem.message for problem in findings.problems()] == ["What is wrong."] * MOST


def test_after_plenty_only_a_first_error_still_counts():
    findings = Findings("x")
    for line in range(1, 200):
        add(findings, line, Level.WARNING)
    assert not findings.plenty
    add(findings, 200, Level.WARNING)
    assert findings.plenty
    add(findings, 201, Level.WARNING, "too-late")
    assert not findings.has("too-late")
    add(findings, 202, code="the-first-error")
    add(findings, 203, code="another")
    assert findings.failed
    assert findings.has("the-first-error")
    assert not findings.has("another")


def test_in_a_file_that_can_be_done_without_nothing_is_an_error():
    findings = Findings("words.yaml", harmless=True)
    add(findings, 7)
    assert not findings.failed
    assert [problem.level for problem in findings.problems()] == [Level.WARNING]
    assert findings.lines_wrong == {7}


def test_a_line_that_was_only_remarked_on_is_not_wrong():
    findings = Findings("x")
    add(findings, 1, Level.WARNING)
    add(findings, 2)
    add(findings, 0)
    assert findings.lines_hit == {1, 2}
    assert findings.lines_wrong == {2}


def test_what_was_found_elsewhere_is_taken_over_as_it_is_or_down_to_a_line():
    other = Findings("x")
    add(other, 3, Level.WARNING)
    add(other, 5)
    whole, above = Findings("x"), Findings("x")
    whole.take(other)
    above.take(other, before=5)
    assert whole.problems() == other.problems()
    assert above.problems() == other.problems()[:1]


def test_a_name_of_a_file_is_safe_to_print():
    findings = Findings("en/\x1b[2J.yaml")
    add(findings, 1)
    assert findings.problems()[0].file == "en/<U+001B>[2J.yaml"
