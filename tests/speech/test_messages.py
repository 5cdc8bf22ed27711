"""Messages are lines; a line that is none is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.messages import decode, encode


@given(st.text(max_size=50), st.integers())
def test_a_message_comes_through_as_one_line(text, number):
    message = {"do": "say", "text": text, "id": number}
    line = encode(message)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert decode(line) == message


@given(st.binary(max_size=50))
def test_no_line_can_stop_the_reader(line):
    assert decode(line) is None or isinstance(decode(line), dict)


@pytest.mark.parametrize("line", [b"", b"[1]", b"3", b"{", b'{"a":', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_message_is_none(line):
    assert decode(line) is None
