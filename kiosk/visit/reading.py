"""Turns a `Page` into what is said: on arrival, at each move, and in answer to "Where am I?"."""

from __future__ import annotations

from kiosk.content.library import Urgency
from kiosk.visit.page import Page
from kiosk.visit.sheet import Role
from kiosk.visit.utterance import Utterance
from kiosk.visit.wording import Wording

BEFORE_HINTS_MS = 700
"""A noticeable pause between a page and its instructions (VVSG 2.0 7.3-K.2)."""
BETWEEN_SENTENCES_MS = 350
"""A breath between two sentences of a paragraph."""
BETWEEN_PARTS_MS = 550
"""A longer one between one paragraph or point and the next."""


class Reader:
    """Says pages in one language."""

    def __init__(self, language: str, wording: Wording) -> None:
        self.language = language
        self.wording = wording

    def say(self, text: str, pause_ms: int = 0) -> Utterance:
        """An utterance that is not a sentence of the page."""
        return Utterance(text, self.language, pause_ms=pause_ms)

    def arrival(self, page: Page) -> tuple[Utterance, ...]:
        """All that is said when a visitor comes to a page: title, text, the choice in focus, what the keys do."""
        return (self.say(self.heading(page)), *self.text(page), *self.after_text(page))

    def heading(self, page: Page) -> str:
        """The title, and which page this is where there are several."""
        title = _sentence(page.title)
        return f"{title} {self.page_of(page)}." if page.count > 1 and page.units else title

    def page_of(self, page: Page) -> str:
        """For example "Page 2 of 3"."""
        return self.wording("Page {n} of {m}", n=page.number, m=page.count)

    def text(self, page: Page, first: int = 0) -> tuple[Utterance, ...]:
        """The sentences of the page from number `first` (0-based) on."""
        said = []
        before = page.units[first - 1].part if first else None
        for unit in page.units[first:]:
            pause = BETWEEN_SENTENCES_MS if unit.part == before else BETWEEN_PARTS_MS
            before = unit.part
            part = page.parts[unit.part]
            emergency = part.role is Role.CONTACT and part.level is Urgency.EMERGENCY
            said.append(Utterance(page.sentence(unit), self.language, unit, pause, emergency=emergency))
        return tuple(said)

    def after_text(self, page: Page) -> tuple[Utterance, ...]:
        """The choice in focus, then, after a pause, what the keys do."""
        focus = (self.say(self.item(page, page.focus), BETWEEN_PARTS_MS),) if page.choices else ()
        return (*focus, self.say(self.instructions(page), BEFORE_HINTS_MS))

    def item(self, page: Page, number: int) -> str:
        """A choice with its position, the word that matters first: "The signs. 1 of 6."."""
        return f"{_sentence(page.choices[number].label)} {self.position(page, number)}."

    def position(self, page: Page, number: int) -> str:
        """For example "1 of 6"."""
        return self.wording("{n} of {m}", n=number + 1, m=len(page.choices))

    def instructions(self, page: Page) -> str:
        """What the keys do here, as sentences."""
        return " ".join(_sentence(hint) for hint in page.hints)

    def where(self, page: Page, before: str, until_asked: int) -> tuple[str, ...]:
        """The answer to "Where am I?" on `page`.

        `before`: title of the place that "back" goes to, or empty; `until_asked`: whole seconds.
        """
        w = self.wording
        said = [w("You are on: {title}.", title=page.title)]
        if page.units and page.count > 1:
            said.append(self.page_of(page) + ".")
        if page.choices:
            label, position = page.choices[page.focus].label, self.position(page, page.focus)
            said.append(w("In focus: {label}, {position}.", label=label, position=position))
        if before:
            said.append(w("To go back to {title}, press 0.", title=before))
        said.append(w("After {n} seconds without a key, the kiosk asks if you are still there.", n=until_asked))
        return tuple(said)

    def everything(self, page: Page) -> list[str]:
        """All that a page can say, in order; for review, and for whoever prefers it read through."""
        said = [self.heading(page)]
        said += [page.sentence(unit) for unit in page.units]
        said += [self.item(page, number) for number in page.on_page]
        said += [_sentence(remark) for remark in page.status if remark not in said[0]]
        return [*said, self.instructions(page)]


def shown(page: Page) -> list[str]:
    """Every string that a page shows, in reading order; the signs that are only drawn are left out."""
    strings = [page.title]
    part = None
    for unit in page.units:
        if unit.part == part:
            strings[-1] += " " + page.sentence(unit)
        else:
            strings.append(page.sentence(unit))
        part = unit.part
    for number in page.on_page:
        strings += [str(number + 1), page.choices[number].label]
    drawn = {segment.text for row in page.rows for segment in row}
    return strings + [remark for remark in (*page.status, *page.hints) if remark in drawn]


def _sentence(text: str) -> str:
    """The text with a full stop, where it has no end of its own."""
    return text if text.endswith((".", "!", "?", "…", ":")) else text + "."
