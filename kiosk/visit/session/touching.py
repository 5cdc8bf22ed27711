"""What a tap does: the first one on a choice says it, a second one chooses it."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.session import moving
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.target import Target


def chooses(state: State, target: Target) -> bool:
    """Return True if `target` is the choice in focus and the one that the visitor was told last."""
    page, told = state.page, state.voice.announced
    if told is None or target.choice != page.focus or target.choice not in range(len(page.choices)):
        return False
    return told.does == page.choices[target.choice].does


def announce(state: State, target: Target) -> Reply:
    """Put the focus on the choice that is tapped, and say it; from the words for more, go on to further choices."""
    page = state.page
    state.remark, state.edge, state.repeats = "", 0, 0
    if target.more:
        return _more(state)
    if target.choice not in range(len(page.choices)):
        return Reply()
    state.here.focus = target.choice
    reply = state.announcing()
    state.remark = state.words("Touch it again to choose")
    if not state.tap_told:
        state.tap_told = True
        reply = replace(reply, say=(*reply.say, state.reader.say(f"{state.remark}.")))
    return replace(reply, cue=Cue.MOVE)


def _more(state: State) -> Reply:
    """Go to the first choice that is not on the screen; after the last ones, to the first of all."""
    page = state.page
    if not page.is_list:
        return moving.next_one(state)
    state.here.focus = page.on_page.stop % len(page.choices)
    return replace(state.announcing(), cue=Cue.PAGE)
