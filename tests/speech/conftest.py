"""A speaker and a narrator that are ready."""

import pytest

from kiosk.speech.messages import Ready, Sound
from tests.speech.house import House
from tests.speech.stage import Stage


@pytest.fixture
def stage() -> Stage:
    """A speaker with an open device."""
    stage = Stage()
    stage.speaker.wake()
    stage.work()
    return stage


@pytest.fixture
def house() -> House:
    """A narrator whose voice is ready."""
    house = House()
    house.narrator.start()
    house.tell(Ready())
    house.tell(Sound(True, ""))
    house.ear.heard.clear()
    house.client.commands.clear()
    return house
