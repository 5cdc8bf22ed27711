"""The Spanish texts say what the English ones say, to a person addressed as “usted”, and claim no approval."""

from __future__ import annotations

import re

import pytest

from kiosk.content.advice.spanish_grade import EASE_OF_TOPIC, inflesz
from kiosk.content.files.glossary_file import read_glossary
from kiosk.content.model.block import Role
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.sentences import sentence_spans
from kiosk.content.parsing.yaml_events import fastest_reader
from tests.content.test_shipped_content import CONTENT, NOT_WORDS, all_text, facts, names

WORDS_IN_SENTENCE = 20

NEVER = re.compile(
    r"luch|batall|combat|guerrer|incurable|sobreviv|superviv|terminal|víctima|sufr|autoexam|aprobad|detección temprana"
    r"|esperanza de vida|\d+ ?%|por ciento",
    re.IGNORECASE,
)
FAMILIAR = re.compile(
    r"\b(tú|tus?|ti|te|contigo|eres|estás|tienes|puedes|debes|sientes|vosotros|vuestr\w+)\b",
    re.IGNORECASE,
)
"""Words of those who say “tú” or “vosotros”."""

TERMS = (
    "metastásico", "ganglios linfáticos", "mamografía", "resonancia magnética", "ultrasonido", "multidisciplinario",
    "oncólogo", "paliativos", "terapia hormonal", "quimioterapia", "terapia dirigida", "conjugados", "inmunoterapia",
    "radioterapia", "ensayo clínico", "marcadores", "pruebas de detección", "convulsión",
)  # fmt: skip
"""Terms that a topic explains where it first uses them; `check` looks for those of the glossary."""


def pair(library: Library, name: str) -> tuple[Topic, Topic]:
    return library.topics["en"][name], library.topics["es"][name]


def shape(topic: Topic) -> list[object]:
    """What of a topic must be the same in every language."""
    names = [block.path for block in topic.blocks if block.role not in (Role.LABEL, Role.ADDRESS, Role.REFERENCE)]
    levels = [block.text for block in topic.blocks if block.role is Role.LEVEL]
    return [names, levels, facts(topic.name, topic.language), bool(topic.web_address)]


def blocks(topic: Topic) -> list[str]:
    outside = (Role.TITLE, Role.LABEL, Role.LEVEL, *NOT_WORDS)
    return [block.text for block in topic.blocks if block.role not in outside]


def test_every_topic_is_there(library: Library):
    assert list(library.clinic.languages[:2]) == ["en", "es"], "the first language stays English"
    assert sorted(library.topics["es"]) == names()


@pytest.mark.parametrize("name", names())
def test_a_topic_has_the_parts_and_the_facts_of_the_english_one(library: Library, name: str):
    english, spanish = pair(library, name)
    assert shape(spanish) == shape(english)


@pytest.mark.parametrize("name", names())
def test_every_number_stands_where_the_english_text_has_it(library: Library, name: str):
    def numbers(text: str) -> list[str]:
        return sorted(re.findall(r"\d[\d.]*\d|\d", text))

    for english, spanish in zip(*map(blocks, pair(library, name)), strict=True):
        assert numbers(spanish) == numbers(english), spanish
        assert ("°" in spanish) == ("°" in english)


@pytest.mark.parametrize("name", names())
def test_it_was_made_from_the_english_text_as_it_is(library: Library, name: str):
    topic = library.topics["es"][name]
    assert not topic.newer_in, f"compare content/es/{name}.yaml with the English, then run “kiosk translated es/{name}”"
    assert library.topic(name, "es") is topic


@pytest.mark.parametrize("name", names())
def test_nothing_claims_a_translator_or_an_approval_that_there_was_not(library: Library, name: str):
    topic = library.topics["es"][name]
    assert not topic.approved
    assert topic.translation is not None
    assert topic.translation.role == "no qualified translators"
    assert topic.translation.reviewer == ""


@pytest.mark.parametrize("name", names())
def test_sentences_and_paragraphs_are_short(library: Library, name: str):
    for block in blocks(library.topics["es"][name]):
        spans = sentence_spans(block)
        assert len(spans) <= 3, block
        for start, end in spans:
            assert len(re.findall(r"\w+", block[start:end])) <= WORDS_IN_SENTENCE, block[start:end]


@pytest.mark.parametrize("name", names())
def test_the_reader_is_addressed_as_usted_and_not_frightened(library: Library, name: str):
    text = all_text(library.topics["es"][name])
    assert FAMILIAR.findall(text) == []
    assert NEVER.findall(text) == []


def test_the_glossary_has_every_term_so_that_check_finds_it_unexplained():
    terms, _ = read_glossary(CONTENT, fastest_reader())
    forms = " ".join(form for term in terms if term.language == "es" for form in term.forms)
    assert [term for term in TERMS if term not in forms] == []


@pytest.mark.parametrize("name", names())
def test_a_topic_is_at_least_fairly_easy_to_read(library: Library, name: str):
    assert inflesz([block.as_written for block in library.topics["es"][name].blocks if block.graded]) >= EASE_OF_TOPIC


def test_each_term_is_used_somewhere(library: Library):
    text = "\n".join(all_text(topic) for topic in library.topics["es"].values()).lower()
    assert [term for term in TERMS if term not in text] == []


def test_labels_fit_the_menu_and_differ(library: Library):
    labels = [topic.menu_label for topic in library.topics["es"].values()]
    assert [label for label in labels if len(label) > 18] == []
    assert len(set(labels)) == len(labels)


def test_that_it_can_be_treated_is_said_before_that_it_can_seldom_be_cured(library: Library):
    text = all_text(library.topics["es"]["about"])
    assert 0 < text.index("Se puede tratar") < text.index("no puede curarlo")
    assert "Los hombres también" in text
