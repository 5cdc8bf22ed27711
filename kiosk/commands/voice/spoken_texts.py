"""Find every text that the kiosk can say to a visitor, by pressing each key on each page."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.content_schedule import ContentSchedule
from kiosk.visit.session.idle_clock import IdleClock
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.scanning import Scanning
from kiosk.visit.session.settings import RATES_WPM, START_RATE, VOLUME_STEPS
from kiosk.visit.session.state import State
from kiosk.visit.session.view import KeptPages
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.speech_cursor import SpeechCursor
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import MENU
from kiosk.visit.terms.told import Numbers
from kiosk.visit.terms.trail import Place, Trail
from kiosk.visit.terms.wording import Wording

_PICKS = tuple(action for action in Action if action.picked is not None)
_EDGES = (
    (Action.WHERE,),
    (Action.SOUND, Action.SOUND),
    (Action.READ,),
    (Action.READ, Action.READ),
    (Action.BACK,),
    (Action.MENU,),
    (Action.CHOOSE,),
    (Action.UP, Action.UP),
    (Action.PAGE_UP,),
    *((pick,) for pick in _PICKS),
)
"""Pressed on every page."""
_WHERE = ((Action.WHERE,), (Action.READ,))
"""What says where on a page of how many the visitor is: all that differs on another size of screen."""
_MOST_PAGES = 200
"""Upper bound for the pages of one place."""
_CHANGING = frozenset(
    {Attendant, ContentSchedule, IdleClock, KeptPages, Place, Scanning, SpeechCursor, State, Trail, Visit}
)
"""The classes whose objects change during a visit; all others of the kiosk are values, or only remember layouts."""


class SpokenText(NamedTuple):
    """A text that the kiosk can say."""

    text: str
    """As it is written."""
    language: str
    numbers: Numbers = ()
    """The telephone numbers in it."""
    rate: int = 0
    """The only speed at which it is said, in words a minute; 0 for a text that does not tell how long a topic takes."""


def spoken_texts(
    library: Library,
    language: str,
    grids: Sequence[Grid],
    wordings: Mapping[str, Wording],
    machine: Machine | None = None,
) -> list[SpokenText]:
    """Return the texts, each once, in the order in which visitors hear them; the first of `grids` is the usual one."""
    found: dict[SpokenText, None] = {}
    for number, grid in enumerate(grids):
        walk = _Walk(library, language, grid, wordings, machine)
        for text in walk.pages() if number else walk.texts():
            if text._replace(rate=0) not in found:
                # So many pages as large letters need are numbered at the usual speed only.
                found[text._replace(rate=RATES_WPM[START_RATE]) if number else text] = None
    return list(found)


class _Walk:
    """One visit after another, on one size of screen; all of them share the pages that have been laid out."""

    def __init__(
        self,
        library: Library,
        language: str,
        grid: Grid,
        wordings: Mapping[str, Wording],
        machine: Machine | None,
    ) -> None:
        self._library = library
        self._now = 0.0
        self._heard: list[SpokenText] = []
        attendant = Attendant(library, grid, self._now, wordings, language, machine)
        self._begun = _Bookmark(self._press(attendant, (Action.OTHER,)))

    def texts(self) -> Iterator[SpokenText]:
        """Yield the texts, with repetitions."""
        yield from self.pages(_EDGES, each_choice=True)
        yield from self._lengths()
        self._settings()
        yield from self._take()
        self._waiting()
        yield from self._take()

    def pages(self, edges: Sequence[tuple[Action, ...]] = _WHERE, each_choice: bool = False) -> Iterator[SpokenText]:
        """Yield what is said on every page, and after each of the `edges`, with repetitions."""
        for place in self._places():
            attendant = self._visit(place)
            for number in range(_MOST_PAGES):
                yield from self._take()
                if attendant.page.number != number + 1:
                    break
                page = _Bookmark(attendant)
                choices = range(1, len(attendant.page.choices) + 2) if each_choice else ()
                for keys in (*edges, *((Action.DOWN,) * n for n in choices)):
                    self._press(page.visit(), keys)
                yield from self._take()
                self._press(attendant, (Action.PAGE_DOWN,))

    def _places(self) -> list[tuple[Action, ...]]:
        """Return the keys that lead to each place."""
        agreed = (Action.PICK_1,)
        menu = list(self._choices(agreed))
        groups = [choice for choice in menu if self._visit(choice).page.sheet.startswith(f"{MENU}/")]
        menu += [topic for group in groups for topic in self._choices(group)]
        helping = [(*agreed, action) for action in (Action.UNWELL, Action.HELP, Action.WHERE)]
        beside = [place for topic in (*menu, helping[0]) for place in self._beside(topic)]
        return [(), agreed, *helping, *menu, *beside]

    def _choices(self, place: tuple[Action, ...]) -> Iterator[tuple[Action, ...]]:
        """Yield the keys that lead on from a list; those beyond its numbers are reached from choice to choice."""
        for number in range(len(self._visit(place).page.choices)):
            chosen = (_PICKS[number],) if number < len(_PICKS) else (*(Action.DOWN,) * number, Action.CHOOSE)
            yield (*place, *chosen)

    def _beside(self, topic: tuple[Action, ...]) -> Iterator[tuple[Action, ...]]:
        """Yield the keys that lead to a topic's extra pages, such as questions to ask."""
        for number, choice in enumerate(self._visit(topic).page.choices):
            if "/" in choice.opens:
                yield (*topic, _PICKS[number])

    def _lengths(self) -> Iterator[SpokenText]:
        """Yield what is only said at another speed than at the start: how long each topic takes."""
        for step, rate in enumerate(RATES_WPM):
            by = step - START_RATE
            keys = (Action.PICK_1, *(Action.FASTER if by > 0 else Action.SLOWER,) * abs(by))
            bookmark = _Bookmark(self._visit(keys))
            self._take()
            for place in self._places() if by else ():
                if len(place) > 1:
                    self._take()
                    self._press(bookmark.visit(), place[1:])
                    yield from (each._replace(rate=rate) for each in self._take())

    def _settings(self) -> None:
        """Go through all steps of speed and volume."""
        for action, steps in (
            *((action, len(RATES_WPM)) for action in (Action.SLOWER, Action.FASTER)),
            *((action, VOLUME_STEPS) for action in (Action.QUIETER, Action.LOUDER)),
        ):
            self._visit((Action.PICK_1, *(action,) * steps))

    def _waiting(self) -> None:
        """Press no key until the visit is over."""
        attendant = self._visit((Action.PICK_1,))
        end = self._now + self._library.clinic.warn_after + self._library.clinic.countdown + 1
        while self._now < end:
            self._now += 0.5
            self._hear(attendant, attendant.tick(self._now, sounding=False))

    def _visit(self, keys: Sequence[Action]) -> Attendant:
        """Return a visit in which `keys` have been pressed."""
        return self._press(self._begun.visit(), keys)

    def _press(self, attendant: Attendant, keys: Sequence[Action]) -> Attendant:
        for key in keys:
            self._hear(attendant, attendant.act(key, self._now))
        return attendant

    def _hear(self, attendant: Attendant, reply: Reply | None) -> None:
        for utterance in reply.say if reply else ():
            self._heard.append(SpokenText(utterance.text, utterance.language, utterance.numbers))
            attendant.visit.started(utterance)

    def _take(self) -> list[SpokenText]:
        heard, self._heard = self._heard, []
        return heard


class _Bookmark:
    """A point of a visit from which it can go on in several ways: only what changes is copied."""

    def __init__(self, attendant: Attendant) -> None:
        self._shared: list[object] = []
        raw = io.BytesIO()
        pickler = pickle.Pickler(raw, pickle.HIGHEST_PROTOCOL)
        pickler.persistent_id = self._share  # type: ignore[method-assign]
        pickler.dump(attendant)
        self._raw = raw.getvalue()

    def visit(self) -> Attendant:
        """Return the visit as it was at this point."""
        unpickler = pickle.Unpickler(io.BytesIO(self._raw))
        unpickler.persistent_load = self._shared.__getitem__  # type: ignore[method-assign]
        attendant: Attendant = unpickler.load()
        return attendant

    def _share(self, thing: object) -> int | None:
        """Return the number of a thing that stays the same, for pickle; None for one that is copied."""
        kind = type(thing)
        if kind in _CHANGING or not kind.__module__.startswith("kiosk."):
            return None
        self._shared.append(thing)
        return len(self._shared) - 1
