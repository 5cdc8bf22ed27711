"""Headphones: plugged in, speech goes only to them; unplugged, the kiosk is silent until asked to speak."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply


def plugged_in(state: State) -> Reply:
    """Read the page from the top: a visitor who plugs in headphones wants to hear."""
    state.unplugged = False
    state.settings = replace(state.settings, sound=True)
    return state.arrive()


def unplugged(state: State) -> Reply:
    """Pause: private speech must not continue on the loudspeaker."""
    state.voice.paused = state.voice.reading
    state.unplugged = True
    state.settings = replace(state.settings, sound=False, screen=True)
    state.remark = state.words("Headphones unplugged")
    return Reply()


def ask_for_sound(state: State) -> None:
    """Turn the sound on again after headphones were unplugged."""
    if state.unplugged:
        state.unplugged = False
        state.settings = replace(state.settings, sound=True)
