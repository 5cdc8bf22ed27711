"""Places that belong to a topic: questions to ask about it, and taking it along on a phone.

Each is named by its topic and what it is, such as `signs/questions`. Where the visitor's language lacks the questions
or the address, those of another language stand in, so that switching the language leads nowhere strange.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.content.model.library import Library, Topic
from kiosk.visit.layout.code_page import rows_of_code
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.take_away import SCHEME, texts_to_take, without_scheme
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.names import DISCLAIMER, QUESTIONS, TAKE_AWAY
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb

KINDS = (QUESTIONS, TAKE_AWAY)


class TopicExtras:
    """The sheets beside topics, in one language and on one grid."""

    def __init__(self, library: Library, language: str, key_words: KeyWords, grid: Grid) -> None:
        self._library = library
        self._language = language
        self._wording = key_words.wording
        self._hints = key_words.hints()
        self._grid = grid

    def has(self, name: str) -> bool:
        """Whether there is a place called `name`."""
        topic, _, kind = name.partition("/")
        return kind in KINDS and self._topic(topic, kind) is not None

    def places(self) -> list[str]:
        """The names of all places beside topics, in the order of the topics."""
        return [f"{name}/{kind}" for name in self._first for kind in KINDS if self._topic(name, kind) is not None]

    def choices(self, name: str) -> tuple[Choice, ...]:
        """The choices that lead from the topic `name` to what is beside it."""
        w = self._wording
        if self._grid.roomy:
            labels = {QUESTIONS: w("Questions to ask"), TAKE_AWAY: w("Take it with you")}
        else:  # in any language one row, so that the text keeps the others
            labels = {QUESTIONS: w("Questions"), TAKE_AWAY: w("Take along")}
        return tuple(
            Choice(labels[kind], Verb.OPEN, f"{name}/{kind}") for kind in KINDS if self._topic(name, kind) is not None
        )

    def sheet(self, name: str, provenance: Callable[[Topic], list[Part]]) -> Sheet:
        """The place called `name`; `provenance` tells who approved a topic. Raises KeyError where there is none."""
        about, _, kind = name.partition("/")
        topic = self._topic(about, kind)
        if topic is None:
            raise KeyError(name)
        if kind == QUESTIONS:
            return self._questions(name, topic, provenance(topic)[:1])
        return self._take_away(name, topic)

    def _topic(self, name: str, kind: str) -> Topic | None:
        """The topic `name` in the language in which it has what `kind` needs; None where none has."""
        if name == DISCLAIMER:  # no topic to a visitor, who agrees to it and goes on
            return None
        own = self._library.topics.get(self._language, {}).get(name)
        shown = self._library.topic(name, self._language) if name in self._first else own
        others = (topics.get(name) for topics in self._library.topics.values())
        for topic in (shown, *others):
            if topic is not None and self._fits(topic, kind):
                return topic
        return None

    @property
    def _first(self) -> dict[str, Topic]:
        """The topics of the clinic's first language."""
        return self._library.topics[self._library.clinic.languages[0]]

    def _fits(self, topic: Topic, kind: str) -> bool:
        if kind == QUESTIONS:
            return bool(topic.questions)
        return bool(topic.web_address) or not self._library.clinic.visitors_online

    def _questions(self, name: str, topic: Topic, provenance: list[Part]) -> Sheet:
        w = self._wording
        other = "" if topic.language == self._language else topic.language
        parts = [
            Part(Role.HEADING, topic.title, with_next=True, language=other),
            Part(Role.TEXT, w("You could ask your care team:"), with_next=True),
            *(Part(Role.POINT, question, language=other) for question in topic.questions),
            *provenance,
        ]
        return self._sheet(name, w("Questions to ask"), parts)

    def _take_away(self, name: str, topic: Topic) -> Sheet:
        w = self._wording
        title, other = w("Take it with you"), "" if topic.language == self._language else topic.language
        caption = Part(Role.CODE, w("Hold your phone's camera up to the code."))
        for text in texts_to_take(topic, self._library.clinic):
            is_address = text.startswith(SCHEME)
            held = [without_scheme(text)] if is_address else text.splitlines()
            shown = [Part(Role.POINT if at else Role.TEXT, line, language=other) for at, line in enumerate(held)]
            with_code = self._sheet(name, title, [*self._about(topic, is_address, other), *shown, caption], text)
            if rows_of_code(with_code, self._grid):
                return with_code
        words = [self._by_hand(is_address), *shown]
        return self._sheet(name, title, [Part(Role.HEADING, topic.title, with_next=True, language=other), *words])

    def _about(self, topic: Topic, is_address: bool, other: str) -> list[Part]:
        """What the code holds, before it is given in words."""
        w = self._wording
        how = w("You can take this page with you on your phone. The camera reads a code.")
        holds = (
            w("The code opens this web page:")
            if is_address
            else w("The code contains this text. It works without internet:")
        )
        return [
            Part(Role.HEADING, topic.title, with_next=True, language=other),
            Part(Role.TEXT, how),
            Part(Role.TEXT, holds, with_next=True),
        ]

    def _by_hand(self, is_address: bool) -> Part:
        """What to do where no code can be shown."""
        w = self._wording
        text = w("There is more on the web. Write down the address:") if is_address else w("Write this down:")
        return Part(Role.TEXT, text, with_next=True)

    def _sheet(self, name: str, title: str, parts: list[Part], code: str = "") -> Sheet:
        w = self._wording
        choices = (Choice(w("Go back"), Verb.BACK), Choice(w("Main menu"), Verb.MENU))
        return Sheet(name, title, tuple(parts), choices, self._hints, language=self._language, code=code)
