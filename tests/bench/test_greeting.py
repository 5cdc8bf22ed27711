"""How long the greeting lasts, in samples of the project's own voice at the start speed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.ways import greeting_seconds
from kiosk.content.reader import read_content

CONTENT = Path(__file__).parent.parent.parent / "content"
SHORT_S = 10


@pytest.mark.parametrize("language", ["en", "es"])
def test_how_to_agree_go_on_get_help_slow_down_and_hear_again_is_said_in_ten_seconds(language: str):
    library = read_content(CONTENT).library
    assert library is not None
    assert greeting_seconds(library, "standard", language)[0] < SHORT_S
