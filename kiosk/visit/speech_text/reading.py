"""Turns a `Page` into utterances: on arrival, at each move, and in answer to "Where am I?"."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.model.library import Urgency
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.buttons import choice_number
from kiosk.visit.layout.page import Page, Unit
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.keys import Keys
from kiosk.visit.terms.names import MENU
from kiosk.visit.terms.sheet import Part, Role, Verb
from kiosk.visit.terms.told import Told, cut_to
from kiosk.visit.terms.wording import Wording

BEFORE_HINTS_MS = 700
"""A noticeable pause between a page and its instructions (VVSG 2.0 7.3-K.2)."""
BETWEEN_SENTENCES_MS = 350
"""A breath between two sentences of a paragraph."""
BETWEEN_PARTS_MS = 550
"""A longer one between one paragraph or point and the next."""


CLOSURES = {Verb.OPEN: "Opened: {title}", Verb.BACK: "Back to {title}"}
"""Confirmation of a choice, spoken with the title of the new page."""


class Reader:
    """Turns pages into speech in one language."""

    def __init__(
        self,
        language: str,
        wording: Wording,
        wordings: Mapping[str, Wording] | None = None,
        key_words: KeyWords | None = None,
    ) -> None:
        """`wordings`: those of all languages, for choices that are labelled in their own language."""
        self.language = language
        self.wording = wording
        self._key_words = key_words or KeyWords(wording, Keys())
        self._wordings = wordings or {}

    def say(self, text: str | Told, pause_ms: int = 0, language: str = "") -> Utterance:
        """Return an utterance that is not a sentence of the page; `language` defaults to the visitor's."""
        said, numbers = text if isinstance(text, Told) else (text, ())
        return Utterance(said, language or self.language, pause_ms=pause_ms, numbers=numbers)

    def arrival(self, page: Page, closure: Verb | None = None) -> tuple[Utterance, ...]:
        """Return all that is said on arrival: title, text, the choice in focus, the hints."""
        # A notice on the menu was already said when the visit began; "Read aloud" repeats it.
        text = () if page.sheet == MENU else self.text(page)
        return (*self.heading(page, closure), *text, *self.after_text(page))

    def heading(self, page: Page, closure: Verb | None = None) -> tuple[Utterance, ...]:
        """Return the title, with the page number if there are several pages.

        `closure`: the choice that led here, to be confirmed.
        """
        title = self.wording(CLOSURES[closure], title=page.title) if closure in CLOSURES else page.title
        here = f"{self.page_of(page)}." if page.count > 1 and page.units else ""
        if page.language == self.language:
            said = [self.say(page.told.inside(f"{_sentence(title)} {here}".rstrip()))]
        else:
            said = [self.say(page.told.inside(_sentence(page.title)), language=page.language)]
            said += [self.say(here)] if here else []
        return (*said, *self._other_languages(page)) if page.number == 1 else tuple(said)

    def _other_languages(self, page: Page) -> tuple[Utterance, ...]:
        """Return how to switch the language, said first and in each of the other languages."""
        said = []
        for number, choice in enumerate(page.choices):
            if choice.verb is Verb.LANGUAGE and self._key_words.key(Action(f"pick-{number + 1}")):
                wording = self._wordings.get(choice.language, self.wording)
                text = wording("For {language}, press {key}.", language=choice.label, key=number + 1)
                said.append(self.say(text, BETWEEN_SENTENCES_MS, choice.language))
        return tuple(said)

    def page_of(self, page: Page) -> str:
        """Return, for example, "Page 2 of 3"."""
        return self.wording("Page {n} of {m}", n=page.number, m=page.count)

    def text(self, page: Page, first: int = 0) -> tuple[Utterance, ...]:
        """Return the sentences of the page from number `first` (0-based) on."""
        said = []
        before = page.units[first - 1].part if first else None
        for unit in page.units[first:]:
            pause = BETWEEN_SENTENCES_MS if unit.part == before else BETWEEN_PARTS_MS
            before = unit.part
            part = page.parts[unit.part]
            emergency = part.role in (Role.LEAD, Role.CONTACT) and part.level is Urgency.EMERGENCY
            language = part.language or self.language
            say, numbers = _instead(part, unit), cut_to(part.numbers, unit.start, unit.end)
            sentence = Utterance(page.sentence(unit), language, unit, pause, say=say, numbers=numbers)
            said.append(sentence._replace(emergency=emergency))
        return tuple(said)

    def after_text(self, page: Page) -> tuple[Utterance, ...]:
        """Return the choice in focus, or all where they are the content, then, after a pause, the hints."""
        if page.reads_choices:
            listed = (self.numbered(page, number) for number in range(len(page.choices)))
            return tuple(each._replace(pause_ms=BETWEEN_SENTENCES_MS) for each in listed)
        focus: tuple[Utterance, ...] = ()
        if page.choices:
            item = self.item(page, page.focus)._replace(pause_ms=BETWEEN_PARTS_MS)
            focus = (item, *self.about(page, page.focus))
        keys = (self.say(self.instructions(page), BEFORE_HINTS_MS),) if page.hints else ()
        return (*focus, *keys)

    def item(self, page: Page, number: int) -> Utterance:
        """Return a choice with its position, the label first: "The signs. 1 of 6."."""
        choice = page.choices[number]
        label = Told(choice.label, choice.numbers)
        text = f"{_sentence(choice.label)} {self.position(page, number)}."
        return self.say(label.inside(text), language=choice.language)

    def numbered(self, page: Page, number: int) -> Utterance:
        """Return a choice with the key that picks it: "2: Urgent: Fever."."""
        choice = page.choices[number]
        key = choice_number(number)
        return self.say(
            f"{key}: {_sentence(choice.label)}" if key else _sentence(choice.label), language=choice.language
        )

    def about(self, page: Page, number: int) -> tuple[Utterance, ...]:
        """Return what a choice is about, after a pause in which a key may move on."""
        choice = page.choices[number]
        return (self.say(choice.about, BEFORE_HINTS_MS, choice.language),) if choice.about else ()

    def position(self, page: Page, number: int) -> str:
        """Return, for example, "1 of 6", in the language of the choice."""
        wording = self._wordings.get(page.choices[number].language, self.wording)
        return wording("{n} of {m}", n=number + 1, m=len(page.choices))

    def instructions(self, page: Page) -> str:
        """Return the hints as sentences."""
        return " ".join(_sentence(hint) for hint in page.hints)

    def where(self, page: Page, before: Told | None, patience_s: int | None) -> tuple[Told, ...]:
        """Return the answer to "Where am I?" on `page`.

        `before`: title of the place that "back" leads to, if any; `patience_s`: see `Places`.
        """
        w = self.wording
        said = [page.told.inside(w("You are on: {title}.", title=page.title))]
        if page.units and page.count > 1:
            said.append(Told(self.page_of(page) + "."))
        if page.choices:
            choice, position = page.choices[page.focus], self.position(page, page.focus)
            text = w("Current choice: {label}, {position}.", label=choice.label, position=position)
            said.append(Told(choice.label, choice.numbers).inside(text))
        if before and (key := self._key_words.key(Action.BACK)):
            said.append(before.inside(w("To go back to {title}, press {key}.", title=before.text, key=key)))
        if patience_s is not None:
            text = w.count(
                "If you press no key for 1 second, the kiosk asks if you are still there.",
                "If you press no key for {n} seconds, the kiosk asks if you are still there.",
                patience_s,
            )
            said.append(Told(text))
        return tuple(said)

    def everything(self, page: Page) -> list[Utterance]:
        """Return everything that a page can say, in order: for reviewers and for reading a list aloud."""
        said = [*self.heading(page), *self.text(page)]
        said += [self.item(page, number) for number in page.on_page]
        said += [self.say(_sentence(remark)) for remark in page.status if remark not in said[0].text]
        return [*said, self.say(self.instructions(page))] if page.hints else said


def shown(page: Page) -> list[str]:
    """Return every string that a page shows, in reading order, without decorative characters."""
    strings = [page.title]
    part = None
    for unit in page.units:
        if unit.part == part:
            strings[-1] += " " + page.sentence(unit)
        else:
            strings.append(page.sentence(unit))
        part = unit.part
    for number in page.on_page:
        strings += [*filter(None, [choice_number(number)]), page.choices[number].label]
    told = [page.more.words] if page.more.words else []
    return [*strings, *page.status, *told, *(f"{key.cap} {key.job}".rstrip() for key in page.keys)]


def _instead(part: Part, unit: Unit) -> str:
    """Return the sentence of `part.say` for this unit; all of it with the first unit if the sentences do not match."""
    written, say = sentence_spans(part.text), sentence_spans(part.say)
    if len(written) != len(say):
        return part.say if unit.start == 0 else ""
    return next(
        (part.say[slice(*there)] for here, there in zip(written, say, strict=True) if here[0] == unit.start), ""
    )


def _sentence(text: str) -> str:
    """Return the text, with a full stop if it has no closing punctuation."""
    return text if text.endswith((".", "!", "?", "…", ":")) else text + "."
