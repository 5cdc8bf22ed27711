"""Describes each place of the visit as a `Sheet`, from the library and the kiosk's own words."""

from __future__ import annotations

from datetime import date

from kiosk.content.library import CareCard, Library, Section, Topic
from kiosk.visit.sheet import Choice, Part, Role, Sheet, Verb
from kiosk.visit.wording import Wording

DISCLAIMER, MENU, UNWELL, HELP, WHERE, WARNING = (
    "disclaimer",
    "menu",
    "feel-unwell",
    "help",
    "where-am-i",
    "still-there",
)
"""Names of the places that every kiosk has; all others are topics."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Sheets:
    """The sheets of one language."""

    def __init__(self, library: Library, language: str, wording: Wording) -> None:
        self.library = library
        self.language = language
        self.wording = wording

    def sheet(self, name: str) -> Sheet:
        """The place called `name`: a topic, or one of the places that every kiosk has.

        Raises KeyError for a name that is neither.
        """
        own = {DISCLAIMER: self._disclaimer, MENU: self._menu, HELP: self._help}
        return own[name]() if name in own else self._topic(self.library.topic(name, self.language))

    def warning(self, seconds: int) -> Sheet:
        """The question “Are you still there?”, with the whole seconds that are left to answer."""
        w = self.wording
        lines = (self.countdown(seconds), w("To stay, press any key."))
        parts = tuple(Part(Role.TEXT, line) for line in lines)
        return Sheet(WARNING, w("Are you still there?"), parts, (), (w("Stay: any key"),), language=self.language)

    def countdown(self, seconds: int) -> str:
        """The sentence that counts down."""
        if seconds == 1:
            return self.wording("This kiosk starts again in 1 second.")
        return self.wording("This kiosk starts again in {n} seconds.", n=seconds)

    def where(self, sentences: tuple[str, ...]) -> Sheet:
        """The answer to "Where am I?"."""
        w = self.wording
        parts = tuple(Part(Role.TEXT, sentence) for sentence in sentences)
        return Sheet(WHERE, w("Where am I?"), parts, (self._back(),), self._hints(), language=self.language)

    def _disclaimer(self) -> Sheet:
        w = self.wording
        topic = self.library.topic(DISCLAIMER, self.language)
        parts = [part for section in topic.sections for part in _section_parts(section)]
        if not all(t.approved for t in self.library.topics[self.language].values()):
            parts.append(Part(Role.NOTE, w("These texts are not yet approved by a clinician.")))
        parts.append(Part(Role.TEXT, w("To move, press the arrow keys. To choose, press Enter.")))
        choices = (
            Choice(w("Agree and have it read to me"), Verb.AGREE),
            Choice(w("Agree, no sound"), Verb.AGREE_SILENT),
        )
        return Sheet(
            DISCLAIMER,
            topic.title,
            tuple(parts),
            choices,
            self._hints(),
            choices_first=True,
            language=topic.language,
        )

    def _menu(self) -> Sheet:
        w = self.wording
        topics = [self.library.topic(name, self.language) for name in self.library.clinic.menu]
        choices = [Choice(topic.menu_label, Verb.OPEN, topic.name) for topic in topics]
        if len(choices) < 9:
            choices.append(Choice(w("Finish"), Verb.FINISH))
        hints = self._hints(w("Back: 0"))
        return Sheet(MENU, w("Main menu"), (), tuple(choices), hints, is_list=True, language=self.language)

    def _topic(self, topic: Topic) -> Sheet:
        parts = [part for section in topic.sections for part in _section_parts(section)]
        parts += [part for card in topic.cards for part in self._card_parts(card)]
        parts += self._small_print(topic)
        choices = (self._back(),) if topic.name == UNWELL else (Choice(self.wording("Main menu"), Verb.MENU),)
        hints = self._hints(self.wording("Page: left, right"), self.wording("Back: 0"))
        return Sheet(topic.name, topic.title, tuple(parts), choices, hints, language=topic.language)

    def _card_parts(self, card: CareCard) -> list[Part]:
        w = self.wording
        level = {
            "emergency": w("Emergency"),
            "urgent": w("Urgent"),
            "routine": w("Not urgent"),
        }[card.level.value]
        parts = [
            Part(Role.LEVEL, level, card.level, with_next=True),
            Part(Role.CONTACT, card.contact, card.level, with_next=True),
            Part(Role.CONTACT, card.how_soon, card.level, with_next=True),
        ]
        if card.when:
            parts.append(Part(Role.TEXT, card.when, card.level, with_next=True))
        return parts + [Part(Role.POINT, point, card.level) for point in card.points]

    def _small_print(self, topic: Topic) -> list[Part]:
        w = self.wording
        changed = w("Last changed on {date}.", date=self._date(topic.last_changed))
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
        sources = w("Sources: {names}.", names="; ".join(source.name for source in topic.sources))
        return [Part(Role.NOTE, f"{text} {changed}"), Part(Role.NOTE, sources)]

    def _date(self, day: date) -> str:
        month = self.wording(_MONTHS[day.month - 1])
        return self.wording("{month} {day}, {year}", month=month, day=day.day, year=day.year)

    def _help(self) -> Sheet:
        w = self.wording
        points = (
            w("To move: the arrow keys."),
            w("To choose: Enter, or the number of the choice."),
            w("To go back: 0, Backspace or Escape."),
            w("For the main menu: Home."),
            w("To hear the page, to pause, to go on: Space."),
            w("To hear it again: R."),
            w("To turn a page, or skip a sentence: left and right."),
            w("Slower and faster: comma and full stop."),
            w("Louder and quieter: plus and minus."),
            w("Sound on or off: M."),
            w("Larger letters: T. Smaller: shift and T."),
            w("Other colours: C."),
            w("Where am I: W."),
            w("I feel unwell: E."),
        )
        parts = tuple(Part(Role.POINT, point) for point in points)
        return Sheet(HELP, w("Help"), parts, (self._back(),), self._hints(w("Back: 0")), language=self.language)

    def _back(self) -> Choice:
        return Choice(self.wording("Go back"), Verb.BACK)

    def _hints(self, *more: str) -> tuple[str, ...]:
        w = self.wording
        return (w("Help: H"), w("Choose: Enter"), w("Larger: T"), *more, w("Unwell: E"), w("Read aloud: Space"))


def _section_parts(section: Section) -> list[Part]:
    """Heading, paragraphs, points, in the order in which they are read."""
    parts = [Part(Role.HEADING, section.heading, with_next=True)] if section.heading else []
    for number, paragraph in enumerate(section.paragraphs):
        leads_in = bool(section.points) and number == len(section.paragraphs) - 1
        parts.append(Part(Role.TEXT, paragraph, with_next=leads_in))
    return parts + [Part(Role.POINT, point) for point in section.points]
