"""The actions for listening: read, pause, repeat, speed, volume, sound, "Where am I?"."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.session.moving import go
from kiosk.visit.session.private import ask_for_sound
from kiosk.visit.session.settings import RATES_WPM
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.speech_cursor import index_of
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.names import TRANSIENT, WHERE


def read(state: State) -> Reply:
    """Pause the voice; resume where it was paused; else read the page."""
    ask_for_sound(state)
    page = state.page
    if state.voice.sounding is not None:
        state.voice.pause(page)
        state.remark = state.words("Paused")
        return Reply()
    paused = index_of(page, state.voice.paused) if state.voice.paused else None
    state.voice.paused = None
    if paused is not None:
        return state.read_from(paused)
    if page.units:
        return state.arrive()
    return state.saying(*state.reader.everything(page))


def repeat(state: State) -> Reply:
    """Repeat the last sentence; pressed twice, the whole page."""
    last = state.voice.last
    if last is None or state.repeats:
        return state.arrive()
    at = index_of(state.page, last.unit) if last.unit else None
    return state.saying(last) if at is None else state.read_from(at)


def set_rate(state: State, by: int) -> Reply:
    """Speak one step slower (-1) or faster (1)."""
    state.settings = state.settings.stepped("rate", by)
    state.remark = state.words("Speed {n} of {m}", n=state.settings.rate + 1, m=len(RATES_WPM))
    return confirm(state, state.remark + ".")


def set_volume(state: State, by: int) -> Reply:
    """Speak one step quieter (-1) or louder (1)."""
    state.settings = state.settings.stepped("volume", by)
    number, count = state.settings.volume_of
    state.remark = state.words("Volume {n} of {m}", n=number, m=count)
    return confirm(state, state.remark + ".")


def confirm(state: State, said: str) -> Reply:
    """Say the result of an action, then continue reading."""
    at = state.voice.current_or_pending(state.page)
    return state.confirming(said, Reply() if at is None else state.read_from(at))


def one_by_one(state: State) -> Reply:
    """Show one choice of a list at a time, or all of them again."""
    state.settings = replace(state.settings, one_by_one=not state.settings.one_by_one)
    state.lay_out(state.view.grid)
    state.remark = state.words("One choice at a time") if state.settings.one_by_one else state.words("All choices")
    return confirm(state, state.remark + ".")


def toggle_sound(state: State) -> Reply:
    """Turn the sound off, as the screen shows, or on, as the voice says."""
    state.unplugged = False
    state.settings = replace(state.settings, sound=not state.settings.sound)
    if not state.settings.sound:
        state.settings = replace(state.settings, screen=True)  # one of the two is always on
        return Reply()
    state.remark = state.words("Sound is on")
    return state.confirming(state.remark + ".", state.arrive())


def toggle_screen(state: State) -> Reply:
    """Turn the screen off, as the voice says, or on. It stays on while nothing can be heard."""
    if state.settings.screen and not state.audible:
        state.remark = state.words("Sound is off, so the screen stays on")
        return Reply()
    state.settings = replace(state.settings, screen=not state.settings.screen)
    if state.settings.screen:
        state.remark = state.words("Screen is on")
        return confirm(state, state.remark + ".")
    return confirm(state, state.words("Screen is off. Press the same key to turn it on."))


def where_am_i(state: State) -> Reply:
    """Say where the visitor is, how to go back, and how long the kiosk waits."""
    if state.here.name == WHERE:
        return state.arrive()
    if state.here.name in TRANSIENT:
        state.close_transient()
    before = state.trail.before
    title = state.view.cut(before)[0].told if before else None
    state.transient[WHERE] = state.view.sheets.where(state.reader.where(state.page, title, state.places.patience_s))
    return go(state, WHERE)
