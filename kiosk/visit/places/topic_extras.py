"""The extras of a topic: questions to ask about it, and a page to take along on a phone.

Each is a place named after its topic, such as `signs/questions`. If the visitor's language lacks the questions or the
address, those of another language are shown, so the place still exists after a change of language.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.content.model.library import Library, Topic
from kiosk.visit.layout.code_page import all_codes_fit
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.card_sheets import is_index
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.places.take_away import SCHEME, Codes, address_of, text_of, texts_to_take, without_scheme
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.names import DISCLAIMER, QUESTIONS, TAKE_AWAY
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb
from kiosk.visit.terms.told import Told

KINDS = (QUESTIONS, TAKE_AWAY)


class TopicExtras:
    """The extras of all topics, in one language and on one grid."""

    def __init__(
        self, library: Library, language: str, key_words: KeyWords, grid: Grid, clinic_words: ClinicWords
    ) -> None:
        self._library = library
        self._language = language
        self._wording = key_words.wording
        self._hints = key_words.hints()
        self._grid = grid
        self._names = library.names
        self._clinic_words = clinic_words

    def has(self, name: str) -> bool:
        """Return True if there is an extra called `name`."""
        topic, _, kind = name.partition("/")
        return kind in KINDS and self._topic(topic, kind) is not None

    def places(self) -> list[str]:
        """Return the names of all extras, in the order of the topics."""
        return [f"{name}/{kind}" for name in self._names for kind in KINDS if self._topic(name, kind) is not None]

    def choices(self, name: str) -> tuple[Choice, ...]:
        """Return the choices that lead from the topic `name` to its extras."""
        w = self._wording
        if self._grid.long_labels:
            labels = {QUESTIONS: w("Questions to ask"), TAKE_AWAY: w("Take it with you")}
        else:  # short enough for one row in any language; the other rows are for the text
            labels = {QUESTIONS: w("Questions"), TAKE_AWAY: w("Take with me")}
        return tuple(
            Choice(labels[kind], Verb.OPEN, f"{name}/{kind}") for kind in KINDS if self._topic(name, kind) is not None
        )

    def sheet(self, name: str, provenance: Callable[[Topic], list[Part]]) -> Sheet:
        """Return the extra called `name`; `provenance` gives the parts on who approved a topic. Raises KeyError."""
        about, _, kind = name.partition("/")
        topic = self._topic(about, kind)
        if topic is None:
            raise KeyError(name)
        if kind == QUESTIONS:
            notes = provenance(topic)  # the sources stand here if the page itself is a list of cards
            return self._questions(name, topic, notes if is_index(topic) else notes[:1])
        return self._take_away(name, topic)

    def _topic(self, name: str, kind: str) -> Topic | None:
        """Return the topic `name` in a language that has what `kind` needs; None if no language has it."""
        if name == DISCLAIMER:  # visitors agree to it and move on; it is no topic to them
            return None
        shown = self._library.topic(name, self._language) if name in self._names else None
        others = (topics.get(name) for topics in self._library.topics.values())
        for topic in (shown, *others):
            if topic is not None and self._fits(topic, kind):
                return topic
        return None

    def _fits(self, topic: Topic, kind: str) -> bool:
        if kind == QUESTIONS:
            return bool(topic.questions)
        clinic = self._library.clinic
        return bool(address_of(topic, clinic)) or is_index(topic) or not clinic.visitors_online

    def _questions(self, name: str, topic: Topic, provenance: list[Part]) -> Sheet:
        w = self._wording
        questions = [block.as_written for block in topic.blocks if block.role is Role.QUESTION]
        asked = [self._clinic_words.parts(Role.POINT, each, language=self._other(topic)) for each in questions]
        parts = [
            self._heading(topic),
            Part(Role.TEXT, w("You could ask your care team:"), with_next=True),
            *(part for parts in asked for part in parts),
            *provenance,
        ]
        return self._sheet(name, w("Questions to ask"), parts)

    def _other(self, topic: Topic) -> str:
        """Return the language of a topic if it is not the visitor's; else an empty string."""
        return "" if topic.language == self._language else topic.language

    def _heading(self, topic: Topic) -> Part:
        """Return the title of `topic` as a heading."""
        title, numbers = self._clinic_words.title(topic.written_at("title"), self._other(topic))
        return Part(Role.HEADING, title, with_next=True, language=self._other(topic), numbers=numbers)

    def _take_away(self, name: str, topic: Topic) -> Sheet:
        title, other = self._wording("Take it with you"), self._other(topic)
        shown: list[Part] = []
        is_address = False
        for codes in texts_to_take(topic, self._library.clinic, self._clinic_words, self._wording, other):
            texts = tuple(map(text_of, codes))
            is_address = texts[0].startswith(SCHEME)
            held = [Told(without_scheme(texts[0]))] if is_address else codes[0]
            shown = [
                Part(Role.POINT if at else Role.TEXT, line.text, language=other, numbers=line.numbers)
                for at, line in enumerate(held)
            ]
            parts = [*self._about(topic, is_address, len(codes)), *(shown if len(codes) == 1 else ())]
            with_codes = self._sheet(name, title, [*parts, *self._captions(codes)], texts)
            if all_codes_fit(with_codes, self._grid):
                return with_codes
        return self._sheet(name, title, [self._heading(topic), self._by_hand(is_address), *shown])

    def _about(self, topic: Topic, is_address: bool, count: int) -> list[Part]:
        """Return the parts that introduce the content of `count` codes."""
        w = self._wording
        how = Part(Role.TEXT, w("You can take this page with you on your phone. The camera reads a code."))
        if count > 1:  # their words stand on the page itself
            holds = (
                w("The codes hold all that these cards say, and our numbers. They work without internet.")
                if is_index(topic)
                else w("The codes hold all that this page says, and our number. They work without internet.")
            )
            return [self._heading(topic), how, Part(Role.TEXT, holds)]
        holds = (
            w("The code opens this web page:")
            if is_address
            else w("The code contains this text. It works without internet:")
        )
        return [self._heading(topic), how, Part(Role.TEXT, holds, with_next=True)]

    def _captions(self, codes: Codes) -> list[Part]:
        """Return the caption of each code; of several, each begins with the first line that it holds."""
        w = self._wording
        camera = w("Hold your phone's camera up to the code.")
        if len(codes) == 1:
            return [Part(Role.CODE, camera)]
        captions = []
        for number, lines in enumerate(codes, 1):
            counted = w("Code {n} of {m}.", n=number, m=len(codes))
            text = lines[0].text if lines[0].text.endswith(".") else f"{lines[0].text}."
            told = lines[0].inside(f"{counted} {text} {camera}")
            captions.append(Part(Role.CODE, told.text, numbers=told.numbers))
        return captions

    def _by_hand(self, is_address: bool) -> Part:
        """Return the instruction for a screen that cannot show the code."""
        w = self._wording
        text = w("There is more on the web. Write down the address:") if is_address else w("Write this down:")
        return Part(Role.TEXT, text, with_next=True)

    def _sheet(self, name: str, title: str, parts: list[Part], codes: tuple[str, ...] = ()) -> Sheet:
        w = self._wording
        choices = (Choice(w("Go back"), Verb.BACK), Choice(w("Main menu"), Verb.MENU))
        return Sheet(name, title, tuple(parts), choices, self._hints, language=self._language, codes=codes)
