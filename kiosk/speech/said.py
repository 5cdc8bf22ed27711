"""The spoken form of an utterance, with the telephone numbers that it knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.spoken.spoken_form import SpokenForm, spoken_form
from kiosk.visit.speech_text.utterance import Utterance


def form_of(utterance: Utterance, rules: Sequence[WordRule] = ()) -> SpokenForm:
    """Return how the voice says `utterance`, with the clinic's own pronunciations."""
    if utterance.say:
        return spoken_form(utterance.say, utterance.language, rules)
    return spoken_form(utterance.text, utterance.language, rules, utterance.numbers)


def as_said(rules: Sequence[WordRule]) -> Callable[[Utterance], str]:
    """Return what gives the words that the voice says for an utterance."""
    return lambda utterance: form_of(utterance, rules).text
