"""The shipped care cards send nobody the wrong way: what each one catches, what it rests on, and how it is said.

Both languages are held to the same. No public rule may catch more than the cards do: `CAUGHT` names each symptom of the
pages in `sources`, and the card that has it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import yaml

from kiosk.content.advice.reading_grade import words
from kiosk.content.model.library import Library, Topic, Urgency
from kiosk.content.model.sentences import sentence_spans
from tests.content.test_shipped_content import CONTENT

LANGUAGES = ("en", "es")
LEVELS = [Urgency.EMERGENCY, Urgency.URGENT, Urgency.URGENT, Urgency.URGENT, Urgency.URGENT, Urgency.ROUTINE]
EMERGENCY, SPINE, FEVER, TODAY, CRISIS, ROUTINE = range(6)
TOP_LINE = 24
"""Letters of the action that stands at the top of every page of a card."""
ALONE = ("night-phone", "crisis-line")
"""Numbers that a clinic may lack; the sentence around one is left out then."""

CAUGHT = [
    (EMERGENCY, "hard to catch your breath", "le cuesta respirar"),
    (EMERGENCY, "chest hurts", "dolor o presión en el pecho"),
    (EMERGENCY, "(a seizure)", "(una convulsión)"),
    (EMERGENCY, "pass out", "se desmaya"),
    (EMERGENCY, "suddenly confused", "confusión"),
    (EMERGENCY, "hard to wake up", "cuesta mucho despertarle"),
    (EMERGENCY, "weak or numb", "débil o adormecida"),
    (EMERGENCY, "cannot speak, see or walk", "no puede hablar, ver o caminar"),
    (EMERGENCY, "head suddenly hurts", "duele muchísimo la cabeza"),
    (EMERGENCY, "cough up or throw up blood", "tose o vomita sangre"),
    (EMERGENCY, "keep bleeding", "sangrado que no para"),
    (SPINE, "back or neck hurts", "duele la espalda o el cuello"),
    (SPINE, "wakes you", "le despierta"),
    (SPINE, "lie down, cough or strain", "al acostarse, al toser o al hacer fuerza"),
    (SPINE, "tight band", "faja apretada"),
    (SPINE, "legs or arms feel weak", "débiles o pesados los brazos o las piernas"),
    (SPINE, "unsteady when you walk", "camina con inseguridad"),
    (SPINE, "toes, fingers or bottom feel numb", "las nalgas o los dedos"),
    (SPINE, "cannot pee", "no puede orinar"),
    (SPINE, "cannot poop", "no puede evacuar"),
    (SPINE, "leak pee or poop", "se le escapa la orina o el excremento"),
    (SPINE, "cannot walk, call 911", "no puede caminar, llame al 911"),
    (FEVER, "by drip, shot or pill", "por vena, inyección o pastilla"),
    (FEVER, "in the last year", "en el último año"),
    (FEVER, "100.4 °f (38 °c) or more, even once", "100.4 °f (38 °c) o más, aunque sea una sola vez"),
    (FEVER, "ill, hot, cold or shivery, even with no fever", "mal, o siente calor, frío o escalofríos, aunque"),
    (FEVER, "burns when you pee", "arde al orinar"),
    (FEVER, "rash", "sarpullido"),
    (FEVER, "new bruises", "moretones nuevos"),
    (FEVER, "blood in your pee", "sangre en la orina"),
    (FEVER, "sit apart", "sentarse aparte"),
    (FEVER, "nothing for the fever until we tell you", "no tome nada para la fiebre hasta que se lo indiquemos"),
    (FEVER, "say at once that you take cancer medicine", "diga enseguida que recibe medicinas contra el cáncer"),
    (TODAY, "one arm or leg is swollen, sore", "hinchazón, dolor, calor o enrojecimiento en un brazo o una pierna"),
    (TODAY, "face or neck is swollen", "hincha la cara o el cuello"),
    (TODAY, "eyes look yellow", "amarillos la piel o los ojos"),
    (TODAY, "pee is dark", "la orina es oscura"),
    (TODAY, "very thirsty", "mucha sed"),
    (TODAY, "sleepy or mixed up", "mucho sueño o confusión"),
    (TODAY, "very bad headache", "dolor de cabeza nuevo o muy fuerte"),
    (TODAY, "sight changes", "cambios en la vista"),
    (TODAY, "new cough", "tos nueva"),
    (TODAY, "out of breath more easily", "sin aire con más facilidad"),
    (TODAY, "throwing up, have loose stools, or cannot eat", "vomitar, tiene diarrea, o no puede comer"),
    (TODAY, "a bone suddenly hurts", "de repente le duele un hueso"),
    (TODAY, "cannot stand", "no puede ponerse de pie"),
    (TODAY, "out of control", "el dolor no cede"),
    (CRISIS, "do not want to live", "ya no quiere vivir"),
    (CRISIS, "ending your life", "quitarse la vida"),
    (ROUTINE, "symptom that does not go away", "síntoma nuevo que no se quita"),
]  # fmt: skip
"""Card, and the words for one symptom or one piece of advice in English and in Spanish."""


@cache
def in_file(language: str) -> Any:
    """The cards as the file has them, with what patients do not see."""
    return yaml.load((CONTENT / language / "feel-unwell.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def cards(library: Library, language: str) -> list[str]:
    topic = library.topics[language]["feel-unwell"]
    return [" ".join(topic.texts(group)).lower() for group in topic.groups("cards")]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def every_line(card: Any) -> list[str]:
    """Each text of a card that patients read."""
    own = [text for name, text in card.items() if isinstance(text, str) and name not in ("source-says", "address")]
    return own + [point["point"] for point in card["points"]]


@pytest.fixture(params=LANGUAGES)
def topic(request: pytest.FixtureRequest, library: Library) -> Topic:
    found: Topic = library.topics[request.param]["feel-unwell"]
    return found


def test_they_stand_most_urgent_first(topic: Topic):
    assert [topic.text(f"{card}/level") for card in topic.groups("cards")] == LEVELS


@pytest.mark.parametrize(("card", "english", "spanish"), CAUGHT)
def test_each_symptom_of_the_public_rules_is_caught(library: Library, card: int, english: str, spanish: str):
    assert english in cards(library, "en")[card]
    assert spanish in cards(library, "es")[card]


def test_one_symptom_of_the_spine_is_enough_even_without_pain(library: Library):
    assert "even one of these, with or without back pain" in cards(library, "en")[SPINE]
    assert "algo de esto, con o sin dolor de espalda" in cards(library, "es")[SPINE]


def test_each_has_a_name_of_its_own_a_heading_and_a_line_for_each_place(topic: Topic):
    groups = topic.groups("cards")
    assert all(topic.text(f"{card}/{part}") for card in groups for part in ("name", "heading", "here", "at-home"))
    assert len({topic.text(f"{card}/name") for card in groups}) == len(groups)


def test_whoever_gets_no_answer_is_told_where_to_go(topic: Topic):
    for number, card in enumerate(topic.groups("cards")):
        alone = number in (EMERGENCY, ROUTINE)  # 911 always answers, and the rest can wait
        assert bool(topic.text(f"{card}/if-nobody-answers")) is not alone


def test_the_action_at_the_top_of_a_page_is_one_short_sentence(topic: Topic):
    for card in topic.groups("cards"):
        assert len(sentences(topic.text(f"{card}/here"))[0]) <= TOP_LINE


def test_each_symptom_is_a_whole_sentence_that_an_ear_can_hold(topic: Topic):
    for card in topic.groups("cards"):
        for point in topic.texts(f"{card}/points"):
            assert len(words(point)) >= 3, point
            assert len(sentences(point)) == 1, point
            assert point.endswith("."), point


def test_a_heading_leads_on_to_its_symptoms(topic: Topic):
    for card in topic.groups("cards"):
        assert topic.text(f"{card}/heading")[-1].isalpha()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_symptom_and_each_action_quotes_a_page_that_is_named_as_a_source(language: str):
    said = in_file(language)
    pages = {source["address"] for source in said["sources"]}
    for card in said["cards"]:
        for part in (card, *card["points"]):
            assert part["source-says"]
            assert part["address"] in pages
            assert part["address"].startswith("https://")


def test_both_languages_rest_on_the_same_sentences():
    def quotes(language: str) -> list[list[tuple[str, str]]]:
        return [
            [(part["source-says"], part["address"]) for part in (card, *card["points"])]
            for card in in_file(language)["cards"]
        ]

    assert quotes("es") == quotes("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_but_that_of_a_fever_is_written_into_them(language: str):
    for card in in_file(language)["cards"]:
        for line in every_line(card):
            assert re.findall(r"\d+(?:\.\d+)?", line) in ([], ["100.4", "38"]), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_that_a_clinic_may_lack_has_a_sentence_of_its_own(language: str):
    found = set()
    for card in in_file(language)["cards"]:
        for line in every_line(card):
            for sentence in sentences(line):
                names = re.findall(r"<([\w-]+)>", sentence)
                if set(names) & set(ALONE):
                    found.update(names)
                    assert len(names) == 1, sentence
                    assert sentences(line)[0] != sentence, "something is left to be said without it"
    assert found == set(ALONE)
