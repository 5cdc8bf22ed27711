"""For every shipped page: any word that is seen or heard voids its approval; no particular of the clinic does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.files.build import clinic_of
from kiosk.content.files.clinic_file import read_clinic
from kiosk.content.files.topic_file import TopicFile, read_topic_file
from kiosk.content.files.words_file import read_words
from kiosk.content.model.block import Block
from kiosk.content.model.fingerprint import approved_text, digits
from kiosk.content.model.library import Clinic
from kiosk.content.model.word_rules import WordRule
from kiosk.content.parsing.yaml_events import fastest_reader
from tests.conftest import ROOT

CONTENT = ROOT / "content"
READER = fastest_reader()
each_page = pytest.mark.parametrize(
    "path", sorted(CONTENT.glob("??/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
CLINICS = [
    Clinic(name="Sample Breast Care Clinic", phone="555-0142", emergency_number="911"),
    Clinic(name="River Clinic", phone="212-444-0100", emergency_number="112"),
    Clinic("River Clinic", "212-444-0100", "112", night_phone="212-444-0101", crisis_line="988"),
    Clinic("River Clinic", "212-444-0100", "112", answered_always=True, crisis_line="116 123"),
]


@pytest.fixture(scope="module")
def rules() -> tuple[WordRule, ...]:
    return read_words(CONTENT, READER)[0]


def read(path: Path) -> TopicFile:
    return read_topic_file(path, path.name, path.parent.name, READER)


def shipped_clinic() -> Clinic:
    document, _ = read_clinic(CONTENT, READER)
    assert document
    return clinic_of(document)


@each_page
def test_any_other_word_voids_it(path: Path, rules: tuple[WordRule, ...]):
    topic = read(path).topic(shipped_clinic(), rules)
    assert topic
    for number, block in enumerate(topic.blocks):
        for at, word in enumerate(block.as_written.split()):
            words = block.as_written.split()
            words[at] = f"{word}x"
            changed = Block(block.path, block.role, " ".join(words), "", block.graded)
            if block.role == "level":
                changed = changed._replace(text="routine" if block.text != "routine" else "urgent")
            blocks = (*topic.blocks[:number], changed, *topic.blocks[number + 1 :])
            assert digits(approved_text(blocks, rules, topic.language)) != topic.fingerprint


@each_page
def test_any_word_that_is_left_out_voids_it(path: Path, rules: tuple[WordRule, ...]):
    topic = read(path).topic(shipped_clinic(), rules)
    assert topic
    for number in range(len(topic.blocks)):
        blocks = (*topic.blocks[:number], *topic.blocks[number + 1 :])
        assert digits(approved_text(blocks, rules, topic.language)) != topic.fingerprint


@each_page
def test_another_pronunciation_of_any_word_voids_it(path: Path, rules: tuple[WordRule, ...]):
    topic = read(path).topic(shipped_clinic(), rules)
    assert topic
    spoken = {max(block.as_written.split(), key=len).strip(".,;:()¿?") for block in topic.blocks if block.graded}
    for word in spoken:
        heard = (WordRule(word, "something else"), *rules)
        assert digits(approved_text(topic.blocks, heard, topic.language)) != topic.fingerprint, word


@each_page
def test_no_particular_of_the_clinic_voids_it(path: Path, rules: tuple[WordRule, ...]):
    file = read(path)
    topics = [file.topic(clinic, rules) for clinic in CLINICS]
    assert all(topics)
    assert len({topic.fingerprint for topic in topics if topic}) == 1
