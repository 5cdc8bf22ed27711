"""Help in layers: for this page, for all keys, then a page to try each key."""

from __future__ import annotations

from kiosk.visit.session.moving import go, is_news
from kiosk.visit.session.private import ask_for_sound
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import ALL_KEYS, EXPLORE, HELP, MORE, PAUSED, TRANSIENT
from kiosk.visit.terms.sheet import Choice, Verb


def help_(state: State) -> Reply:
    """Go one layer of help deeper."""
    deeper = {HELP: ALL_KEYS, ALL_KEYS: EXPLORE}
    here = state.here.name
    ask_for_sound(state)
    if here in deeper:
        state.trail.go(deeper[here])
        return state.arrive()
    if here in TRANSIENT:
        state.close_transient()
    state.transient[HELP] = state.view.sheets.helping.help_with(state.sheet)
    return go(state, HELP)


def explain(state: State, action: Action) -> Reply:
    """Say what a key does instead of doing it. "Back" leaves; so does Help (else Choose) twice in a row."""
    leaving = Action.HELP if state.keys.has(Action.HELP) else Action.CHOOSE
    if action is Action.BACK or (action is leaving and state.explained is leaving):
        state.explained = None
        state.close_transient()
        return state.arrive(Verb.BACK)
    state.explained = action
    helping = state.view.sheets.helping
    key, job = helping.key(action), helping.job(action)
    state.remark = f"{key}: {job}" if key else job
    said = f"{state.remark}."
    if action is leaving and not state.keys.has(Action.BACK):
        said += " " + state.words("To leave, press it again.")
    return state.saying(said)


def explores(state: State) -> bool:
    """Return True on the page to try the keys."""
    return state.here.name == EXPLORE


def unused(state: State) -> Reply:
    """Say that a key does nothing, and which one helps."""
    state.remark = state.view.sheets.helping.job(Action.OTHER)
    said = [f"{state.remark}."]
    if hint := state.view.sheets.key_words.hint(state.words("Help"), Action.HELP):
        said.append(f"{hint}.")
    return state.saying(" ".join(said))


def resolved(state: State, action: Action) -> Action:
    """Translate a choice of "More" or of the pause into the action that it stands for, and leave that menu."""
    choice = _chosen(state, action)
    if choice is None or choice.verb is not Verb.ACT:
        return action
    if state.here.name in TRANSIENT:
        last = state.last_before if state.here.name in (MORE, PAUSED) else state.voice.last
        state.close_transient()
        state.voice.last = last
    state.voice.hushed()
    state.voice.announced = None
    return Action(choice.opens)


def _chosen(state: State, action: Action) -> Choice | None:
    """Return the choice that `action` would choose on this page, or None."""
    if action is Action.CHOOSE:
        number = -1 if is_news(state) else state.page.focus
    elif action.picked is not None:
        number = action.picked - 1
    else:
        return None
    choices = state.page.choices
    return choices[number] if 0 <= number < len(choices) else None
