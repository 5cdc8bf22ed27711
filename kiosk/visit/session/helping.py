"""Help in layers: for this page, for all keys, then a page to try each key."""

from __future__ import annotations

from kiosk.visit.session.moving import go
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import ALL_KEYS, EXPLORE, HELP, TRANSIENT


def help_(state: State) -> Reply:
    """Go one layer of help deeper."""
    deeper = {HELP: ALL_KEYS, ALL_KEYS: EXPLORE}
    here = state.here.name
    if here in deeper:
        state.trail.go(deeper[here])
        return state.arrive()
    if here in TRANSIENT:
        state.close_transient()
    sheet, cuts = state.view.cut(state.here.name)
    state.transient[HELP] = state.view.sheets.helping.help_with(sheet, len(cuts))
    return go(state, HELP)


def explain(state: State, action: Action) -> Reply:
    """Say what a key does instead of doing it. Help (or Choose, if there is no Help key) twice in a row leaves."""
    leaving = Action.HELP if state.keys.has(Action.HELP) else Action.CHOOSE
    if action is leaving and state.explained is leaving:
        state.explained = None
        state.close_transient()
        return state.arrive()
    state.explained = action
    helping = state.view.sheets.helping
    key, job = helping.key(action), helping.job(action)
    state.remark = f"{key}: {job}" if key else job
    said = f"{state.remark}."
    if action is leaving:
        said += " " + state.words("To leave, press it again.")
    return state.saying(said)


def explores(state: State) -> bool:
    """Return True on the page to try the keys."""
    return state.here.name == EXPLORE
