"""What is made next: first what patients need first. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from kiosk.speech.ready.made import Count, Progress
from kiosk.speech.ready.rendered import Wanted


class Said(NamedTuple):
    """A text that is said."""

    text: str
    """The spoken form."""
    language: str
    rate: int = 0
    """The only speed at which it is said, in words a minute; 0 for all."""


def in_order(said: Mapping[str, Sequence[Said]], rates: Sequence[int], start: int) -> list[Wanted]:
    """Return everything that is to be made, each once.

    `said` are the texts of each language, in the order in which patients hear them. The rate at the `start` comes
    first, then those next to it; within a rate the languages take turns, so that none waits for the other.
    """
    turns = [each for each in chain.from_iterable(zip_longest(*said.values())) if each is not None]
    near = sorted(rates, key=lambda rate: abs(_place(rate, rates) - _place(start, rates)))
    return list(
        dict.fromkeys(
            Wanted(each.text, each.language, rate) for rate in near for each in turns if each.rate in (0, rate)
        )
    )


def progress_of(wanted: Sequence[Wanted], missing: Sequence[Wanted], start: int) -> Progress:
    """Return how much of `wanted` is there."""
    lacking = set(missing)
    counts = []
    for language in dict.fromkeys(each.language for each in wanted):
        own = [each for each in wanted if each.language == language]
        first = [each for each in own if each.rate == start]
        counts.append(
            Count(
                language,
                sum(each not in lacking for each in first),
                len(first),
                sum(each not in lacking for each in own),
                len(own),
            )
        )
    return Progress(tuple(counts))


def _place(rate: int, rates: Sequence[int]) -> int:
    return sum(each < rate for each in rates)
