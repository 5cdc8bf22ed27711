"""The numbers in a row of `docs/accessibility.md` are those of the program, and are within what the row asks for."""

from __future__ import annotations

import re
from itertools import pairwise

from kiosk.content.advice.reading_grade import EASIEST_GRADE, GRADE_OF_TOPIC
from kiosk.content.advice.spanish_grade import EASE_OF_TOPIC
from kiosk.content.model.library import Library
from kiosk.terminal.levels import HEIGHTS_MM
from kiosk.visit.session.settings import RATES_WPM, START_RATE, VOLUME_STEPS, Settings
from kiosk.visit.speech_text.reading import BEFORE_HINTS_MS, BETWEEN_PARTS_MS
from tests.test_accessibility import ROWS

NAMES = {7: "seven", 9: "nine"}


def asked(row: int) -> list[float]:
    """The numbers of what is asked, in their order."""
    return numbers(row, 0)


def answered(row: int) -> list[float]:
    """The numbers of how it is met."""
    return numbers(row, 2)


def numbers(row: int, cell: int) -> list[float]:
    return [float(each) for each in re.findall(r"\d+(?:\.\d+)?", words(row, cell))]


def words(row: int, cell: int) -> str:
    return re.sub(r"`[^`]*`", "", ROWS[row - 1][1].split("|")[cell])


def test_the_heights_of_the_letters():
    assert answered(2) == list(HEIGHTS_MM)
    assert HEIGHTS_MM[0] >= asked(1)[0]
    assert answered(1) == answered(3)[:1] == [HEIGHTS_MM[2]]


def test_the_speeds():
    least, most = asked(8)
    assert least <= RATES_WPM[START_RATE] <= most
    assert words(8, 2).strip() == "third of seven steps"
    assert START_RATE == 2
    slow, less_slow, fast, faster, fewest, many = asked(9)
    assert slow <= RATES_WPM[0] <= less_slow
    assert fast <= RATES_WPM[-1] <= faster
    assert fewest <= len(RATES_WPM) <= many
    assert f"{NAMES[len(RATES_WPM)]} steps" in words(9, 2)


def test_the_volumes():
    gains = [Settings("en", volume=volume).gain_db for volume in range(VOLUME_STEPS)]
    steps = {louder - quieter for quieter, louder in pairwise(gains)}
    whole, step = asked(10)
    assert gains[-1] - gains[0] >= whole
    assert max(steps) <= step
    assert f"{NAMES[VOLUME_STEPS]} steps of {max(steps):.0f} dB" in words(10, 2)
    assert answered(12)[1] == VOLUME_STEPS


def test_the_times_until_a_reset(library: Library):
    clinic = library.clinic
    assert answered(20) == [clinic.warn_after, clinic.countdown]
    least, most, shortest, longest = asked(20)
    assert least * 60 <= clinic.warn_after <= most * 60
    assert shortest <= clinic.countdown <= longest


def test_the_pauses():
    assert answered(23) == [BETWEEN_PARTS_MS, BEFORE_HINTS_MS]


def test_the_reading_grades():
    assert answered(26) == [EASIEST_GRADE, GRADE_OF_TOPIC, EASE_OF_TOPIC]


def test_the_other_languages(library: Library):
    assert answered(36) == [len({each.language for each in library.languages} - {"en", "es"})]
