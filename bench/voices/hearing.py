"""How many words of one voice are heard wrong, in silence and in noise, and how natural it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from bench.voices.limits import CLEAN, NOISES_DB, PINK, talk
from bench.voices.noise import babble, pink
from bench.voices.recogniser import Recogniser
from bench.voices.sound import LEVEL, Floats, Window, windows
from bench.voices.words import sounds_of, word_errors, words_of

JUDGED_SENTENCES = 12
"""So many are enough for naturalness: the mean of more changes by less than 0.1."""
PINK_DB = 5


class Wrong(NamedTuple):
    """Words that were left out, put in or taken for others."""

    by_ear: int
    """Without those that sound alike."""
    as_written: int
    words: int
    heard: tuple[tuple[str, str], ...]
    """What was said and what was heard, for each window."""

    @property
    def share(self) -> float:
        """Per cent of words, by ear."""
        return 100 * self.by_ear / self.words


class Room:
    """A recogniser in a room where others talk."""

    def __init__(self, recogniser: Recogniser, language: str) -> None:
        """Make the noises; `language` is that of the talk, and of what is heard."""
        self._recogniser, self._language = recogniser, language
        others = babble(language)
        self._noises: dict[str, tuple[Floats, int]] = {talk(db): (others, db) for db in NOISES_DB}
        self._noises[PINK] = (pink(), PINK_DB)

    def hear(self, said: Sequence[tuple[str, Floats]], condition: str) -> Wrong:
        """Have sentences heard. `said`: the spoken form and the sound of each; `condition`: one of CONDITIONS."""
        by_ear = as_written = words = 0
        heard = []
        for number, window in enumerate(windows(said)):
            text = self._recogniser.hear(self._with_noise(window, condition, number), self._language)
            said_words, heard_words = words_of(" ".join(window.texts)), words_of(text)
            words += len(said_words)
            as_written += word_errors(said_words, heard_words)
            by_ear += word_errors(*(self._sounds(each) for each in (said_words, heard_words)))
            heard.append((" ".join(window.texts), text))
        return Wrong(by_ear, as_written, words, tuple(heard))

    def _sounds(self, words: Sequence[str]) -> list[str]:
        return [sounds_of(word, self._language) for word in words]

    def _with_noise(self, window: Window, condition: str, number: int) -> Floats:
        if condition == CLEAN:
            return window.samples
        noise, louder_db = self._noises[condition]
        rolled = np.roll(noise, -number * len(noise) // 11)[: len(window.samples)]
        return window.samples + rolled * np.float32(LEVEL * 10 ** (-louder_db / 20))


def naturalness(judge: Callable[[Floats], float], said: Sequence[tuple[str, Floats]]) -> float:
    """Return the mean of `judge` over some sentences."""
    return float(np.mean([judge(samples) for _, samples in said[:JUDGED_SENTENCES]]))
