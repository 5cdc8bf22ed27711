"""The utterances that have not been heard to their end, by number, in the order in which they will sound. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.visit.speech_text.utterance import Priority, Utterance


class UtteranceQueue:
    """What sounds and what waits. Numbers rise by one and are never used twice; empty utterances get none."""

    def __init__(self) -> None:
        self._waiting: dict[int, Utterance] = {}
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

    def has_numbered(self, number: int) -> bool:
        """Whether an utterance ever had this number."""
        return 0 < number <= self._last

    def add(self, utterances: Sequence[Utterance]) -> Mapping[int, Utterance]:
        """Put `utterances` after what waits; those of priority NEXT before all that has not begun. Return them."""
        added = self._number(sorted(utterances, key=lambda each: -each.priority))
        self._waiting = dict(sorted(self._waiting.items(), key=self._place))
        return added

    def interrupt(self, utterances: Sequence[Utterance], resume: bool) -> Mapping[int, Utterance]:
        """Put `utterances` in place of all but an emergency sentence that sounds.

        With `resume`, what was interrupted is put after the urgent ones. Returns everything that is to be sent.
        """
        kept = {n: each for n, each in self._waiting.items() if n == self._sounding and each.emergency}
        again = [each for n, each in self._waiting.items() if n not in kept] if resume else []
        self._waiting = kept
        in_order = sorted(utterances, key=lambda each: -each.priority)
        urgent = [each for each in in_order if each.priority is not Priority.NORMAL]
        normal = [each for each in in_order if each.priority is Priority.NORMAL]
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

    def _number(self, utterances: Sequence[Utterance]) -> dict[int, Utterance]:
        spoken = [each for each in utterances if each.text.strip()]
        numbered = dict(enumerate(spoken, self._last + 1))
        self._last += len(spoken)
        self._waiting.update(numbered)
        return numbered
