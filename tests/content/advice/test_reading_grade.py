"""The reading grade is the published formula, and its syllables are counted as people say them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.advice.reading_grade import (
    flesch_kincaid_grade,
    grade_block,
    grade_topic,
    sentences,
    syllables,
    words,
)
from kiosk.content.reader import read_topic
from tests.content.sample_clinic import sample

SAID_IN = {
    1: "a bone bones lump you your team through weight breathe breathed loss arm eyes hoarse signs changed "
    "stayed played years cough don't can't work aches know weak legs please choose which one spreads",
    2: "cancer breast-bone being going beyond swelling trouble table tables headaches doctor treatment "
    "people moving movement careful causes nurses trying doesn't isn't couldn't hopeless needed started "
    "social quiet diet hormones fluid sometimes someone changes tired question surgeon lively "
    "voices easing surely million",
    3: "medicine medicines usual serious easier happier previous biopsy surgery appetite therapy "
    "ultrasound mammogram quality area idea belonging family video calcium everyone unexplained "
    "conjugate element settlement continued certainly disclaimer",
    4: "radiation oncologist metastatic palliative appropriate information usually vegetables continuous "
    "diagnosis supportive-care experience professional",
    5: "chemotherapy unusually examination immediately university",
    6: "immunotherapy responsibility",
    7: "multidisciplinary",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, line in SAID_IN.items() for word in line.split()],
)
def test_a_word_has_as_many_syllables_as_people_say(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Dr. Lee will see you at 8.30 today. Thank you.", 2),
        ("Things that help, e.g. rest, are fine.", 1),
        ("no full stop at all", 1),
        ("A heading\n\nand a paragraph.", 2),
        ("She said “Call us.” We did.", 2),
        ("100.4 °F (38 °C) or more", 1),
        ("", 0),
        ("…", 0),
    ],
)
def test_sentences_are_told_apart(text, count):
    assert len(sentences(text)) == count


def test_a_hyphenated_word_is_one_word_and_so_is_a_number():
    assert words("A well-kept don’t-know list of 1,000.5 things") == [
        "A", "well-kept", "don’t-know", "list", "of", "1,000.5", "things",
    ]  # fmt: skip


def test_capitals_are_said_letter_by_letter_and_numbers_digit_by_digit():
    assert syllables("MRI") == 3
    assert syllables("911") == 3


def test_the_formula_is_the_published_one():
    # 6 words, 1 sentence, 6 syllables
    assert flesch_kincaid_grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_joined_points_would_look_far_too_hard():
    points = ("Pain in a bone or joint", "A cough that does not go away", "Weight loss")
    apart = max(block.grade for block in map(grade_block, points))
    assert apart < 3
    assert flesch_kincaid_grade(" ".join(points)) > apart


def test_every_line_of_a_care_card_is_graded(tmp_path: Path):
    folder = sample(tmp_path)
    topic = read_topic(folder.path / "en/feel-unwell.yaml").topic
    assert topic
    assert [block.text for block in grade_topic(topic).blocks] == [
        "Tell a member of staff now. They can call 911.",
        "Now. Do not wait.",
        "If you have any of these",
        "Sudden chest pain",
    ]


def test_the_longest_sentence_is_told():
    assert grade_block("Short one. This is a longer one.").longest_sentence == 5


@given(st.text())
def test_no_text_can_stop_it(text):
    flesch_kincaid_grade(text)
    assert all(syllables(word) >= 1 for word in words(text))
