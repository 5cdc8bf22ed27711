"""What patients ask, and by how many keys from the start page they reach the page that answers it."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.terms.action import PICKS, Action
from tests.visit.visitor import Visitor

QUESTIONS = {
    "What are the side effects?": ("side-effects", "nausea"),
    "Whom do I call at night?": ("who-to-call", "night"),
    "Can it be cured?": ("about", "cure"),
    "What does HER2 mean?": ("kinds", "HER2"),
    "How do I tell my children?": ("family", "children"),
    "My back hurts and my legs are weak. What now?": ("feel-unwell", "legs"),
    "How long will I live?": ("about", "how it will go"),
    "Will I be in pain?": ("pain-care", "pain"),
    "Does palliative care mean giving up?": ("pain-care", "giving up"),
    "Which scans will I have, and how often?": ("tests", "scan"),
    "Can I go on working, and who pays?": ("work-and-money", "work"),
    "I cannot sleep. What helps?": ("feelings", "sleep"),
    "Could a trial help me?": ("clinical-trials", "trial"),
    "Who decides if I cannot?": ("planning-ahead", "decide"),
    "What can my husband do?": ("caregivers", "you"),
}
MOST_KEYS = 4
GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(200, 60)]


def keys_to(library: Library, topic: str) -> list[Action]:
    """The keys from rest to `topic`: one that wakes, one that agrees, and numbers."""
    clinic = library.clinic
    entries: list[tuple[str, ...]] = [(name,) for name in clinic.menu] + [group.topics for group in clinic.groups]
    number = next(number for number, topics in enumerate(entries, 1) if topic in topics)
    keys = [Action.OTHER, Action.CHOOSE, PICKS[number - 1]]
    return keys if entries[number - 1] == (topic,) else [*keys, PICKS[entries[number - 1].index(topic)]]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_page_that_answers_a_question_is_four_keys_away_on_every_screen(library: Library, question: str):
    topic, word = QUESTIONS[question]
    keys = keys_to(library, topic)
    assert len(keys) <= MOST_KEYS
    for grid in GRIDS:
        for language in ("en", "es"):
            visitor = Visitor(library, grid)
            visitor.attendant = Attendant(library, grid, 0.0, wordings(["en", "es"]), language)
            visitor.presses(*keys)
            assert visitor.page == topic
    text = " ".join(block.text for block in library.topics["en"][topic].blocks)
    assert word.casefold() in text.casefold()


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_what_to_do_now_is_one_key_away_from_rest(library: Library, grid: Grid):
    visitor = Visitor(library, grid)
    visitor.presses(Action.UNWELL)
    assert visitor.page == "feel-unwell"
