"""Hears a page: PocketSphinx, which chooses among the sentences of that page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pocketsphinx import Decoder

from kiosk.content.model.library import Library
from kiosk.speech.spoken.spoken_form import spoken_form
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript

Words = tuple[str, ...]
OTHER_LANGUAGES = "languages"
"""A page on which each language is named in its own."""


class PageRecogniser:
    """One recogniser for a sample rate."""

    def __init__(self, library: Library, sample_rate: int) -> None:
        self._library = library
        self._decoder = Decoder(
            samprate=sample_rate, lm=None, loglevel="FATAL", cmn="batch", beam=1e-80, wbeam=1e-60, pbeam=1e-80
        )

    def pages(self) -> Iterator[tuple[str, dict[Words, str]]]:
        """The name of each English page, and its sentences by their words.

        Sentences with digits or a word that PocketSphinx's dictionary lacks are left out, and pages with only one.
        """
        for page in transcript(self._library, "en", Grid(80, 24)):
            if page.page.startswith(OTHER_LANGUAGES):
                continue
            spoken = {text: spoken_form(text, "en", self._library.words).text for text in page.spoken}
            known = {self._words(said): text for text, said in spoken.items() if self._knows(said)}
            if len(known) > 1:
                yield page.page, known

    def choose_among(self, sentences: dict[Words, str]) -> None:
        """From now on one of these is heard."""
        choices = " | ".join(" ".join(words) for words in sentences)
        self._decoder.add_jsgf_string("page", f"#JSGF V1.0;\ngrammar g;\npublic <page> = {choices};")
        self._decoder.activate_search("page")

    def hear(self, recording: bytes) -> Words:
        """The words that were heard."""
        self._decoder.start_utt()
        self._decoder.process_raw(recording, full_utt=True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        return tuple(re.sub(r"\(\d+\)", "", found.hypstr).split()) if found else ()

    @staticmethod
    def _words(said: str) -> Words:
        return tuple(re.findall(r"[a-z']+", said.lower()))

    def _knows(self, said: str) -> bool:
        words = self._words(said)
        return len(words) > 1 and not re.search(r"\d", said) and all(map(self._decoder.lookup_word, words))


def word_errors(said: Words, heard: Words) -> int:
    """How many words were left out, put in or taken for others (Levenshtein)."""
    costs = list(range(len(heard) + 1))
    for row, word in enumerate(said, 1):
        before, costs[0] = costs[0], row
        for column, other in enumerate(heard, 1):
            before, costs[column] = (
                costs[column],
                min(costs[column] + 1, costs[column - 1] + 1, before + (word != other)),
            )
    return costs[-1]
