"""What several layers of tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

from kiosk.content.model.library import Library
from kiosk.content.reader import read_content

ROOT = Path(__file__).parent.parent

settings.register_profile("kiosk", deadline=None)  # a busy machine is no fault of the kiosk
settings.load_profile("kiosk")


@pytest.fixture(scope="session")
def library() -> Library:
    """The content as it is shipped."""
    reading = read_content(ROOT / "content")
    assert reading.library is not None, reading.problems
    return reading.library
