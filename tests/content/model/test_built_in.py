"""“I feel unwell” is a safe core until a clinician has approved the cards: one card, and no number but one."""

from __future__ import annotations

import re

import pytest

from kiosk.content.model.block import Role
from kiosk.content.model.built_in import LANGUAGES, built_in_library, built_in_topic
from kiosk.content.model.library import Clinic, Topic
from kiosk.content.model.required import UNWELL

CLINIC = Clinic(name="Sample Clinic", phone="555-0142", emergency_number="144")


def words(topic: Topic) -> str:
    return " ".join(block.text for block in topic.blocks)


def test_it_says_whom_to_tell_here_and_whom_to_call_at_home():
    core = built_in_topic(UNWELL, "en", clinic=CLINIC)
    assert core.text("cards/0/heading") == "Tell staff now if you feel very unwell, such as with"
    assert core.text("cards/0/here") == "Tell staff now."
    assert core.text("cards/0/at-home") == "At home, call 144 or your care team."
    assert core.text("cards/0/level") == "emergency"


def test_it_says_the_same_in_spanish():
    core = built_in_topic(UNWELL, "es", clinic=CLINIC)
    assert core.text("cards/0/heading") == "Avise al personal ahora si se siente muy mal, por ejemplo con"
    assert core.text("cards/0/here") == "Avise al personal ahora."
    assert core.text("cards/0/at-home") == "En casa, llame al 144 o a su equipo médico."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_stays_a_placeholder_as_written(language: str):
    core = built_in_topic(UNWELL, language, clinic=CLINIC)
    _, at_home = (block for block in core.blocks if block.role is Role.CONTACT)
    assert "<emergency-number>" in at_home.as_written


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_other_number_and_none_at_all_while_the_clinic_is_unknown(language: str):
    assert re.findall(r"\d+", words(built_in_topic(UNWELL, language, clinic=CLINIC))) == ["144"]
    unknown = words(built_in_library().topic(UNWELL, language))
    assert not re.search(r"[\d<]", unknown)
    assert unknown.count(".") == 2
