"""The commands to say utterances, and how long the voice may take over one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.speech.messages import Say
from kiosk.visit.speech_text.utterance import Priority, Utterance


def say_commands(
    utterances: Mapping[int, Utterance],
    rate_wpm: int,
    page_of: Callable[[int], int] = lambda number: 0,
    overtaking: bool = False,
    at_once: bool = False,
    classic: bool = False,
) -> list[Say]:
    """Return the commands to say `utterances`, which are given by their numbers.

    `page_of` gives the page of a number. With `overtaking`, the urgent ones go before what waits; with `at_once`,
    no emergency sentence sounds that the first would need a pause after; with `classic`, the classic voice says them.
    """
    commands = [
        Say(
            number,
            utterance.say or utterance.text,
            utterance.language,
            rate_wpm,
            utterance.pause_ms,
            next=overtaking and utterance.priority is Priority.NEXT,
            emergency=utterance.emergency,
            numbers=() if utterance.say else utterance.numbers,
            page=page_of(number),
            more=len(utterances) - place,
            classic=classic,
        )
        for place, (number, utterance) in enumerate(utterances.items(), 1)
    ]
    if at_once and commands:
        commands[0] = replace(commands[0], pause=0)
    return commands


def longest_silence(utterance: Utterance, rate_wpm: int) -> float:
    """Return the seconds that `utterance` may sound or pause without a report, at its slowest."""
    return utterance.pause_ms / 1000 + len(utterance.text) / 5 * 60 / rate_wpm
