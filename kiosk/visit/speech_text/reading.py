"""Turns a `Page` into utterances: on arrival, at each move, and in answer to "Where am I?"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from kiosk.content.model.library import Urgency
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.buttons import choice_number
from kiosk.visit.layout.page import Page, Unit
from kiosk.visit.layout.part_style import Look
from kiosk.visit.layout.sentences import beginning_on, first_on, openings, sentences_of
from kiosk.visit.speech_text.by_voice import by_voice
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.keys import Keys
from kiosk.visit.terms.names import DISCLAIMER
from kiosk.visit.terms.sheet import Part, Role, Verb
from kiosk.visit.terms.told import Told, cut_to
from kiosk.visit.terms.wording import Wording

BEFORE_HINTS_MS = 700
"""A noticeable pause between a page and its instructions (VVSG 2.0 7.3-K.2)."""
BETWEEN_SENTENCES_MS = 350
"""A breath between two sentences of a paragraph."""
BETWEEN_PARTS_MS = 550
"""A longer one between one paragraph or point and the next."""
LENGTH_IS_SAID_S = 40
"""Seconds; how long a text takes is said if it takes longer."""


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
        greeting: str = "",
    ) -> None:
        """Read pages aloud in one language.

        Args:
            language: Its two-letter code.
            wording: The kiosk's own words in it.
            wordings: Those of all languages, for choices that are labelled in their own language.
            key_words: The names of the keys.
            greeting: Said first on the start page: how to go on.
        """
        self.language = language
        self.wording = wording
        self._key_words = key_words or KeyWords(wording, Keys())
        self._wordings = wordings or {}
        self._greeting = greeting

    def by_voice(self, said: Iterable[Utterance]) -> tuple[Utterance, ...]:
        """Return what is said, cut where English stands in for a missing word of the kiosk."""
        return by_voice(said, self._wordings)

    def say(self, text: str | Told, pause_ms: int = 0, language: str = "") -> Utterance:
        """Return an utterance that is not a sentence of the page; `language` defaults to the visitor's."""
        said, numbers = text if isinstance(text, Told) else (text, ())
        return Utterance(said, language or self.language, pause_ms=pause_ms, numbers=numbers)

    def heading(self, page: Page, closure: Verb | None = None, rate_wpm: int = 0) -> tuple[Utterance, ...]:
        """Return the title; on the first page of a text also how long it is, on the start page first the greeting.

        `closure`: the choice that led here, to be confirmed. `rate_wpm`: the present rate; 0 for no length.
        """
        title = self.wording(CLOSURES[closure], title=page.title) if closure in CLOSURES else page.title
        opens = page.number == 1 and closure is not Verb.BACK
        long = f" {self.length(page, rate_wpm)}".rstrip() if opens and rate_wpm else ""
        if page.language == self.language:
            said = [self.say(page.told.inside(f"{_sentence(title)}{long}"))]
        else:
            said = [self.say(page.told.inside(_sentence(page.title)), language=page.language)]
            said += [self.say(long.strip())] if long else []
        if page.is_list and not page.reads_choices and (page.more.before or page.more.after):
            first, last = page.on_page.start + 1, page.on_page.stop
            here = self.wording("Choices {n} to {last} of {m}.", n=first, last=last, m=len(page.choices))
            said.append(self.say(here))
        if not opens:
            return tuple(said)
        greeting = [self.say(self._greeting)] if page.sheet == DISCLAIMER and self._greeting else []
        return (*greeting, *self._other_languages(page), *said)

    def length(self, page: Page, rate_wpm: int) -> str:
        """Return, for example, "About 2 minutes, 6 parts."; empty for a care card and a text that is over at once."""
        w = self.wording
        texts = [(part.say or part.text) for part in page.parts]
        seconds = sum(len(text.split()) for text in texts) * 60 / rate_wpm + len(texts) * BETWEEN_PARTS_MS / 1000
        if seconds < LENGTH_IS_SAID_S or page.parts[0].level:
            return ""
        minutes = max(1, round(seconds / 60))
        told = w.count("About {n} minute", "About {n} minutes", minutes)
        parts = len(openings(page.parts))
        if not parts:
            return f"{told}."
        return f"{told}, {w.count('{n} part', '{n} parts', parts)}."

    def _other_languages(self, page: Page) -> tuple[Utterance, ...]:
        """Return how to switch the language, said first and in each of the other languages."""
        said = []
        for number, choice in enumerate(page.choices):
            if choice.verb is Verb.LANGUAGE and self._key_words.key(Action(f"pick-{number + 1}")):
                wording = self._wordings.get(choice.language, self.wording)
                text = wording("For {language}, press {key}.", language=choice.label, key=number + 1)
                said.append(self.say(text, BETWEEN_SENTENCES_MS, choice.language))
        return tuple(said)

    def place_in(self, page: Page, number: int | None = None) -> str:
        """Return, for example, "Part 2 of 6" for sentence `number` of the text, by default the first on the page.

        Without parts, it is the page: "Page 2 of 3"; empty if there is only one.
        """
        w, parts = self.wording, openings(page.parts)
        if len(parts) > 1:
            here = bisect_right(parts, first_on(page) if number is None else number)
            return w("Part {n} of {m}", n=max(1, here), m=len(parts))
        return w("Page {n} of {m}", n=page.number, m=page.count) if page.count > 1 else ""

    def text(self, page: Page, first: int | None = None) -> tuple[Utterance, ...]:
        """Return the sentences that begin on the page, from sentence `first` of the text on.

        `first` may begin on an earlier page; it is said whole. The text above a list is read whichever of its choices
        are on the page.
        """
        begin = beginning_on(page)
        if first is not None and page.is_list:
            begin = list(range(first, len(sentences_of(page.parts))))
        elif first is not None:
            begin = list(range(first, max([first, *begin]) + 1))
        return tuple(self._sentence(page, number) for number in begin)

    def head(self, page: Page) -> tuple[Utterance, ...]:
        """Return what stands at the top of a page that continues a care card: its level, and what to do."""
        units = [unit for unit in page.units if unit.part >= len(page.parts)]
        return tuple(
            self.say(Told(page.sentence(unit), cut_to(page.part(unit).numbers, unit.start, unit.end)),
                     BETWEEN_SENTENCES_MS, page.part(unit).language)
            for unit in units
        )  # fmt: skip

    def _sentence(self, page: Page, number: int) -> Utterance:
        """Return sentence `number` of the text that `page` is of, with the pause before it."""
        sentences = sentences_of(page.parts)
        unit = sentences[number]
        goes_on = number > 0 and sentences[number - 1].part == unit.part
        pause = BETWEEN_SENTENCES_MS if goes_on else BETWEEN_PARTS_MS
        part = page.parts[unit.part]
        language, say = part.language or self.language, _instead(part, unit)
        numbers = cut_to(part.numbers, unit.start, unit.end)
        sentence = Utterance(page.sentence(unit), language, unit, pause, say=say, numbers=numbers)
        return sentence._replace(emergency=self.is_emergency(part))

    def is_emergency(self, part: Part) -> bool:
        """Return True for the sentence on whom to call in an emergency, which no key may cut off."""
        return part.role in (Role.LEAD, Role.CONTACT) and part.level is Urgency.EMERGENCY

    def key(self, action: Action) -> str:
        """Return the name of the key for `action`; empty if it has none."""
        return self._key_words.key(action)

    def whole(self, page: Page) -> tuple[Utterance, ...]:
        """Return all sentences of the text that `page` is of."""
        return tuple(self._sentence(page, number) for number in range(len(sentences_of(page.parts))))

    def hints(self, page: Page, screen: bool = True) -> tuple[Utterance, ...]:
        """Return the hints, after a pause; without those that only help who sees, if the screen is off."""
        said = self.instructions(page, screen)
        return (self.say(said, BEFORE_HINTS_MS),) if said else ()

    def item(self, page: Page, number: int) -> Utterance:
        """Return a choice with its position, the label first: "The signs. 1 of 6.".

        Where the kiosk has no words in the language of the label, its number alone, which every voice can say.
        """
        choice = page.choices[number]
        label = Told(choice.label, choice.numbers)
        foreign = choice.language and choice.language not in tuple(self._wordings)  # which lends English to any
        text = f"{_sentence(choice.label)} {number + 1 if foreign else self.position(page, number)}."
        return self.say(label.inside(text), language=choice.language)

    def listed(self, page: Page) -> tuple[Utterance, ...]:
        """Return all choices of a list, each with its number."""
        numbered = (self.numbered(page, number) for number in range(len(page.choices)))
        return tuple(each._replace(pause_ms=BETWEEN_SENTENCES_MS) for each in numbered)

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

    def instructions(self, page: Page, screen: bool = True) -> str:
        """Return the hints as sentences, and then the keys of the last row that they do not name."""
        unseen = () if screen else self._key_words.for_eyes()
        hints = [hint.casefold() for hint in page.hints]
        others = [f"{key.job}: {key.cap}" for key in page.keys]
        others = [other for other in others if not any(hint.endswith(other.casefold()) for hint in hints)]
        return " ".join(_sentence(hint) for hint in (*page.hints, *others) if hint not in unseen)

    def where(
        self, page: Page, before: Told | None, patience_s: int | None = None, number: int | None = None
    ) -> tuple[Told, ...]:
        """Return the answer to "Where am I?" on `page`.

        Args:
            page: The page that is asked about.
            before: Title of the place that "back" leads to, if any.
            patience_s: See `Places`; None once it was told.
            number: The sentence that was read last.
        """
        w = self.wording
        said = [page.told.inside(w("You are on: {title}.", title=page.title))]
        if page.units and (place := self.place_in(page, number)):
            said.append(Told(place + "."))
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
        first = first_on(page) if page.units and not page.is_list else None
        said = [*self.heading(page), *self.head(page), *self.text(page, first)]
        for number in page.on_page:
            said += [self.item(page, number), *self.about(page, number)]
        said += [self.say(_sentence(remark)) for remark in (*page.status, *filter(None, [page.more.words]))]
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
    if any(piece.look is Look.ABOUT and piece.part is None for row in page.rows for piece in row):
        strings.append(page.choices[page.focus].about)
    told = [page.more.words] if page.more.words else []
    return [*strings, *page.status, *told, *(f"{key.job}: {key.cap}" for key in page.keys)]


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
