"""A file while it is edited: read again when it is saved, kept as it was while it has a mistake, explained."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.model.library import Topic
from kiosk.preview.draft import Draft, ReadDraft
from kiosk.preview.draft_places import DraftPlaces
from kiosk.preview.notes import notes
from kiosk.preview.speaking_time import in_words, seconds_to_say
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.utterance import Utterance
from tests.preview.conftest import change

TODAY = date(2026, 11, 30)
GRID = Grid(80, 24)


def draft_of(path: Path) -> Draft:
    return Draft(path, TODAY)


def topic(read_draft: ReadDraft) -> Topic:
    assert read_draft.library is not None
    return next(iter(next(iter(read_draft.library.topics.values())).values()))


def told(path: Path, draft: Draft, read_draft: ReadDraft) -> str:
    visit = None
    if read_draft.library is not None:
        visit = Visit(DraftPlaces(read_draft.library, draft.name), GRID, draft.language)
    return "\n".join(notes(path.name, "80 by 24 letters", read_draft, visit))


def test_a_topic_in_a_content_folder_has_the_clinics_own_words(signs: Path):
    read_draft = draft_of(signs).read()
    assert read_draft.problems == ()
    assert "Call us at 555-0142, or tell us at your visit." in topic(read_draft).texts("sections/3/points")
    assert read_draft.library is not None
    assert "MBC" in {rule.write for rule in read_draft.library.words}


def test_a_file_alone_is_shown_as_it_is_written(signs: Path, tmp_path: Path):
    alone = tmp_path / "a place" / "signs.yaml"
    alone.parent.mkdir()
    alone.write_bytes(signs.read_bytes())
    draft = draft_of(alone)
    read_draft = draft.read()
    assert draft.language == "en"
    assert "Call us at <phone>, or tell us at your visit." in topic(read_draft).texts("sections/3/points")
    assert read_draft.problems == ()


def test_the_language_is_that_of_the_folder(signs: Path):
    spanish = signs.parent.parent / "es" / "signs.yaml"
    assert topic(draft_of(spanish).read()).title == "Síntomas de que el cáncer puede haberse extendido"


def test_a_change_is_seen_after_two_looks_that_agree(signs: Path):
    draft = draft_of(signs)
    draft.read()
    assert [draft.poll(), draft.poll()] == [None, None]
    change(signs, "You have bone or joint pain that lasts.", "Backache")
    assert draft.poll() is None, "it may still be being saved"
    read_draft = draft.poll()
    assert read_draft is not None
    assert topic(read_draft).text("sections/1/points/0") == "Backache"
    assert draft.poll() is None


def test_a_change_of_the_clinics_number_is_seen_too(signs: Path):
    draft = draft_of(signs)
    draft.read()
    change(signs.parent.parent / "clinic.yaml", "phone: 555-0142", "phone: 555-0199")
    draft.poll()
    read_draft = draft.poll()
    assert read_draft is not None
    assert "Call us at 555-0199, or tell us at your visit." in topic(read_draft).texts("sections/3/points")


def test_a_mistake_keeps_the_last_right_view_and_is_told_with_its_line(signs: Path):
    draft = draft_of(signs)
    right = draft.read()
    change(signs, "title: Symptoms that the cancer may have spread", "titel: Symptoms that the cancer may have spread")
    read_draft = draft.read()
    assert read_draft.outdated
    assert read_draft.library is right.library
    text = told(signs, draft, read_draft)
    assert "The file has a mistake. You see its last correct version." in text
    assert "✗ Line 3:" in text
    assert "Did you mean “title”?" in text
    change(signs, "titel: Symptoms that the cancer may have spread", "title: All signs")
    assert not draft.read().outdated


def test_a_file_that_is_wrong_from_the_start_shows_nothing_and_says_why(signs: Path):
    signs.write_text("\ttitle: Symptoms that the cancer may have spread\n", "utf-8")
    draft = draft_of(signs)
    read_draft = draft.read()
    assert read_draft.library is None
    text = told(signs, draft, read_draft)
    assert "nothing to show yet" in text
    assert "✗ Line 1:" in text


def test_a_file_that_goes_away_keeps_its_view(signs: Path):
    draft = draft_of(signs)
    draft.read()
    signs.unlink()
    draft.poll()
    read_draft = draft.poll()
    assert read_draft is not None
    assert read_draft.outdated
    assert read_draft.library is not None


def test_no_half_saved_file_is_a_fault(signs: Path):
    whole = signs.read_bytes()
    draft = draft_of(signs)
    draft.read()
    chance = random.Random(4)
    for _ in range(60):
        signs.write_bytes(whole[: chance.randrange(len(whole))])
        read_draft = draft.read()
        assert read_draft.library is not None
        assert told(signs, draft, read_draft)
    signs.write_bytes(whole)
    assert draft.read().problems == ()


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("The doctor may do a colonoscopy for you", "looks like a medical word"),
        ("The doctor may advise chemotherapy", "is not explained where the page first uses it"),
        ("Pain that " + "goes on and on, and " * 6 + "stays", "Split it in two"),
    ],
)
def test_wording_is_remarked_on(signs: Path, new: str, said: str):
    change(signs, "You have bone or joint pain that lasts.", new)
    draft = draft_of(signs)
    read_draft = draft.read()
    assert not read_draft.outdated
    text = told(signs, draft, read_draft)
    assert "To look at: " in text
    assert said in text
    assert "! Line " in text


def test_mistakes_stand_before_remarks(signs: Path):
    change(
        signs,
        "You have bone or joint pain that lasts.",
        "Pain that " + "goes on and on, and " * 6 + "stays",
    )
    change(signs, "    facts: [signs.other-causes, about.signs-vary]", "    fact: [signs.other-causes]")
    levels = [problem.level.value for problem in draft_of(signs).read().problems]
    assert levels == sorted(levels, key=["error", "warning"].index)
    assert levels[0] == "error"


def test_the_notes_tell_how_long_and_how_hard(signs: Path):
    draft = draft_of(signs)
    text = told(signs, draft, draft.read())
    assert "signs.yaml: page 1 of 4, 80 by 24 letters" in text
    assert "284 words, for readers of school year 3 (good)." in text
    assert "No mistakes." in text
    assert "Read aloud: this page " in text


def test_seconds_are_counted_from_the_words_as_they_are_said_and_the_pauses():
    said = [Utterance("one two three", "en", pause_ms=500), Utterance("Call 911", "en")]
    assert seconds_to_say(said, (), 60) == pytest.approx(0.5 + 3 + 4)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 seconds"), (1, "1 second"), (60, "1 minute"), (125, "2 minutes 5 seconds")]
)
def test_seconds_in_words(seconds: float, words: str):
    assert in_words(seconds) == words
