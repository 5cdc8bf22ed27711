"""No string is left untranslated: in a language that has no Latin letter at all, no visitor meets one.

The language writes Cyrillic letters in place of Latin ones, in the topics as in the kiosk's own words. A string that
does not go through the wording, or is put together from pieces that do not, shows its Latin letters. What was asked
for is noted, so that a walk which misses a text of the program is noticed too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kiosk.content.model.languages import known_tags, language_of
from kiosk.content.model.library import Group, Library, Notice, Review, Topic, Translation, Weight
from kiosk.terminal.levels import NAMES
from kiosk.ui.appearance import Appearance
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.places.offer_sheets import DOORS
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.machine import Machine
from kiosk.visit.speech_text.reading import shown
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.keys import STANDARD_NAMES, Keys
from kiosk.visit.terms.names import UNWELL
from kiosk.visit.terms.target import Target
from kiosk.visit.terms.wording import Wording
from kiosk.visit.transcript import transcript
from tests.app.kiosk_app import kiosk_app
from tests.app.test_app import Listening, screen
from tests.visit.reworded import reworded, reworded_groups, with_text
from tools.messages import texts_of_program

LANGUAGE, SECOND = "ru", "uk"
"""What they call themselves has no Latin letter either. The second one lacks a topic."""
LACKING = "about"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
CYRILLIC = "".join(chr(start + at) for start in (0x410, 0x430) for at in range(26))
OTHER = str.maketrans(LATIN, CYRILLIC)
GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24)]
STEPS = 1000
MONTHS = {
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
}  # fmt: skip
"""Only two of them stand in the dates of the content."""


def other(text: str) -> str:
    """`text` without a Latin letter, but for the names in braces."""
    return re.sub(r"(\{\w+\})|.", lambda found: found[1] or found[0].translate(OTHER), text, flags=re.DOTALL)


class Noting(Wording):
    """Translates, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        super().__init__(self._note, lambda one, many, n: self._note(one if n == 1 else many))

    def _note(self, text: str) -> str:
        self.asked.add(text)
        return other(text)


def _topic(topic: Topic, language: str) -> Topic:
    return with_text(reworded(topic, language, other), "web-address", "https://щ.щ/щ")


@pytest.fixture(scope="module")
def other_library(library: Library) -> Library:
    """The shipped content without a Latin letter; one topic is approved, so that its reviewer is named."""
    topics = {
        language: {name: _topic(topic, language) for name, topic in library.topics["en"].items()}
        for language in (LANGUAGE, SECOND)
    }
    signs = topics[LANGUAGE]["signs"]
    review = signs.review._replace(reviewer="Ж. Щ", role="щ", reviewed=date(2026, 10, 20), text=signs.fingerprint)
    topics[LANGUAGE]["signs"] = replace(signs, review=review)
    del topics[SECOND][LACKING]
    topics[SECOND]["signs"] = replace(topics[SECOND]["signs"], newer_in=LANGUAGE)
    groups = reworded_groups(library.clinic.groups, topics, other)
    clinic = replace(library.clinic, name=other(library.clinic.name), languages=tuple(topics), groups=groups)
    told = tuple(
        each._replace(name=other(each.name), help=other(each.help), english_name=other(each.english_name))
        for each in library.languages[: DOORS + 2]
    )
    return replace(library, clinic=clinic, topics=topics, languages=told)


def one_language(library: Library) -> Library:
    clinic = replace(library.clinic, languages=(LANGUAGE,))
    return replace(library, clinic=clinic, topics={LANGUAGE: library.topics[LANGUAGE]})


NOON = datetime(2026, 12, 1, 12)


def with_a_notice(library: Library) -> Library:
    """There is a notice from half past noon on."""
    texts = {LANGUAGE: other("A notice."), SECOND: other("B notice.")}
    start = NOON + timedelta(minutes=30)
    return replace(library, notice=Notice(texts, Weight.IMPORTANT, start, start + timedelta(hours=8)))


def in_a_hurry(library: Library) -> Library:
    """The kiosk asks after one second, the least that clinic.yaml may say."""
    return replace(library, clinic=replace(library.clinic, warn_after=1.0))


def grouped(library: Library) -> Library:
    """Some topics are in groups, of one topic and of two."""
    one, *two = (name for name in library.clinic.menu if name != UNWELL)
    names = {language: other("Living with it") for language in (LANGUAGE, SECOND)}
    groups = (Group(1, names, {}, (one,)), Group(2, names, {}, tuple(two[:2])))
    return replace(library, clinic=replace(library.clinic, menu=(UNWELL, *two[2:]), groups=groups))


def by_machine(library: Library) -> Library:
    """A computer translated all pages."""
    topics = {
        name: replace(topic, translation=Translation("", other("P"), machine=True))
        for name, topic in library.topics[LANGUAGE].items()
    }
    return replace(library, topics={**library.topics, LANGUAGE: topics})


def reviewed(library: Library, overdue: bool = False, later: timedelta = timedelta()) -> Library:
    """All pages were approved, the signs perhaps `later`; the next review may be long overdue."""

    def own(topic: Topic) -> Topic:
        day = NOON.date() + (later if topic.name == "signs" else timedelta())
        review = Review(other("Ann"), other("nurse"), day, None, "1")
        return replace(topic, review=review, fingerprint="1", overdue=overdue)

    topics = {xx: {name: own(topic) for name, topic in each.items()} for xx, each in library.topics.items()}
    return replace(library, topics=topics)


HEADPHONES_ONLY = Machine(headphones_only=True)
NUMBERS_ONLY = Machine(Keys({action: name for action, name in STANDARD_NAMES.items() if action.picked}))
"""A keypad on which everything else is a choice."""
SWITCHES = Machine(Keys({Action.NEXT: "1", Action.CHOOSE: "2"}, moving="1"))
"""Two switches, which pause a text before anything else."""
TOUCH = Machine(Keys(touch=True))
TO_THE_END = (Action.OTHER, Action.CHOOSE, Action.PICK_2, *[Action.PAGE_DOWN] * 12, *[Action.RIGHT] * 30)
KEY = re.compile(r"\b[A-Z]\b")
"""The name of a key that is a letter, which is the same in every language."""


def strings(page: Page) -> Iterator[str]:
    """Everything that a page shows or can say."""
    yield from shown(page)
    yield from page.hints
    yield from (part.text for part in page.parts)
    yield from (choice.label for choice in page.choices)
    yield from ("".join(segment.text for segment in row) for row in page.rows)


def check(texts: Iterator[str] | list[str], where: str) -> None:
    left = [text for text in texts if re.search("[A-Za-z]", KEY.sub("", text))]
    assert not left, f"{where}: these do not go through the wording: {left}"


def said(reply: Reply | None) -> list[str]:
    return [utterance.text for utterance in reply.say] if reply else []


def walk(library: Library, grid: Grid, words: Noting, machine: Machine | None = None) -> None:
    """A visitor who presses every key everywhere, waits now and then, and leaves; sound works, and then does not."""
    chance = random.Random(7)
    attendant = Attendant(library, grid, 0.0, {LANGUAGE: words, SECOND: words}, machine=machine)
    now = 0.0
    for step in range(STEPS):
        attendant.set_voice(step % 1000 < 700)
        if step % 100 in (20, 30):
            check(said(attendant.headphones(step % 100 == 20, now)), "with headphones")
            check(strings(attendant.page), "with headphones")
        if step % 250 == 0:
            check(said(attendant.tick(now, False, NOON + timedelta(hours=step % 500 / 250))), "with a notice")
            check(strings(attendant.page), "with a notice")
        action = chance.choice(list(Action))
        reply = attendant.act(action, now)
        check(said(reply), f"after {action}")
        for utterance in reply.say[: chance.randrange(3)]:
            attendant.visit.started(utterance)
        check(strings(attendant.page), f"on {attendant.page.sheet}")
        if step % 40 == 0:
            end = now + library.clinic.warn_after + (library.clinic.countdown if step % 80 else 5)
            while now < end:
                now += 1
                reply = attendant.tick(now, False)
                check(said(reply), "while waiting")
                if reply:  # else the page is as it was
                    check(strings(attendant.page), "while waiting")


def test_the_language_has_no_latin_letter_but_in_names_of_values():
    assert other("A {n} b {m}.") == "А {n} б {m}."
    assert not re.search("[A-Za-z]", other(LATIN))
    assert len(set(other(LATIN))) == 52


def test_no_page_and_no_speech_of_a_visit_is_left_untranslated(other_library: Library):
    words = Noting()
    for grid in GRIDS:
        walk(with_a_notice(other_library), grid, words)
        for language in (LANGUAGE, SECOND):
            for page in transcript(other_library, language, grid, {LANGUAGE: words, SECOND: words}):
                check([*page.shown, *page.spoken], page.page)
    offline = replace(other_library, clinic=replace(other_library.clinic, visitors_online=False))
    for grid in (Grid(20, 6), Grid(120, 60)):
        for page in transcript(offline, LANGUAGE, grid, {LANGUAGE: words, SECOND: words}):
            check([*page.shown, *page.spoken], page.page)
    for state in (
        grouped(other_library),
        by_machine(other_library),
        reviewed(other_library),
        reviewed(other_library, overdue=True),
        reviewed(other_library, later=timedelta(days=1)),
    ):
        for page in transcript(state, LANGUAGE, Grid(120, 60), {LANGUAGE: words, SECOND: words}):
            check([*page.shown, *page.spoken], page.page)
    walk(by_machine(other_library), Grid(120, 60), words, NUMBERS_ONLY)
    walk(one_language(other_library), Grid(120, 60), words, NUMBERS_ONLY)
    walk(other_library, Grid(120, 60), words, HEADPHONES_ONLY)
    walk(in_a_hurry(other_library), Grid(120, 60), words)
    at_night = replace(other_library.clinic, phone="107", answered_always=True)
    told = [ClinicWords(at_night, LANGUAGE, words).told(text).text for text in ("<night-phone>", "<phone>")]
    check(told, "at night")
    attendant = Attendant(other_library, Grid(80, 24), 0.0, {LANGUAGE: words, SECOND: words})
    visit = attendant.visit
    visit.failed(attendant.act(Action.READ, 0.0).say[0]._replace(language=visit.settings.language), True)
    check(strings(attendant.page), "where no voice speaks the language")
    walk(other_library, Grid(80, 24), words, SWITCHES)
    attendant = Attendant(other_library, Grid(80, 24), 0.0, {LANGUAGE: words, SECOND: words})
    for action in TO_THE_END:
        check(said(attendant.act(action, 0.0)), "at the end of a text")
    attendant = Attendant(other_library, Grid(80, 24), 0.0, {LANGUAGE: words, SECOND: words}, machine=SWITCHES)
    for action in (Action.OTHER, *[Action.HELP] * 3, Action.CHOOSE):
        check(said(attendant.act(action, 0.0)), "where two switches are tried")
    attendant = Attendant(other_library, Grid(80, 24), 0.0, {LANGUAGE: words, SECOND: words}, machine=TOUCH)
    for action in (Action.OTHER, Action.HELP, Action.BACK, Action.CHOOSE):
        check(said(attendant.act(action, 0.0)), "where a screen is touched")
        check(strings(attendant.page), "where a screen is touched")
    check(said(attendant.tap(Target(1), 0.0)), "after a tap")
    check(strings(attendant.page), "after a tap")
    check(said(attendant.tick(other_library.clinic.warn_after + 1, False)), "while a touch is waited for")
    check(strings(attendant.page), "while a touch is waited for")
    found = [each.text for each in texts_of_program() if each.file.startswith("kiosk/visit/")]
    wanted = {text for each in found for text in forms(each)}
    assert {text for text in words.asked if len(text) > 1} <= wanted, "these are in no catalogue"
    languages = {language_of(tag).name for tag in known_tags()}
    assert wanted - words.asked - MONTHS - languages == set(), "the walk misses these"


def forms(text: str | tuple[str, str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


@pytest.mark.parametrize("size", [(80, 24), (20, 6)])
async def test_no_cell_of_the_screen_is_left_untranslated(other_library: Library, size: tuple[int, int]):
    narrator = Listening()
    words = {LANGUAGE: Noting(), SECOND: Noting()}
    app = kiosk_app(other_library, narrator, wordings=words)
    async with app.run_test(size=size) as pilot:
        for key in (
            "x",
            "enter",
            "1",
            "t",
            "T",
            "c",
            "c",
            "c",
            "c",
            "w",
            "h",
            "m",
            "m",
            "+",
            ",",
            "e",
            "9",
            "home",
            "l",
            "s",
            "n",
        ):
            await pilot.press(key)
            check([screen(app), *narrator.said], f"after {key}")


def test_every_size_and_every_set_of_colours_has_a_name_in_the_language():
    class Sizes:
        lettering = None
        steps = True
        waiting = False

        def resized(self, columns: int, rows: int, now: float) -> None:
            pass

        def tick(self, now: float) -> None:
            self.waiting = False

        def step(self, by: int, now: float) -> bool:
            self.waiting = self.steps
            return self.steps

    for name, height in ((name, height) for name in NAMES for height in (None, 3.5, 9.0)):
        words = Noting()
        sizes = Sizes()
        sizes.lettering = type("Lettering", (), {"name": name, "height_mm": height, "columns": 1, "rows": 1})()
        sizes.steps = True
        look = Appearance(sizes)  # type: ignore[arg-type]
        assert look.change(Errand.SIZE, words, 0.0) is None, "the terminal changes its own font"
        told = look.tick(words, 1.0)
        assert told is not None
        check(list(told), name)
        assert name in words.asked
    sizes.steps = False
    look = Appearance(sizes)  # type: ignore[arg-type]
    for errand in (*[Errand.CONTRAST] * len(THEMES), Errand.SIZE, Errand.SIZE_BACK):
        told = look.change(errand, Noting(), 0.0)
        assert told is not None
        check(list(told), look.contrast.name)
