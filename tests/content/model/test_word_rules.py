"""A rule of words.yaml touches a text wherever the voice says the text another way because of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.model.word_rules import WordRule, touching
from kiosk.speech.spoken.spoken_form import spoken_form

TEXTS = st.text("aAbB’'é\u0301\u00ad .,-<>1", max_size=12)
RULES = st.builds(
    WordRule,
    st.text("aAbB’'é\u0301\u00ad .-1", min_size=1, max_size=4),
    st.just("next week"),
    st.sampled_from([None, "en", "es"]),
    st.booleans(),
)


@settings(deadline=None)
@given(TEXTS, RULES)
def test_no_rule_that_the_voice_obeys_is_missed(text: str, rule: WordRule):
    said = spoken_form(text, "en", (rule,)).text
    if said != spoken_form(text, "en").text:
        assert touching([rule], "en", [text]) == (rule,)


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=3), RULES)
def test_a_rule_that_touches_one_text_touches_it_among_others_too(texts: list[str], rule: WordRule):
    if any(touching([rule], "en", [text]) for text in texts):
        assert touching([rule], "en", texts) == (rule,)


def test_a_rule_between_two_sources_is_found_as_the_page_says_them():
    rule = WordRule("Society; Institute", "next week")
    assert touching([rule], "en", ["American Society", "Institute of Health"]) == (rule,)


def test_a_word_may_stand_in_another_spelling_of_the_same_letters():
    rule = WordRule("don't", "do")
    assert touching([rule], "en", ["Please don’t wait."]) == (rule,)
    assert touching([rule], "es", ["Please don’t wait."]) == (rule,)
    assert touching([WordRule("don't", "do", "es")], "en", ["Please don’t wait."]) == ()


def test_rules_come_as_they_are_tried_wherever_they_stand_in_the_file():
    rules = [WordRule("ab", "x"), WordRule("abc d", "y"), WordRule("AB", "z", "en")]
    assert touching(rules, "en", ["abc d ab AB"]) == (rules[1], rules[0], rules[2])
    assert touching([*reversed(rules[:2]), rules[2]], "en", ["abc d ab AB"]) == (rules[1], rules[0], rules[2])
