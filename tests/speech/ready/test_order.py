"""What is made next: first the speed at which every visit starts, in the order in which patients hear the texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.ready.made import Count
from kiosk.speech.ready.order import Said, in_order, progress_of
from kiosk.speech.ready.rendered import Wanted

RATES = (65, 90, 122, 155)
SAID = {
    "en": [Said("Before you start.", "en"), Said("Menu.", "en"), Said("About 4 minutes.", "en", 65)],
    "es": [Said("Antes de empezar.", "es")],
}


def test_the_speed_at_the_start_comes_first_and_those_next_to_it_follow():
    assert list(dict.fromkeys(each.rate for each in in_order(SAID, RATES, 122))) == [122, 90, 155, 65]


def test_the_languages_take_turns_so_that_none_waits_for_the_other():
    assert [each.text for each in in_order(SAID, (122,), 122)] == ["Before you start.", "Antes de empezar.", "Menu."]


def test_a_text_that_tells_how_long_a_topic_takes_is_made_at_its_own_speed_only():
    assert [each.rate for each in in_order(SAID, RATES, 122) if each.text == "About 4 minutes."] == [65]


texts = st.lists(st.builds(Said, st.sampled_from("abcdef"), st.sampled_from(["en", "es"]), st.just(0)))


@given(st.dictionaries(st.sampled_from(["en", "es"]), texts))
def test_everything_is_made_at_every_speed_and_nothing_twice(said: dict[str, list[Said]]):
    order = in_order(said, RATES, 122)
    assert len(order) == len(set(order))
    all_texts = {(each.text, each.language) for own in said.values() for each in own}
    assert set(order) == {Wanted(*text, rate) for text in all_texts for rate in RATES}
    first = [each for each in order if each.rate == 122]
    assert order[: len(first)] == first


def test_how_much_is_made_is_counted_by_language_at_the_start_and_at_all_speeds():
    order = in_order(SAID, RATES, 122)
    assert progress_of(order, [Wanted("Menu.", "en", 122), Wanted("Menu.", "en", 65)], 122).counts == (
        Count("en", 1, 2, 7, 9),
        Count("es", 1, 1, 4, 4),
    )
