"""What a voice must reach so that patients understand it: beyond these, `python -m bench.voices` fails."""

from __future__ import annotations

JUDGED = {"en": "natural", "es": "natural"}
"""Language → the engine that patients hear unless a clinic chooses another one."""
CLEAN, PINK = "in silence", "pink noise, +5 dB"
NOISES_DB = (10, 5, 0)
"""Speech is so much louder than the talk of others."""
MOST_WRONG = {("en", CLEAN): 2.0, ("en", "talk, +5 dB"): 5.0, ("es", CLEAN): 5.0, ("es", "talk, +5 dB"): 10.0}
"""Per cent of words, at the rate of the start and with clear speech."""
LEAST_NATURAL = {"en": 4.0, "es": 3.6}
"""DistillMOS, likewise."""


def talk(louder_db: int) -> str:
    """Return the name of the condition in which speech is `louder_db` louder than the talk of others."""
    return f"talk, {louder_db:+d} dB"


CONDITIONS = (CLEAN, *map(talk, NOISES_DB), PINK)


def faults(language: str, wrong: dict[str, float], natural: float) -> list[str]:
    """Return what does not reach the limits of `language`: `wrong` is in per cent, by condition."""
    found = [
        f"{language}, {condition}: {share:.1f} % of words wrong, at most {MOST_WRONG[language, condition]} % may be"
        for condition, share in wrong.items()
        if share > MOST_WRONG.get((language, condition), 100.0)
    ]
    if natural < LEAST_NATURAL.get(language, 0.0):
        found.append(f"{language}: naturalness {natural:.2f}, at least {LEAST_NATURAL[language]} is wanted")
    return found
