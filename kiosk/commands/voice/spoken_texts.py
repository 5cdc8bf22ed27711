"""Find every text that the kiosk can say to a visitor, by pressing each key on each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.settings import RATES_WPM, VOLUME_STEPS
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import MENU
from kiosk.visit.terms.told import Numbers
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
_MOST_PAGES = 200
"""Upper bound for the pages of one place."""


class SpokenText(NamedTuple):
    """A text that the kiosk can say."""

    text: str
    """As it is written."""
    language: str
    numbers: Numbers = ()
    """The telephone numbers in it."""


def spoken_texts(
    library: Library, language: str, grids: Sequence[Grid], wordings: Mapping[str, Wording]
) -> list[SpokenText]:
    """Return the texts, each once, in the order in which visitors hear them."""
    found: dict[SpokenText, None] = {}
    for grid in grids:
        found |= dict.fromkeys(_Walk(library, language, grid, wordings).texts())
    return list(found)


class _Walk:
    """One visit after another, on one size of screen."""

    def __init__(self, library: Library, language: str, grid: Grid, wordings: Mapping[str, Wording]) -> None:
        self._library = library
        self._language = language
        self._grid = grid
        self._wordings = wordings
        self._now = 0.0
        self._heard: list[SpokenText] = []

    def texts(self) -> Iterator[SpokenText]:
        """Yield the texts, with repetitions."""
        for place in self._places():
            for number in range(_MOST_PAGES):
                page = (*place, *(Action.PAGE_DOWN,) * number)
                attendant = self._visit(page)
                yield from self._take()
                if attendant.page.number != number + 1:
                    break
                for keys in (*_EDGES, *((Action.DOWN,) * n for n in range(1, len(attendant.page.choices) + 2))):
                    self._visit((*page, *keys))
                yield from self._take()
        self._settings()
        yield from self._take()
        self._waiting()
        yield from self._take()

    def _places(self) -> list[tuple[Action, ...]]:
        """Return the keys that lead to each place."""
        agreed = (Action.PICK_1,)
        menu = list(self._choices(agreed))
        groups = [choice for choice in menu if self._visit(choice).page.sheet.startswith(f"{MENU}/")]
        menu += [topic for group in groups for topic in self._choices(group)]
        helping = [(*agreed, action) for action in (Action.UNWELL, Action.HELP, Action.WHERE)]
        beside = [place for topic in (*menu, helping[0]) for place in self._beside(topic)]
        return [(), agreed, *menu, *helping, *beside]

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
        """Start a visit and press `keys`."""
        attendant = Attendant(self._library, self._grid, self._now, self._wordings, self._language)
        self._hear(attendant, attendant.act(Action.OTHER, self._now))
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
