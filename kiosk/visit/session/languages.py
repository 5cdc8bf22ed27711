"""Switches the language: same place and, while reading, same sentence."""

from __future__ import annotations

from dataclasses import replace

from kiosk.content.model.languages import own_name
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply


def next_language(state: State) -> Reply:
    """Switch to the clinic's next language and say its name in that language."""
    languages = state.places.languages
    if len(languages) < 2:
        state.remark = state.words("One language only")
        return state.saying(state.words("There is no other language here."))
    return switch(state, languages[(languages.index(state.settings.language) + 1) % len(languages)])


def switch(state: State, language: str) -> Reply:
    """Switch to `language`, at the same place."""
    state.close_transient()
    reading = state.voice.reading
    if state.here.number and state.here.position is None and state.page.units:
        state.come_to(state.number)
    state.settings = replace(state.settings, language=language)
    state.lay_out(state.view.grid)
    state.voice.hushed()
    state.remark = own_name(language)
    if reading and state.here.position is not None:
        return state.confirming(f"{state.remark}.", state.read_from(state.number))
    return state.confirming(f"{state.remark}.", state.arrive())
