"""What the voice has to guess in the texts of a clinic, for `check` and the preview."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kiosk.content.advice.guesses import Doubtful
from kiosk.content.model.word_rules import WordRule
from kiosk.speech.spoken.guess import Doubt
from kiosk.speech.spoken.spoken_form import spoken_form

_NUMBER = re.compile(r"^[-−+]?[0-9.,]+\s?")


def doubts(text: str, language: str, rules: Sequence[WordRule]) -> Iterator[Doubtful]:
    """Yield what the rules of the spoken form did not know in `text`, with the clinic's own pronunciations."""
    for guess in spoken_form(text, language, rules).guesses:
        word = text[guess.start : guess.end].strip()
        if guess.doubt is Doubt.UNIT:
            word = _NUMBER.sub("", word)
        if word:
            yield Doubtful(word, spoken_form(word, language).text, guess.doubt is Doubt.NUMBER)
