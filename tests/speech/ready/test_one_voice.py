"""The natural voice says a page only if it will not be late for any of its texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.ready.one_voice import LATE_S, Piece, keeps_up, sounds_at_least

seconds = st.floats(0, 10)
pieces = st.lists(st.builds(Piece, makes_s=st.one_of(st.just(0.0), seconds), sounds_s=seconds), max_size=10)


def test_what_is_all_there_is_never_late():
    assert keeps_up([Piece(0.0, 1.0), Piece(0.0, 0.1)])


def test_a_text_that_nobody_can_tell_about_is_late_wherever_it_is():
    assert not keeps_up([Piece(0.0, 1_000.0), Piece(float("inf"), 1.0)])


def test_a_text_may_be_made_while_those_before_it_sound():
    assert keeps_up([Piece(0.0, 3.0), Piece(3.0, 1.0)])
    assert not keeps_up([Piece(0.0, 3.0), Piece(3.0 + 2 * LATE_S, 1.0)])


@given(pieces)
def test_who_is_quicker_than_speech_keeps_up_and_more_to_make_never_helps(page: list[Piece]):
    slower = [piece._replace(makes_s=piece.makes_s * 2) for piece in page]
    assert keeps_up(page) or not keeps_up(slower)
    assert keeps_up([Piece(min(piece.sounds_s, LATE_S), piece.sounds_s) for piece in page])


def test_a_text_sounds_no_shorter_than_its_long_words_at_the_rate():
    assert sounds_at_least("x" * 70, 60, 500) == 10.5
