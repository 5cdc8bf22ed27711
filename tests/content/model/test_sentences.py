"""Sentences end where a reader takes a breath, not at every full stop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Tell us. We can help.", ["Tell us.", "We can help."]),
        ("Ask Dr. Lee about it.", ["Ask Dr. Lee about it."]),
        ("A fever of 100.4 °F (38 °C) or more. Call us.", ["A fever of 100.4 °F (38 °C) or more.", "Call us."]),
        ("Come at 8 a.m. or later.", ["Come at 8 a.m. or later."]),
        ("Is it hard to breathe? Then tell us!", ["Is it hard to breathe?", "Then tell us!"]),
        ("Some foods, e.g. nuts.", ["Some foods, e.g. nuts."]),
        ("“Not now.” She said so.", ["“Not now.”", "She said so."]),
        ("¿Le duele? Díganos.", ["¿Le duele?", "Díganos."]),
        ("No full stop here", ["No full stop here"]),
        ("It was I. Then she came.", ["It was I.", "Then she came."]),
        ("Wait … and see.", ["Wait … and see."]),
        ("On Nov. 3 we are closed.", ["On Nov. 3 we are closed."]),
        ("Call tel. 555-0142 now.", ["Call tel. 555-0142 now."]),
        ("Call 555-0142, ext. 12. Ask for Jo.", ["Call 555-0142, ext. 12.", "Ask for Jo."]),
        ("Ask at Rm. 5. See fig. 2.", ["Ask at Rm. 5.", "See fig. 2."]),
        ("Open Fri. 9 am.", ["Open Fri. 9 am."]),
        ("Vea la pág. 3 en la hab. 12.", ["Vea la pág. 3 en la hab. 12."]),
        ("Llame a la Srta. Gómez o a los Dres. Pérez.", ["Llame a la Srta. Gómez o a los Dres. Pérez."]),
        ("Vivo en EE. UU. desde 2010.", ["Vivo en EE. UU. desde 2010."]),
        ("The U.S. National Cancer Institute.", ["The U.S. National Cancer Institute."]),
        ("Come at 5 p.m. Call us first.", ["Come at 5 p.m.", "Call us first."]),
        ("Venga a las 5 p. m. Llame antes.", ["Venga a las 5 p. m.", "Llame antes."]),
        ("Open from 8 a.m. Monday to Friday.", ["Open from 8 a.m. Monday to Friday."]),
        ("Tests for hepatitis B. Call us.", ["Tests for hepatitis B.", "Call us."]),
        ("Written by J. Smith.", ["Written by J. Smith."]),
        ("No. Call us.", ["No.", "Call us."]),
        ("No. 3 is next.", ["No. 3 is next."]),
        ("Bring pills, papers, etc. Then wait.", ["Bring pills, papers, etc.", "Then wait."]),
        ("Sit in the sun. Rest.", ["Sit in the sun.", "Rest."]),
        ("", []),
    ],
)
def test_splits(text: str, sentences: list[str]):
    assert split(text) == sentences


@given(st.text(max_size=300))
def test_no_character_is_lost_or_told_twice(text: str):
    covered = [at for start, end in sentence_spans(text) for at in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(covered)
