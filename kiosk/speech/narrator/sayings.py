"""What the narrator commands of utterances, and how long they may take."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.speech.messages import Message
from kiosk.visit.speech_text.utterance import Priority, Utterance
from kiosk.visit.terms.cue import Cue


def say_commands(utterances: Mapping[int, Utterance], rate_wpm: int, overtaking: bool = False) -> list[Message]:
    """The commands to say `utterances`, by their numbers; with `overtaking`, the urgent ones before what waits."""
    return [
        {
            "do": "say",
            "id": number,
            "text": utterance.say or utterance.text,
            "language": utterance.language,
            "rate": rate_wpm,
            "pause": utterance.pause_ms,
            "next": overtaking and utterance.priority is Priority.NEXT,
            "emergency": utterance.emergency,
        }
        for number, utterance in utterances.items()
    ]


def cue_command(cue: Cue, rate_wpm: int) -> Message:
    """The command to sound `cue` before what is said after it."""
    return {"do": "say", "id": 0, "text": "", "language": "", "rate": rate_wpm, "pause": 0, "cue": cue}


def longest_silence(utterance: Utterance, rate_wpm: int) -> float:
    """Seconds that `utterance` may sound or pause without a report, at its slowest."""
    return utterance.pause_ms / 1000 + len(utterance.text) / 5 * 60 / rate_wpm
