"""Headphones: plugged in, they alone are spoken to; out, nothing is said until the visitor asks for it."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply


def plugged_in(state: State) -> Reply:
    """Whoever plugs headphones in wants to hear: the page from the top."""
    state.unplugged = False
    state.settings = replace(state.settings, sound=True)
    return state.arrive()


def unplugged(state: State) -> Reply:
    """Silence, as after a pause: what was for one pair of ears is not read to the room."""
    if state.voice.sounding is not None:
        state.voice.pause(state.page)
    state.unplugged = True
    state.settings = replace(state.settings, sound=False, screen=True)
    state.remark = state.words("Headphones unplugged")
    return Reply()


def ask_for_sound(state: State) -> None:
    """The visitor wants to hear although the headphones are out."""
    if state.unplugged:
        state.unplugged = False
        state.settings = replace(state.settings, sound=True)
