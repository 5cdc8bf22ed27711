"""Describes each place for visitors as a `Sheet`, from the library and the kiosk's own words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import zip_longest

from kiosk.content.model.library import Library, Notice, Topic, Urgency, Weight
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.places.topic_extras import TopicExtras
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.keys import STANDARD, Keys
from kiosk.visit.terms.names import DISCLAIMER, LANGUAGES, MENU, NOTICE, UNWELL, WARNING
from kiosk.visit.terms.own_names import own_name
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb
from kiosk.visit.terms.wording import Wording

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ELSEWHERE = (Role.TITLE, Role.LABEL, Role.QUESTION, Role.ADDRESS, Role.SOURCE, Role.REFERENCE)
"""Blocks of a topic that are not parts of its page: they are shown in another place."""
LEADING = (Role.HEADING, Role.CONTACT)
"""Blocks that lead in the next one and so must not be last on a page."""


class Sheets(OwnSheets):
    """The places for visitors in one language: disclaimer, menu, topics and their extras, help."""

    def __init__(
        self, library: Library, language: str, wording: Wording, keys: Keys = STANDARD, grid: Grid | None = None
    ) -> None:
        super().__init__(language, wording, keys, grid)
        self.library = library
        self.extras = TopicExtras(library, language, self.key_words, self.grid)

    def has(self, name: str) -> bool:
        """Return True if `sheet` has a place called `name`."""
        if "/" in name:
            return self.extras.has(name)
        return super().has(name) or name in self.library.topics[self.library.clinic.languages[0]]

    def greeting(self) -> str:
        """Return what is said first on the start page."""
        return self.helping.greeting(self.library.clinic.name)

    def _places(self) -> dict[str, Callable[[], Sheet]]:
        return {
            **super()._places(),
            DISCLAIMER: self._disclaimer,
            MENU: self._menu,
            LANGUAGES: self._languages,
        }

    def _described(self, name: str) -> Sheet:
        """Return the place called `name`, which may also be a topic or one of its extras."""
        if "/" in name:
            return self.extras.sheet(name, self._provenance)
        places = self._places()
        return places[name]() if name in places else self._topic(self.library.topic(name, self.language))

    def warning(self, seconds: int) -> Sheet:
        """Return the question “Are you still there?”; `seconds` are left to answer."""
        w = self.wording
        lines = (self.countdown(seconds), w("To stay, press any key."))
        parts = tuple(Part(Role.TEXT, line) for line in lines)
        return Sheet(WARNING, w("Are you still there?"), parts, (), (w("Stay: any key"),), language=self.language)

    def countdown(self, seconds: int) -> str:
        """Return the sentence that counts down."""
        return self.wording.count(
            "This kiosk starts again in 1 second.", "This kiosk starts again in {n} seconds.", seconds
        )

    def _disclaimer(self) -> Sheet:
        w = self.wording
        topic = self.library.topic(DISCLAIMER, self.language)
        parts = self._notice_parts(self.library.notice)
        parts += self._page_parts(topic)
        if not all(t.approved for t in self.library.topics[self.language].values()):
            parts.append(Part(Role.NOTE, w("These texts are not yet approved by a clinician.")))
        parts.append(Part(Role.TEXT, self.helping.how_to_move()))
        others = [
            each for each in self.library.clinic.languages if each != self.language and each in self.library.topics
        ]
        choices = (
            Choice(w("Agree and have it read to me"), Verb.AGREE),
            Choice(w("Agree, no sound"), Verb.AGREE_SILENT),
            *(Choice(own_name(each), Verb.LANGUAGE, each, each) for each in others),
            *([Choice(w("Help with other languages"), Verb.OPEN, LANGUAGES)] if self.library.languages else []),
        )
        return Sheet(
            DISCLAIMER,
            topic.title,
            tuple(parts),
            choices,
            self.key_words.hints(),
            choices_first=True,
            language=topic.language,
            about=w("Please read or listen to this first. Then choose if you agree."),
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
        return [Part(Role.HEADING, self.wording("Notice"), with_next=True), Part(role, text, language=other)]

    def _languages(self) -> Sheet:
        """Return the offer of free help with languages, each in its own language."""
        parts: list[Part] = []
        for each in self.library.languages:
            parts.append(Part(Role.HEADING, each.name, with_next=True, language=each.voice))
            parts.append(Part(Role.TEXT, each.help, language=each.voice, say=each.say))
        title = self.wording("Help with other languages")
        hints = self.key_words.hints()
        return Sheet(LANGUAGES, title, tuple(parts), (self.back(),), hints, language=self.language)

    def _menu(self) -> Sheet:
        w = self.wording
        topics = [self.library.topic(name, self.language) for name in self.library.clinic.menu]
        choices = [Choice(each.menu_label, Verb.OPEN, each.name, self._other(each)) for each in topics]
        choices.append(Choice(w("Finish"), Verb.ASK, Errand.FINISH.value))
        hints = self.key_words.hints(self.key_words.hint(w("Back"), Action.BACK))
        return Sheet(
            MENU,
            w("Main menu"),
            tuple(self._notice_parts(self.library.notice)),
            tuple(choices),
            hints,
            is_list=True,
            language=self.language,
            about=w("This is the main menu. Choose a topic to read or hear."),
        )

    def _topic(self, topic: Topic) -> Sheet:
        parts = [*self._page_parts(topic), *self._provenance(topic)]
        if self._other(topic):
            name = own_name(topic.language)
            parts.insert(0, Part(Role.NOTE, self.wording("This text is only in {language}.", language=name)))
        way_out = self.back() if topic.name == UNWELL else Choice(self.wording("Main menu"), Verb.MENU)
        choices = (way_out, *self.extras.choices(topic.name))
        keys = self.key_words
        turn = keys.hint(self.wording("Move in the text"), Action.LEFT, Action.RIGHT)
        hints = keys.hints(turn, keys.hint(self.wording("Back"), Action.BACK))
        about = ""
        if topic.name == UNWELL:
            about = self.wording("This page shows you who to ask for help. The most urgent comes first.")
        return Sheet(topic.name, topic.title, tuple(parts), choices, hints, language=topic.language, about=about)

    def _page_parts(self, topic: Topic) -> list[Part]:
        """Return all parts of the page of `topic`, in reading order."""
        blocks = [block for block in topic.blocks if block.role not in ELSEWHERE]
        other = self._other(topic)
        parts: list[Part] = []
        group, urgency = "", None
        for block, after in zip_longest(blocks, blocks[1:]):
            if block.group != group:
                group, urgency = block.group, None
            if block.role is Role.LEVEL:
                urgency = Urgency.named(block.text)
                parts.append(Part(Role.LEVEL, self.wording(urgency.label), urgency, with_next=True))
                continue
            leads_in = block.role is Role.TEXT and after and after.role is Role.POINT and after.group == group
            with_next = block.role in LEADING or bool(leads_in)
            parts.append(Part(block.role, block.text, urgency, with_next, other))
        return parts

    def _provenance(self, topic: Topic) -> list[Part]:
        w = self.wording
        changed = w("We last changed this text on {date}.", date=self._date(topic.last_changed))
        review = topic.review
        if topic.approved and review.reviewed:
            reviewed = self._date(review.reviewed)
            text = w(
                "Reviewed by {name}, {role}, on {date}.",
                name=review.reviewer,
                role=review.role,
                date=reviewed,
            )
        else:
            text = w("Not yet approved by a clinician.")
        notes = [Part(Role.NOTE, f"{text} {changed}")]
        if topic.sources:  # built-in pages have no sources
            notes.append(Part(Role.NOTE, w("Sources: {names}.", names="; ".join(topic.sources))))
        return notes

    def _date(self, day: date) -> str:
        month = self.wording(_MONTHS[day.month - 1])
        return self.wording("{month} {day}, {year}", month=month, day=day.day, year=day.year)

    def _other(self, topic: Topic) -> str:
        """Return the language of a topic if it is not the visitor's; else an empty string."""
        return "" if topic.language == self.language else topic.language
