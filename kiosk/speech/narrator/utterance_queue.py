"""The utterances that have not been heard to their end, by number, in the order in which they will sound. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.visit.speech_text.utterance import Priority, Utterance


class UtteranceQueue:
    """What sounds and what waits. Numbers rise by one and are never used twice; empty utterances get none."""

    def __init__(self) -> None:
        self._waiting: dict[int, Utterance] = {}
        self._pages: dict[int, int] = {}
        """The page of each of them, which it keeps when it is numbered again."""
        self._sounding = 0
        """The number of the utterance that began last."""
        self._last = 0

    def __bool__(self) -> bool:
        """Whether anything sounds or waits."""
        return bool(self._waiting)

    @property
    def all(self) -> Mapping[int, Utterance]:
        """Everything, by number and in order."""
        return self._waiting

    @property
    def first(self) -> Utterance | None:
        """What sounds, or is to sound next."""
        return next(iter(self._waiting.values()), None)

    def get(self, number: int) -> Utterance | None:
        """Return an utterance that has not been heard to its end, or None."""
        return self._waiting.get(number)

    def page_of(self, number: int) -> int:
        """Return the page of an utterance that waits or sounds: one number for all that were added at once."""
        return self._pages.get(number, number)

    def has_numbered(self, number: int) -> bool:
        """Whether an utterance ever had this number."""
        return 0 < number <= self._last

    def add(self, utterances: Sequence[Utterance]) -> Mapping[int, Utterance]:
        """Put `utterances` after what waits; those of priority NEXT before all that has not begun. Return them."""
        added = self._number([(each, None) for each in sorted(utterances, key=lambda each: -each.priority)])
        self._waiting = dict(sorted(self._waiting.items(), key=self._place))
        return added

    def interrupt(self, utterances: Sequence[Utterance], resume: bool) -> Mapping[int, Utterance]:
        """Put `utterances` in place of all but an emergency sentence that sounds.

        With `resume`, what was interrupted is put after the urgent ones. Returns everything that is to be sent.
        """
        kept = {n: each for n, each in self._waiting.items() if n == self._sounding and each.emergency}
        again = [(each, self._pages[n]) for n, each in self._waiting.items() if n not in kept] if resume else []
        self._waiting = kept
        in_order = sorted(utterances, key=lambda each: -each.priority)
        urgent = [(each, None) for each in in_order if each.priority is not Priority.NORMAL]
        normal = [(each, None) for each in in_order if each.priority is Priority.NORMAL]
        return self._number([*urgent, *again, *normal])

    def begin(self, number: int) -> None:
        """The utterance begins to sound."""
        self._sounding = number

    def finish(self, number: int) -> None:
        """The utterance has been heard to its end, or cannot be said. It must be in the queue."""
        del self._waiting[number]

    def clear(self) -> None:
        """Forget everything."""
        self._waiting.clear()

    def _place(self, waiting: tuple[int, Utterance]) -> int:
        number, utterance = waiting
        return 0 if number == self._sounding else 1 if utterance.priority is Priority.NEXT else 2

    def _number(self, utterances: Sequence[tuple[Utterance, int | None]]) -> dict[int, Utterance]:
        """Number `utterances`, each with its page; None for the new one, which its first number names."""
        spoken = [(each, page) for each, page in utterances if each.text.strip()]
        numbered = dict(enumerate((each for each, _ in spoken), self._last + 1))
        new = self._last + 1
        self._last += len(spoken)
        self._waiting.update(numbered)
        pages = {number: page or new for number, (_, page) in zip(numbered, spoken, strict=True)}
        self._pages = {number: page for number, page in (self._pages | pages).items() if number in self._waiting}
        return numbered
