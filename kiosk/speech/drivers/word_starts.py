"""When each word begins, from how long each phoneme of a text sounds. Pure.

Phonemes come without the words they belong to, and small words run together: “of the” is one group. So each word is
turned into phonemes by itself too, and the two rows of phonemes are laid side by side.

A model does not sound as its own lengths say: a word begins in the space before it already. By how much earlier was
found by laying a recogniser's alignment beside the lengths; docs/voices.md has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_WORD = re.compile(r"\w[\w'.-]*\w|\w")
_SILENT = frozenset(" ^$_ˈˌː.,;:!?-'—…“”()")
"""Not compared: boundaries, stresses and lengths, which change with the neighbours."""
_GAP = 1.0
_OTHER = 1.5
"""The cost of a phoneme without a counterpart, and of an unlike one. A vowel for a vowel costs less than two gaps."""
_SPACES, _PAUSES = frozenset(" ˈˌ"), frozenset(".,;:!?—…")
"""The signs in front of a word that follows without a pause, and with one."""

WordStart = tuple[int, int, int]
"""Start and length in the text, and the sample at which the word begins."""


class Leads(NamedTuple):
    """How much earlier than by the lengths a word is heard, in samples."""

    running: int
    """Before the space in front of it, where it follows without a pause."""
    after_pause: int
    """Before its own first phoneme, where there is a comma or another mark in front of it."""


def word_starts(
    text: str, lengths: Sequence[tuple[str, int]], phonemes: Callable[[str], str], leads: Leads
) -> list[WordStart]:
    """The words of `text`, in order; the first one begins with the sound.

    `lengths`: all phonemes, each with its samples; `phonemes`: a word's own phonemes. Where nothing is known of the
    phonemes, no word is told.
    """
    heard: list[str] = []
    starts: list[int] = []
    sample = 0
    space: int | None = None
    pause = False
    for phoneme, samples in lengths:
        if phoneme not in _SILENT:
            early = sample - leads.after_pause if pause else sample if space is None else space - leads.running
            heard.append(phoneme)
            starts.append(max(early, starts[-1]) if starts else 0)
            space, pause = None, False
        elif phoneme in _PAUSES:
            pause = True
        elif phoneme in _SPACES and space is None:
            space = sample
        sample += samples
    if not heard:
        return []
    words = [(match.start(), len(match[0])) for match in _WORD.finditer(text)]
    own: list[str] = []
    firsts = []
    for start, length in words:
        firsts.append(len(own))
        own += [sign for sign in phonemes(text[start : start + length]) if sign not in _SILENT]
    beside = _side_by_side(tuple(own), tuple(heard))
    places = [beside[first] if first < len(own) else len(heard) - 1 for first in firsts]
    return [(*word, starts[place]) for word, place in zip(words, places, strict=True)]


def _side_by_side(own: tuple[str, ...], heard: tuple[str, ...]) -> tuple[int, ...]:
    """For each phoneme of `own` the place in `heard` that it goes with, by the fewest changes (Levenshtein)."""
    rows, columns = len(own) + 1, len(heard) + 1
    cost = [[0.0] * columns for _ in range(rows)]
    for row in range(1, rows):
        cost[row][0] = row * _GAP
    for column in range(1, columns):
        cost[0][column] = column * _GAP
    for row in range(1, rows):
        before, present, sign = cost[row - 1], cost[row], own[row - 1]
        for column in range(1, columns):
            other = 0.0 if heard[column - 1] == sign else _OTHER
            present[column] = min(before[column - 1] + other, before[column] + _GAP, present[column - 1] + _GAP)
    places = [0] * len(own)
    row, column = rows - 1, columns - 1
    while row > 0:
        places[row - 1] = min(max(column - 1, 0), len(heard) - 1)
        other = 0.0 if column and heard[column - 1] == own[row - 1] else _OTHER
        if column and cost[row][column] == cost[row - 1][column - 1] + other:
            row, column = row - 1, column - 1
        elif cost[row][column] == cost[row - 1][column] + _GAP:
            # It has no counterpart: it begins with what comes next.
            places[row - 1] = min(column, len(heard) - 1)
            row -= 1
        else:
            column -= 1
    return tuple(places)
