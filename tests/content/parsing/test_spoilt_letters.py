"""Letters that another program has spoilt are told from foreign letters that are meant."""

from __future__ import annotations

import pytest

from kiosk.content.parsing.characters import check_characters, split_lines
from kiosk.content.parsing.diagnostics import Diagnostics


def told(text: str) -> list[tuple[int, int, str, str]]:
    """Line, column, code and advice of what is found in `text`."""
    diagnostics = Diagnostics("en/signs.yaml", split_lines(text))
    check_characters(diagnostics)
    return [(each.line, each.column, each.code, each.fix) for each in diagnostics.report()]


@pytest.mark.parametrize(
    ("spoilt", "meant"),
    [
        ("cafÃ©", "é"),
        ("â€™tis", "’"),
        ("â‚¬ 5", "€"),
        ("ðŸ˜€", "😀"),
        ("Ã\x81rea", "Á"),
    ],
)
def test_a_spoilt_letter_is_named_with_the_one_that_was_meant(spoilt: str, meant: str):
    ours = [each for each in told(f"ok\nx {spoilt}\n") if each[2] == "garbled-letter"]
    assert [(line, fix) for line, _, _, fix in ours] == [(2, f"Type “{meant}” in its place.")]


@pytest.mark.parametrize(
    "text", ["Ângström", "Âme", "MAÑANÂ»", "«CAFÃ»", "Ã\u4e00", "Ãé", "âé", "ÂÂ", "Åå ÄÄ", "Ã©"[:1]]
)
def test_letters_that_are_meant_are_left_alone(text: str):
    assert told(text) == []


def test_one_word_of_it_is_enough_for_a_line_and_each_line_is_told():
    assert [(line, column) for line, column, _, _ in told("Ã© Ã©\nmore Ã©")] == [(1, 1), (2, 6)]


def test_a_quotation_that_ends_after_a_capital_does_not_hide_what_follows():
    assert [column for _, column, _, _ in told("«CAFÂ» y cafÃ©")] == [13]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_to_end_a_line_counts(end: str):
    assert split_lines(end.join(["one", "", "two", ""])) == ["one", "", "two", ""]


def test_what_is_read_on_has_plain_spaces_and_nothing_unseen():
    diagnostics = Diagnostics("x", ["a\u00a0b", "c\tab", "so\u00adft", "e\x1b[m", "به\u200cتر"])
    assert check_characters(diagnostics) == ["a b", "c ab", "soft", "e [m", "به\u200cتر"]


def test_after_a_tab_at_the_start_of_a_line_nothing_is_read_on():
    diagnostics = Diagnostics("x", ["a:", " \tb", "\t"])
    assert check_characters(diagnostics) is None
    assert [(each.line, each.column, each.code) for each in diagnostics.report()] == [(2, 2, "tab")]
