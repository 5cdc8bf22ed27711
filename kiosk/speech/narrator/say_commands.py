"""The commands to say utterances, and how long the voice may take over one."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.speech.messages import Say
from kiosk.visit.speech_text.utterance import Priority, Utterance


def say_commands(
    utterances: Mapping[int, Utterance], rate_wpm: int, overtaking: bool = False, classic: bool = False
) -> list[Say]:
    """Return the commands to say `utterances`, which are given by their numbers.

    With `overtaking`, the urgent ones go before what waits; with `classic`, the classic voice says them.
    """
    return [
        Say(
            number,
            utterance.say or utterance.text,
            utterance.language,
            rate_wpm,
            utterance.pause_ms,
            next=overtaking and utterance.priority is Priority.NEXT,
            emergency=utterance.emergency,
            numbers=() if utterance.say else utterance.numbers,
            classic=classic,
        )
        for number, utterance in utterances.items()
    ]


def longest_silence(utterance: Utterance, rate_wpm: int) -> float:
    """Return the seconds that `utterance` may sound or pause without a report, at its slowest."""
    return utterance.pause_ms / 1000 + len(utterance.text) / 5 * 60 / rate_wpm
