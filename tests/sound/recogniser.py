"""Hears which sentence of the kiosk a recording holds, with a recogniser of its own (PocketSphinx).

It chooses among the sentences of several pages, so it can be wrong in many ways.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection
from difflib import SequenceMatcher

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.spoken.spoken_form import spoken_form
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript
from tests.sound.room import in_a_room
from tests.sound.sound_server import LOUD, RATE

ONE_ITEM_S = 9
"""Longest that one choice sounds with its position and what it is about, and where the list ends; two take longer."""


class Recogniser:
    """Knows the sentences of some pages of a library, by their names in the transcript."""

    def __init__(self, library: Library, pages: Collection[str]) -> None:
        sphinx = pytest.importorskip("pocketsphinx", reason="pocketsphinx has no wheel for this Python")
        self._decoder = sphinx.Decoder(
            samprate=RATE, lm=None, loglevel="FATAL", cmn="batch", beam=1e-80, wbeam=1e-60, pbeam=1e-80
        )
        transcripts = transcript(library, "en", Grid(80, 24))
        texts = {text for page in transcripts if page.page in pages for text in page.spoken}
        self.sentences = {self.words(text): text for text in texts if self._knows(text)}
        choices = " | ".join(" ".join(words) for words in self.sentences)
        self._decoder.add_jsgf_string("page", f"#JSGF V1.0;\ngrammar g;\npublic <page> = {choices};")
        self._decoder.activate_search("page")

    @staticmethod
    def words(text: str) -> tuple[str, ...]:
        """The words that the voice says for a text."""
        return tuple(re.findall(r"[a-z']+", spoken_form(text).text.lower()))

    def _knows(self, text: str) -> bool:
        words = self.words(text)
        return len(words) > 1 and all(self._decoder.lookup_word(word) for word in words)

    def hear(self, samples: array[int]) -> str:
        """The sentence of the kiosk that sounds most like the recording; empty where none does."""
        self._decoder.start_utt()
        self._decoder.process_raw(in_a_room(samples, RATE), full_utt=True)
        self._decoder.end_utt()
        if self._decoder.hyp() is None:
            return ""
        heard = self._decoder.hyp().hypstr.split()
        near = max(self.sentences, key=lambda words: SequenceMatcher(None, heard, list(words)).ratio())
        return self.sentences[near]


def pieces(samples: array[int], pause_s: float = 0.28) -> list[array[int]]:
    """The recording, divided where it was silent for `pause_s` seconds or longer."""
    found = []
    start = last = None
    for at in range(0, len(samples), 100):
        if max(map(abs, samples[at : at + 100]), default=0) > LOUD:
            start = at if start is None else start
            last = at + 100
        elif start is not None and last is not None and at - last > pause_s * RATE:
            found.append(samples[start:last])
            start = None
    return [*found, samples[start:last]] if start is not None else found
