"""Word times for a voice that tells none: from the length of the words, between the silences that are measured. Pure.

A comma or a full stop is heard as a silence, so the longest silences part the sound as the marks part the text. Within
a part each word gets time by its length. How far off that is stands in docs/voices.md.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from itertools import pairwise

from kiosk.speech.rendered import Rendered

FRAME_S = 0.01
"""Seconds over which it is decided whether there is silence."""
QUIET = 300
"""Samples (of ±32,767) that are no louder count as silence: about -41 dB."""
SILENCE_S = 0.05
"""A shorter silence is part of a sound, as before the p of “spread”."""
ONSET = 2.2
"""What a word takes beyond its letters, in letters."""
_WORD = re.compile(r"\w[\w'.-]*\w|\w")
_PAUSE = re.compile(r"[.,;:!?]")

Span = tuple[int, int]
"""First sample, and the one after the last."""


def guess_words(text: str, rendered: Rendered) -> Rendered:
    """`rendered`, with words where it had none. `text`: the spoken form."""
    if rendered.words or not rendered.samples:
        return rendered
    clauses = _clauses(text)
    if not clauses:
        return rendered
    words = []
    for clause, span in zip(clauses, _spans(rendered, len(clauses)), strict=True):
        weights = [length + ONSET for _, length in clause]
        whole, passed = sum(weights), 0.0
        for (start, length), weight in zip(clause, weights, strict=True):
            words.append((start, length, span[0] + int(passed / whole * (span[1] - span[0]))))
            passed += weight
    return replace(rendered, words=tuple(words))


def _clauses(text: str) -> list[list[tuple[int, int]]]:
    """Start and length of each word, in groups that a mark divides."""
    clauses: list[list[tuple[int, int]]] = []
    end = 0
    for match in _WORD.finditer(text):
        if not clauses or _PAUSE.search(text, end, match.start()):
            clauses.append([])
        clauses[-1].append((match.start(), len(match[0])))
        end = match.end()
    return clauses


def _spans(rendered: Rendered, count: int) -> list[Span]:
    """The sound in `count` parts, divided at the longest silences; as one and evenly where there are too few."""
    silences = _silences(rendered.samples, rendered.sample_rate)
    end = len(rendered.samples)
    if len(silences) < count - 1:
        edges = [end * at // count for at in range(count + 1)]
        return list(pairwise(edges))
    longest = sorted(sorted(silences, key=lambda span: span[0] - span[1])[: count - 1])
    return list(zip([0, *(after for _, after in longest)], [*(before for before, _ in longest), end], strict=True))


def _silences(samples: array[int], rate: int) -> list[Span]:
    frame = int(FRAME_S * rate)
    found: list[Span] = []
    begun: int | None = None
    for at in range(0, len(samples), frame):
        piece = samples[at : at + frame]
        if max(max(piece), -min(piece)) <= QUIET:
            begun = at if begun is None else begun
        elif begun is not None:
            if begun > 0 and at - begun >= SILENCE_S * rate:
                found.append((begun, at))
            begun = None
    return found
