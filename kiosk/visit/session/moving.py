"""The actions that move a visitor within a page, from page to page, and from place to place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.visit.session.languages import switch
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.names import MORE, TRANSIENT
from kiosk.visit.terms.sheet import Verb


def move(state: State, by: int) -> Reply:
    """Move the focus one choice on (1) or back (-1). At the end of a list, only a second press wraps."""
    page, here = state.page, state.here
    last = len(page.choices) - 1
    if last < 0:
        return Reply()
    target = here.focus + by
    if not 0 <= target <= last:
        if state.edge != by or last == 0:
            state.edge = by
            state.remark = state.words("End of list") if by > 0 else state.words("Start of list")
            return replace(state.saying(state.remark + ".", state.reader.item(page, here.focus)), cue=Cue.END)
        target = 0 if by > 0 else last
    state.edge = 0
    here.focus = target
    return replace(state.saying(*_announced(state, target)), cue=Cue.MOVE)


def _announced(state: State, number: int) -> tuple[Utterance, ...]:
    """Return what is said of choice `number` when the focus reaches it."""
    return state.reader.item(state.page, number), *state.reader.about(state.page, number)


def next_one(state: State) -> Reply:
    """Move the focus one choice on, from the last to the first."""
    page = state.page
    if not page.choices:
        return Reply()
    state.here.focus = (state.here.focus + 1) % len(page.choices)
    return replace(state.saying(state.reader.item(state.page, state.here.focus)), cue=Cue.MOVE)


def sideways(state: State, by: int) -> Reply:
    """Go to the next sentence while reading, else to the next page; in a menu to the next choice."""
    page = state.page
    if not page.units:
        return move(state, by)
    at = state.voice.at(page)
    if at is None:
        # While a heading is spoken, the key turns the page; during a confirmation it moves on in the reading.
        at = state.voice.current_or_pending(page) or None
    if at is None or not 0 <= at + by < len(page.units):
        return turn(state, by)
    return state.read_from(at + by)


def turn(state: State, by: int) -> Reply:
    """Turn one page on (1) or back (-1)."""
    page = state.page
    number = state.here.number + by
    if not 0 <= number < page.count:
        state.remark = state.words("Last page") if by > 0 else state.words("First page")
        return replace(state.saying(state.remark + "."), cue=Cue.END)
    if not page.units and page.choices:
        state.here.focus = state.view.cut(state.here.name, state.transient.get(state.here.name))[1][number].first_choice
        return replace(state.saying(state.reader.item(state.page, state.here.focus)), cue=Cue.PAGE)
    go_to_page(state, number)
    reply = replace(state.read_from(0), cue=Cue.PAGE)
    return state.confirming(state.reader.page_of(state.page) + ".", reply)


def go_to_page(state: State, number: int) -> None:
    """Go to page `number` (0-based) of the present place, with the focus on its first choice."""
    state.here.number, state.here.focus = number, 0
    state.take_over()


def pick(state: State, number: int) -> Reply:
    """Choose the choice with this number (1 to 9)."""
    if number > len(state.page.choices):
        state.remark = state.words("No choice {n}", n=number)
        return state.saying(state.words("There is no choice {n} here.", n=number))
    state.here.focus = number - 1
    return choose(state)


def choose(state: State) -> Reply:
    """Choose the choice in focus."""
    page = state.page
    if page.focus < 0:
        return state.arrive()
    choice = page.choices[page.focus]
    does: dict[Verb, Callable[[], Reply]] = {
        Verb.NEXT_PAGE: lambda: turn(state, 1),
        Verb.BACK: lambda: back(state),
        Verb.MENU: lambda: menu(state),
        Verb.AGREE: lambda: agree(state, sound=True),
        Verb.AGREE_SILENT: lambda: agree(state, sound=False),
        Verb.OPEN: lambda: go(state, choice.opens, Verb.OPEN),
        Verb.LANGUAGE: lambda: switch(state, choice.opens),
        Verb.ASK: lambda: Reply(errand=Errand(choice.opens)),
    }
    reply = does.get(choice.verb, Reply)()
    return replace(reply, cue=reply.cue or Cue.CHOOSE)


def agree(state: State, sound: bool) -> Reply:
    """Go to the menu. A visitor who has not heard the disclaimer hears its key sentence now."""
    state.agreed = True
    state.settings = replace(state.settings, sound=sound)
    state.trail.go(state.places.home)
    state.remark = state.words("Agreed") if sound else state.words("Agreed, no sound")
    said = state.remark + "."
    if not state.disclaimer_heard:
        said += " " + state.words("For information only. This is not medical advice.")
    return state.confirming(said, state.arrive())


def back(state: State) -> Reply:
    """Go back to the place before, with its page and focus as they were."""
    if not state.trail.back():
        if state.places.way_out:
            return Reply(errand=state.places.way_out)
        state.remark = state.words("First page")
        return state.saying(state.remark + ".", *state.reader.heading(state.page))
    state.take_over()
    return state.arrive(Verb.BACK)


def menu(state: State) -> Reply:
    """Go to the main menu, if the visitor has agreed."""
    if not state.agreed:
        state.remark = state.words("Please agree first")
        return state.saying(state.remark + ".", state.reader.item(state.page, state.page.focus))
    return go(state, state.places.home)


def go(state: State, name: str, closure: Verb | None = None) -> Reply:
    """Go to the place called `name` and close transient pages such as help.

    `closure`: the choice that led here, to be confirmed.
    """
    state.take_over()
    if not state.view.has(name):
        name = state.places.home if state.agreed else state.places.root
    if name not in TRANSIENT:
        state.close_transient()
    elif name == MORE:
        state.last_before = state.voice.last
    state.trail.go(name)
    return state.arrive(closure)
