"""Describes each place for visitors as a `Sheet`, from the library and the kiosk's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from kiosk.content.model.block import Block
from kiosk.content.model.languages import own_name
from kiosk.content.model.library import Group, Library, Notice, Topic, Weight
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.part_style import ON_NO_PAGE
from kiosk.visit.places.card_sheets import Card, CardParts, cards_of, is_index
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.places.group_sheets import GroupPlaces
from kiosk.visit.places.offer_sheets import OfferPlaces
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.places.provenance import Provenance, is_by_machine
from kiosk.visit.places.topic_extras import TopicExtras
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.keys import STANDARD, Keys
from kiosk.visit.terms.names import DISCLAIMER, LANGUAGES, MENU, NOTICE, UNWELL
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb
from kiosk.visit.terms.told import Told
from kiosk.visit.terms.wording import Wording

ELSEWHERE = (*ON_NO_PAGE, Role.TITLE, Role.CAPTION, Role.QUESTION, Role.ADDRESS)
"""Blocks of a topic that are not parts of its page: they are shown in another place."""
LEADING = (Role.HEADING, Role.LEAD)
"""Blocks that lead in the next one and so must not be last on a page."""


class Sheets(OwnSheets):
    """The places for visitors in one language: disclaimer, menu, topics and their extras, help."""

    def __init__(
        self,
        library: Library,
        language: str,
        wording: Wording,
        keys: Keys = STANDARD,
        grid: Grid | None = None,
        wordings: Mapping[str, Wording] | None = None,
    ) -> None:
        """`wordings`: those of all languages, for a text that is only in another language."""
        super().__init__(language, wording, keys, grid)
        self.library = library
        self.clinic_words = ClinicWords(library.clinic, language, wording, wordings)
        self.extras = TopicExtras(library, language, self.key_words, self.grid, self.clinic_words)
        self.groups = GroupPlaces(library.clinic, language, wording)
        self._cards = CardParts(wording, self.grid, self.clinic_words)
        self.offers = OfferPlaces(library.languages, language, wording, self.clinic_words, self.key_words)
        self.provenance = Provenance(language, wording, self.clinic_words)
        self.by_machine = is_by_machine(library, language)

    def has(self, name: str) -> bool:
        """Return True if `sheet` has a place called `name`."""
        if name in self.offers.names:
            return True
        if "/" in name:
            return self.groups.at(name) is not None or self.extras.has(name) or name in self.card_places()
        return super().has(name) or name in self.library.names

    def greeting(self) -> str:
        """Return what is said first on the start page."""
        return self.helping.greeting(self.library.clinic.name)

    def _places(self) -> dict[str, Callable[[], Sheet]]:
        return {
            **super()._places(),
            DISCLAIMER: self._disclaimer,
            MENU: self._menu,
        }

    def _described(self, name: str) -> Sheet:
        """Return the place called `name`, which may also be a topic or one of its extras."""
        if name in self.offers.names:
            return self.offers.sheet(name, self.back())
        topic, _, number = name.partition("/")
        if group := self.groups.at(name):
            return self._group(group)
        if number.isdecimal():
            return self._card(self.library.topic(topic, self.language), int(number) - 1)
        if number:
            return self.extras.sheet(name, self.provenance.of)
        places = self._places()
        return places[name]() if name in places else self._topic(self.library.topic(name, self.language))

    def warning(self, seconds: int) -> Sheet:
        """Return the question “Are you still there?”; `seconds` are left to answer."""
        return self.still_there(seconds, max(1.0, self.library.clinic.countdown))

    def _disclaimer(self) -> Sheet:
        w = self.wording
        topic = self.library.topic(DISCLAIMER, self.language)
        parts = self._notice_parts(self.library.notice)
        parts += self._page_parts(topic)
        names = dict.fromkeys((DISCLAIMER, *self.library.clinic.offered, UNWELL))
        parts += self.provenance.of_all([self.library.topic(name, self.language) for name in names])
        parts.append(Part(Role.TEXT, self.helping.how_to_move()))
        others = [
            each for each in self.library.clinic.languages if each != self.language and each in self.library.topics
        ]
        roomy = self.grid.roomy
        aloud = w("Agree and have it read to me") if roomy else w("Agree, read aloud")
        more = w("Help with other languages") if roomy else w("Other languages")
        agree = (Choice(aloud, Verb.AGREE), Choice(w("Agree, no sound"), Verb.AGREE_SILENT))
        choices = (
            *(agree if self.speaks else [Choice(w("Agree"), Verb.AGREE)]),
            *(Choice(own_name(each), Verb.LANGUAGE, each, each) for each in others),
            *([Choice(more, Verb.OPEN, LANGUAGES)] if self.offers.names else []),
        )
        title, numbers = self._title(topic)
        return Sheet(
            DISCLAIMER,
            title,
            tuple(parts),
            choices,
            self.key_words.hints(),
            choices_first=True,
            language=topic.language,
            about=w("Please read or listen to this first. Then choose if you agree."),
            numbers=numbers,
            picture="desk" if self.grid.has_pictures else "",
        )

    def notice(self, notice: Notice) -> Sheet:
        """Return `notice` as a page that covers any other."""
        w = self.wording
        hints = (w("Go on: any key"),)
        return Sheet(NOTICE, w("Notice"), tuple(self._notice_parts(notice)[1:]), (), hints, language=self.language)

    def _notice_parts(self, notice: Notice | None) -> list[Part]:
        """Return a notice as parts of another page."""
        if notice is None:
            return []
        text, language = notice.text(self.language, self.library.clinic.languages[0])
        role = Role.HEADING if notice.level is Weight.IMPORTANT else Role.TEXT
        other = "" if language == self.language else language
        told = self.clinic_words.parts(role, text, language=other)
        return [Part(Role.HEADING, self.wording("Notice"), with_next=True), *told] if told else []

    def _menu(self) -> Sheet:
        w = self.wording
        # Whoever feels unwell must not have to look for it.
        names = dict.fromkeys((UNWELL, *self.library.clinic.menu))
        choices = [self._choice_of(self.library.topic(name, self.language)) for name in names]
        choices += self.groups.choices()
        choices.append(Choice(w("Finish"), Verb.ASK, Errand.FINISH.value, about=w("Clear all, and end")))
        hints = self.key_words.hints(self.key_words.hint(w("Back"), Action.BACK))
        parts, about = (
            self._notice_parts(self.library.notice),
            w("This is the main menu. Choose a topic to read or hear."),
        )
        return Sheet(
            MENU, w("Main menu"), tuple(parts), tuple(choices), hints, True, language=self.language, about=about
        )

    def _group(self, group: Group) -> Sheet:
        """Return the topics of `group`."""
        choices = [self._choice_of(self.library.topic(name, self.language)) for name in group.topics]
        hints = self.key_words.hints(self.key_words.hint(self.wording("Back"), Action.BACK))
        return self.groups.sheet(group, (*choices, Choice(self._main_menu, Verb.MENU)), hints)

    def _choice_of(self, topic: Topic) -> Choice:
        """Return the choice of the menu that opens `topic`."""
        other = self._other(topic)
        label = self.clinic_words.title(topic.written_at("menu-label") or topic.written_at("title"), other)
        return Choice(
            label.text,
            Verb.OPEN,
            topic.name,
            other,
            label.numbers,
            about=topic.menu_text,
            picture=topic.text("picture"),
        )

    def _title(self, topic: Topic) -> Told:
        """Return the title of `topic` as patients get it."""
        return self.clinic_words.title(topic.written_at("title"), self._other(topic))

    def card_places(self) -> list[str]:
        """Return the names of all places that hold one care card."""
        topics = [self.library.topic(name, self.language) for name in self.library.names]
        return [card.place for topic in topics if is_index(topic) for card in cards_of(topic)]

    @property
    def _main_menu(self) -> str:
        return self.wording("Main menu") if self.grid.long_labels else self.wording("Menu")

    def _index(self, topic: Topic) -> Sheet:
        """Return the list of the cards of `topic`."""
        cards, other = cards_of(topic), self._other(topic)
        choices = (*self._cards.choices(cards, other), self.back(), *self.extras.choices(topic.name))
        return Sheet(
            topic.name,
            topic.title,
            tuple(self._cards.foremost(cards[0], other)),
            choices,
            self.key_words.hints(self.key_words.hint(self.wording("Back"), Action.BACK)),
            is_list=True,
            reads_choices=True,
            language=topic.language,
            about=self.wording("This page shows you who to ask for help. The most urgent comes first."),
        )

    def _card(self, topic: Topic, number: int) -> Sheet:
        """Return card `number` (0-based) of `topic`."""
        cards = cards_of(topic)
        card, other = cards[number], self._other(topic)
        parts = [*self._parts(card.blocks, other, card)]
        notes = self.provenance.of(topic)[:1]
        for note in notes:  # only who approved it: the day of the last change is on the page of questions
            start, end = sentence_spans(note.text)[0]
            text, head = note.text[start:end], self._cards.head(card, other)
            parts.append(note._replace(text=text, level=card.urgency, head=head))
        choices = (self.back(), *self._cards.onward(cards, number, other))
        title, level = self._cards.name(card, other).text, None
        if not self.grid.roomy:  # the title band names the level, which leaves its row to the text
            title, level, parts = self.wording(card.urgency.label), card.urgency, parts[1:]
        keys = self.key_words
        turn = keys.hint(self.wording("Move in the text"), Action.LEFT, Action.RIGHT)
        hints = keys.hints(turn, keys.hint(self.wording("Back"), Action.BACK))
        sheet = Sheet(card.place, title, tuple(parts), choices, hints, language=topic.language, level=level)
        return replace(sheet, picture=card.urgency.style) if self.grid.has_pictures else sheet

    def _topic(self, topic: Topic) -> Sheet:
        if is_index(topic):
            return self._index(topic)
        parts = [*self._page_parts(topic), *self.provenance.of(topic)]
        if self._other(topic):
            name = self.provenance.name_of(topic.language)
            parts.insert(0, Part(Role.NOTE, self.wording("For now, this text is in {language}.", language=name)))
        leads_back = topic.name == UNWELL or self.groups.holding(topic.name)
        way_out = self.back() if leads_back else Choice(self._main_menu, Verb.MENU)
        choices = (way_out, *self.extras.choices(topic.name))
        keys = self.key_words
        turn = keys.hint(self.wording("Move in the text"), Action.LEFT, Action.RIGHT)
        hints = keys.hints(turn, keys.hint(self.wording("Back"), Action.BACK))
        title, numbers = self._title(topic)
        if not topic.text("sections/0/picture"):  # which would stand on the same page
            parts = [*self._captions(topic, "picture"), *parts]
        return Sheet(topic.name, title, tuple(parts), choices, hints, language=topic.language, numbers=numbers)

    def _captions(self, topic: Topic, path: str) -> list[Part]:
        """Return what the picture at `path` shows, if there is one and room for it."""
        says, picture = topic.text(f"{path}-says"), topic.text(path)
        if not (says and picture and self.grid.has_pictures):
            return []
        return [Part(Role.CAPTION, says, with_next=path != "picture", language=self._other(topic), picture=picture)]

    def _page_parts(self, topic: Topic) -> list[Part]:
        """Return all parts of the page of `topic`, in reading order."""
        other, parts = self._other(topic), list[Part]()
        cards = {card.blocks[0].group: card for card in cards_of(topic)}
        blocks = [block for block in topic.blocks if block.role not in ELSEWHERE]
        for group in dict.fromkeys(block.group for block in blocks):
            own = self._parts([block for block in blocks if block.group == group], other, cards.get(group))
            after = 1 if own and own[0].role is Role.HEADING else 0
            parts += [*own[:after], *self._captions(topic, f"{group}/picture"), *own[after:]]
        return parts

    def _parts(self, blocks: Sequence[Block], other: str, card: Card | None) -> list[Part]:
        """Return the parts of one section or card; `other` is its language if that is not the visitor's."""
        shown = [block for block in blocks if block.role not in ELSEWHERE]
        head = self._cards.head(card, other) if card else Told("")
        level = card.urgency if card else None
        parts: list[Part] = []
        for block, after in zip_longest(shown, shown[1:]):
            if block.role is Role.LEVEL and level:
                parts.append(Part(Role.LEVEL, self.wording(level.label), level, with_next=True))
                continue
            leads_in = block.role is Role.TEXT and after and after.role is Role.POINT
            leads_in = leads_in or block.role in LEADING or (block.role is Role.CONTACT and after is not None)
            told = self.clinic_words.parts(block.role, block.as_written, level, bool(leads_in), other)
            parts += [part._replace(head=head) for part in told]
        return parts

    def _other(self, topic: Topic) -> str:
        """Return the language of a topic if it is not the visitor's; else an empty string."""
        return "" if topic.language == self.language else topic.language
