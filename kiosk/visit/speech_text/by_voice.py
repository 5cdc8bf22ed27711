"""Cuts what is said where its language changes: English that stands in for a missing word has an English voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.told import cut_to
from kiosk.visit.terms.wording import ENGLISH, Wording

_WORD = re.compile(r"[^\W\d_]{2}")


def by_voice(said: Iterable[Utterance], wordings: Mapping[str, Wording]) -> tuple[Utterance, ...]:
    """Return the utterances, each of them cut into pieces of one language; most are of one and stay as they are."""
    return tuple(piece for each in said for piece in _pieces(each, wordings.get(each.language)))


def _pieces(whole: Utterance, wording: Wording | None) -> Iterator[Utterance]:
    stand_ins = wording.stand_ins if wording else None
    spans = list(stand_ins.spans(whole.text)) if stand_ins and not whole.say else []
    if not spans:
        yield whole
        return
    cuts = [0, *(at for span in spans for at in span), len(whole.text)]
    pieces: list[tuple[int, int, bool]] = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        english = number % 2 == 1
        if pieces and not _WORD.search(whole.text, start, end):  # a full stop, or the name of a key
            english = pieces[-1][2]
        if pieces and pieces[-1][2] == english:
            pieces[-1] = pieces[-1][0], end, english
        elif start < end:
            pieces.append((start, end, english))
    for start, end, english in pieces:
        yield whole._replace(
            text=whole.text[start:end],
            language=ENGLISH if english else whole.language,
            pause_ms=0 if start else whole.pause_ms,
            numbers=cut_to(whole.numbers, start, end),
            piece_of=whole,
            at=start,
        )
