"""Messages are lines; a line that is none is left alone."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import (
    Command,
    Gain,
    GoOn,
    HeadphoneChange,
    Report,
    Say,
    Words,
    decode_command,
    decode_report,
    encode,
)

SAY = {"type": "say", "id": 1, "text": "x", "language": "en", "rate": 122, "pause": 0, "next": False}
SAY |= {"emergency": False, "numbers": [], "page": 0, "more": 0, "classic": False}
rules = st.builds(WordRule, st.text(max_size=9), st.text(max_size=9), st.none() | st.just("en"), st.booleans())
commands = st.one_of(
    *(
        st.builds(Words, st.lists(rules, max_size=3).map(tuple))
        if kind is Words
        else st.builds(Gain, st.floats(allow_nan=False))
        if kind is Gain
        else st.builds(kind)
        for kind in get_args(Command)
    )
)
reports = st.one_of(*(st.builds(kind) for kind in get_args(Report)))


def line(**values: object) -> bytes:
    return json.dumps(values).encode()


@given(commands)
def test_a_command_comes_through_as_one_line(command: Command):
    encoded = encode(command)
    assert encoded.index(b"\n") == len(encoded) - 1
    assert decode_command(encoded) == command
    assert decode_report(encoded) is None


@given(reports)
def test_a_report_comes_through_as_one_line(report: Report):
    encoded = encode(report)
    assert encoded.index(b"\n") == len(encoded) - 1
    assert decode_report(encoded) == report
    assert decode_command(encoded) is None


def test_a_message_is_an_object_of_its_name_and_its_fields():
    assert json.loads(encode(Say(1, "x", "en", 122))) == SAY
    assert json.loads(encode(HeadphoneChange(True))) == {"type": "headphone-change", "plugged": True}
    assert encode(GoOn()) == b'{"type":"go-on"}\n'
    rule = WordRule("MBC", "em bee see", "en", anywhere=True)
    written = {"write": "MBC", "say": "em bee see", "language": "en", "anywhere": True}
    assert json.loads(encode(Words((rule,)))) == {"type": "words", "rules": [written]}


def test_a_message_that_was_read_cannot_be_changed():
    command = decode_command(line(**SAY))
    assert isinstance(command, Say)
    with pytest.raises(AttributeError):
        command.text = "y"  # type: ignore[misc]


def test_a_whole_number_of_decibels_is_a_number():
    assert decode_command(line(type="gain", db=-3)) == Gain(-3.0)


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", "1"), ("id", True), ("id", 1.0), ("text", 3), ("text", None), ("next", 0), ("pause", [0]), ("rate", {})],
)
def test_a_value_of_another_type_makes_the_whole_line_none(name: str, value: Any):
    assert decode_command(line(**SAY)) is not None
    assert decode_command(line(**(SAY | {name: value}))) is None


@pytest.mark.parametrize("name", [name for name in SAY if name != "type"])
def test_a_line_without_one_of_the_values_is_none(name: str):
    assert decode_command(line(**{key: value for key, value in SAY.items() if key != name})) is None


def test_a_line_with_a_value_that_nobody_knows_is_none():
    assert decode_command(line(**SAY, volume=3)) is None


@pytest.mark.parametrize(
    "rule",
    [3, {}, {"write": "x"}, {"write": "x", "say": 1}, {"write": "x", "say": "y", "language": 3}, {"x": "y"}, None],
)
def test_rules_of_another_shape_are_none(rule: Any):
    assert decode_command(line(type="words", rules=[rule])) is None


@given(st.binary(max_size=50))
def test_no_line_can_stop_the_reader(content: bytes):
    assert decode_command(content) is None
    assert decode_report(content) is None


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=9),
        lambda each: st.lists(each) | st.dictionaries(st.text(max_size=5), each),
    )
)
def test_no_value_of_json_can_stop_the_reader(value: Any):
    for content in (value, {"type": value}, {"type": "words", "rules": value}, {"type": "word", "id": value}):
        assert decode_command(json.dumps(content).encode()) is None or content == {"type": "words", "rules": []}
        assert decode_report(json.dumps(content).encode()) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"[1]", b"3", b"{", b'{"a":', b"\xff\xfe", b"[" * 100_000, b'{"type":"hummed"}', b'{"type":[]}', b'["type"]'],
)
def test_what_is_no_message_is_none(content: bytes):
    assert decode_command(content) is None
    assert decode_report(content) is None
