"""The actions that move a visitor within a page, from page to page, and from place to place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.visit.layout.sentences import first_on, number_at, openings, position_of
from kiosk.visit.session.languages import switch
from kiosk.visit.session.private import ask_for_sound
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.cue import Cue
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.names import MORE, PAUSED, TRANSIENT, UNWELL
from kiosk.visit.terms.sheet import Verb
from kiosk.visit.terms.trail import Position


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
            return replace(state.announcing(state.remark + "."), cue=Cue.END)
        target = 0 if by > 0 else last
    state.edge = 0
    return _focus(state, target, Cue.MOVE)


def next_one(state: State) -> Reply:
    """Move the focus one choice on, from the last to the first."""
    count = len(state.page.choices)
    return _focus(state, (state.here.focus + 1) % count, Cue.MOVE) if count else Reply()


def last_one(state: State) -> Reply:
    """Move the focus to the last choice."""
    count = len(state.page.choices)
    return _focus(state, count - 1, Cue.MOVE) if count else Reply()


def _focus(state: State, number: int, cue: Cue) -> Reply:
    state.here.focus = number
    return replace(state.announcing(), cue=cue)


def sideways(state: State, by: int) -> Reply:
    """Go to the next sentence, or by pages for who hears nothing; in a menu to the next choice."""
    if not state.page.units or state.sheet.is_list:
        return move(state, by)
    if not state.audible:
        return turn(state, by)
    unheard = state.here.position is None and by > 0  # the title still sounds
    target = state.number + (0 if unheard else by)
    if not 0 <= target < len(state.sentences):
        state.remark = state.words("End of the text") if by > 0 else state.words("Start of the text")
        return replace(state.saying(state.remark + "."), cue=Cue.END)
    return _read_at(state, target)


def _read_at(state: State, target: int) -> Reply:
    """Read from sentence `target` on; if that is on another page, changed content is taken over with it."""
    if state.page_of(*state.sentences[target][:2]) != state.here.number:
        name, position = state.here.name, position_of(state.sheet.parts, target)
        state.take_over()
        if state.here.name != name:
            return state.arrive()
        target = number_at(state.sheet.parts, position)
    return state.read_from(target)


def skip(state: State, by: int) -> Reply:
    """Go to the next heading (1) or the one before (-1); by pages for who hears nothing."""
    starts = openings(state.sheet.parts)
    if state.sheet.is_list or len(starts) < 2 or not state.audible:
        return turn(state, by)
    here = state.number
    targets = [at for at in sorted({0, *starts}) if (at > here if by > 0 else at < here)]
    if not targets:
        state.remark = state.words("Last part") if by > 0 else state.words("First part")
        return replace(state.saying(state.remark + "."), cue=Cue.END)
    reply = replace(_read_at(state, targets[0] if by > 0 else targets[-1]), cue=Cue.PAGE)
    return state.confirming(state.reader.place_in(state.page, state.number) + ".", reply)


def turn(state: State, by: int) -> Reply:
    """Turn one page on (1) or back (-1)."""
    page = state.page
    number = state.here.number + by
    if not 0 <= number < page.count:
        state.remark = state.words("Last page") if by > 0 else state.words("First page")
        return replace(state.saying(state.remark + "."), cue=Cue.END)
    if not page.units and page.choices:
        first = state.view.cut(state.here.name, state.transient.get(state.here.name))[1][number].first_choice
        return _focus(state, first, Cue.PAGE)
    name = state.here.name
    state.take_over()
    if state.here.name != name:
        return state.arrive()
    state.turn_to(min(number, _last_page(state)))
    reply = replace(state.read_from(first_on(state.page), turned=True), cue=Cue.PAGE)
    return state.confirming(state.reader.place_in(state.page) + ".", reply)


def _last_page(state: State) -> int:
    """Return the number (0-based) of the last page of the present place."""
    return len(state.view.cut(state.here.name, state.transient.get(state.here.name))[1]) - 1


def read_on(state: State, until: Position) -> Reply:
    """Read on after the sentence `until`; after the last one, say the choice in focus."""
    number = number_at(state.sheet.parts, until) + 1
    if number < len(state.sentences):
        return _read_at(state, number)
    state.turn_to(_last_page(state))
    return state.ending()


def pick(state: State, number: int) -> Reply:
    """Choose the choice with this number (1 to 9)."""
    if number > len(state.page.choices):
        state.remark = state.words("No choice {n}", n=number)
        return state.saying(state.words("There is no choice {n} here.", n=number))
    state.here.focus = number - 1
    state.voice.announced = None
    return choose(state)


def choose(state: State) -> Reply:
    """Choose the choice in focus."""
    page = state.page
    if page.focus < 0:
        return state.arrive()
    if is_news(state):
        return state.announcing()
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


def is_news(state: State) -> bool:
    """Return True if another choice was announced than is in focus now, because that one is gone.

    "Choose" then says what is in focus: it never does what the listener was not told.
    """
    page, told = state.page, state.voice.announced
    return told is not None and state.audible and told.does != page.choices[page.focus].does


def agree(state: State, sound: bool) -> Reply:
    """Go to the menu. A visitor who has not heard the disclaimer hears its key sentence now."""
    state.agreed = True
    state.settings = replace(state.settings, sound=sound)
    state.trail.go(state.places.home)
    state.remark = state.words("Agreed") if sound else state.words("Agreed, no sound")
    said = state.remark + "."
    if not sound:
        state.last_words = (state.reader.say(f"{said} {back_to_sound(state)}"),)
    if not state.disclaimer_heard:
        said += " " + state.words("For information only. This is not medical advice.")
    return state.confirming(said, state.arrive())


def back_to_sound(state: State) -> str:
    """Return what brings the sound back."""
    key = state.reader.key(Action.SOUND)
    if key:
        return state.words("{key} brings it back.", key=key)
    return state.words("“More” brings it back.")


def back(state: State) -> Reply:
    """Go back to the place before, with its page and focus as they were."""
    if not state.trail.back():
        if state.places.way_out:
            return Reply(errand=state.places.way_out)
        state.remark = state.words("First page")
        return state.saying(state.remark + ".", *state.reader.heading(state.page))
    state.take_over()
    state.follow()
    return state.arrive(Verb.BACK)


def menu(state: State) -> Reply:
    """Go to the main menu, if the visitor has agreed."""
    if not state.agreed:
        state.remark = state.words("Please agree first")
        return state.announcing(state.remark + ".")
    if state.here.name == state.places.home:
        state.here.focus = 0
    return go(state, state.places.home)


def unwell(state: State) -> Reply:
    """Go to the first care card, from anywhere; it is read even after headphones were unplugged."""
    ask_for_sound(state)
    state.take_over()
    if not state.view.has(UNWELL):
        return go(state, UNWELL)
    state.close_transient()
    state.trail.go(UNWELL)
    state.to_the_top()
    state.here.focus = 0
    return state.arrive()


def leads_already(state: State) -> bool:
    """Return True while the visitor is being led to the first care card: no further press may delay its sentence."""
    voice, here = state.voice, state.here
    if here.name != UNWELL or here.number or not voice.busy or not state.audible or state.overlay is not None:
        return False
    if here.position is None:
        return voice.pending
    cards = (at for at, each in enumerate(state.sentences) if state.reader.is_emergency(state.sheet.parts[each.part]))
    return state.voice.reading and state.number <= next(cards, -1)


def go(state: State, name: str, closure: Verb | None = None) -> Reply:
    """Go to the place called `name` and close transient pages such as help.

    `closure`: the choice that led here, to be confirmed.
    """
    state.take_over()
    if not state.view.has(name):
        name = state.places.home if state.agreed else state.places.root
    if name not in TRANSIENT:
        state.close_transient()
    elif name in (MORE, PAUSED) and state.here.name != PAUSED:
        state.last_before = state.voice.last
    state.trail.go(name)
    return state.arrive(closure)
