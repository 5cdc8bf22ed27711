"""The supervisor, and with it systemd's watchdog, hears of the app only while screen and voice both answer."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.content.model.library import Library
from tests.app.kiosk_app import kiosk_app


class Supervisor:
    """A supervisor that counts beats."""

    beats = 0

    def beat(self) -> None:
        self.beats += 1


def painted_after_a_probe(library: Library, narrator: object) -> int:
    """How many beats a probe that was painted gives, with this narrator."""
    supervisor: Any = Supervisor()
    app: Any = kiosk_app(library, supervisor=supervisor)
    app.narrator = narrator
    app._probed = True
    app.post_display_hook()
    app.post_display_hook()
    return int(supervisor.beats)


@pytest.mark.parametrize(("answers", "beats"), [(True, 1), (False, 0)])
def test_a_beat_needs_a_voice_that_answers(library: Library, answers: bool, beats: int):
    assert painted_after_a_probe(library, SimpleNamespace(answers=answers)) == beats


def test_a_kiosk_without_a_voice_by_choice_beats(library: Library):
    assert painted_after_a_probe(library, None) == 1
