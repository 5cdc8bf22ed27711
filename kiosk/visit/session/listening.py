"""The actions for listening: read, pause, repeat, speed, volume, sound, "Where am I?"."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.layout.sentences import openings
from kiosk.visit.session.helping import unused
from kiosk.visit.session.moving import back_to_sound, go
from kiosk.visit.session.private import ask_for_sound
from kiosk.visit.session.settings import RATES_WPM
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER, PAUSED, TRANSIENT, WHERE


def read(state: State) -> Reply:
    """Pause the voice; else read on from where the visitor has come to; after the end, from the top."""
    ask_for_sound(state)
    voice, here = state.voice, state.here
    if voice.busy and state.audible:
        voice.paused = voice.reading
        state.remark = state.words("Paused")
        return Reply()
    voice.paused = False
    page = state.page
    if here.heard:
        state.to_the_top()
    if not state.has_text or (page.is_list and not page.reads_choices):
        items = [state.reader.item(page, number) for number in page.on_page]
        return state.ending(*state.reader.heading(page), *state.reader.text(page, 0), *items)
    return state.arrive() if here.position is None else state.read_from(state.number)


def pauses(state: State, action: Action) -> bool:
    """Return True if `action` comes from one of few keys while a text is read: each of them pauses first."""
    if not state.keys.few or action not in (Action.NEXT, Action.CHOOSE):
        return False
    return state.voice.reading and state.audible and state.here.name not in (DISCLAIMER, *TRANSIENT)


def pause(state: State) -> Reply:
    """Stop the reading and offer what visitors with few keys may want then."""
    reply = go(state, PAUSED)
    state.voice.paused = True
    return reply


def repeat(state: State) -> Reply:
    """Repeat the last sentence; pressed twice, the part of the text from its heading on."""
    last = state.voice.last
    if last is None:
        return state.arrive()
    if state.repeats:
        starts = [at for at in openings(state.sheet.parts) if at <= state.number]
        if starts and not state.sheet.is_list:
            return state.read_from(starts[-1])
        state.to_the_top()
        return state.arrive()
    return state.saying(last) if last.unit is None else state.read_from(state.number)


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
    return state.confirming(said, state.read_from(state.number) if state.voice.reading else Reply())


def change_voice(state: State) -> Reply:
    """Speak with the classic voice, which some are used to, or with the natural one again, and say so in that voice."""
    if Action.VOICE in state.keys.needless:
        return unused(state)
    state.settings = replace(state.settings, classic=not state.settings.classic)
    state.remark = state.words("Classic voice") if state.settings.classic else state.words("Natural voice")
    return confirm(state, state.remark + ".")


def one_by_one(state: State) -> Reply:
    """Show one choice of a list at a time, or all of them again."""
    state.settings = replace(state.settings, one_by_one=not state.settings.one_by_one)
    state.lay_out(state.view.grid)
    state.remark = state.words("One choice at a time") if state.settings.one_by_one else state.words("All choices")
    return confirm(state, state.remark + ".")


def toggle_sound(state: State) -> Reply:
    """Turn the sound off, with words on how to get it back, or on."""
    state.unplugged = False
    state.settings = replace(state.settings, sound=not state.settings.sound)
    if not state.settings.sound:
        state.settings = replace(state.settings, screen=True)  # one of the two is always on
        state.last_words = (state.reader.say(f"{state.words('Sound off.')} {back_to_sound(state)}"),)
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
    patience_s = None if state.patience_told else state.places.patience_s
    number = state.number if state.here.position is not None else None
    state.patience_told = True
    state.transient[WHERE] = state.view.sheets.where(state.reader.where(state.page, title, patience_s, number))
    return go(state, WHERE)
