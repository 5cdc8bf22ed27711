"""What is shipped says all that it must, in words a frightened visitor follows, and claims no approval."""

import re
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
import yaml

from kiosk.content.advice.reading_grade import (
    EASIEST_GRADE,
    GRADE_OF_BLOCK,
    GRADE_OF_TOPIC,
    WORDS_IN_SENTENCE,
    grade_of,
    grade_topic,
    words,
)
from kiosk.content.files.glossary_file import read_glossary
from kiosk.content.model.block import Role
from kiosk.content.model.library import Library, Topic
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.reader import read_content

CONTENT = Path(__file__).parents[2] / "content"
NOT_WORDS = (Role.ADDRESS, Role.SOURCE, Role.REFERENCE)

FACTS = """
    about.definition      about                 signs.bone-pain       signs where-it-spreads
    about.sites           about where-it-spreads
    about.early-differs   about                 signs.weight          signs
    about.outlook         about                 signs.head            signs where-it-spreads
    about.signs-vary      about signs where-it-spreads
    close.hope            about ongoing-care    signs.swelling        signs where-it-spreads
    signs.breathing       signs where-it-spreads
    signs.cough           signs where-it-spreads
                                                signs.other-causes    signs

    seek.signs     when-to-seek-care signs feel-unwell
    seek.change    when-to-seek-care            early.why             early-detection
    seek.lump      when-to-seek-care            early.not-always      early-detection
    seek.worry     when-to-seek-care            early.tests           early-detection
    seek.checkups  when-to-seek-care            early.extra-tests     early-detection

    care.follow-up    ongoing-care              treat.aims            treatments
    care.medicines    ongoing-care              treat.systemic        treatments
    care.watch        ongoing-care              treat.radiation       treatments
    care.talk         ongoing-care              treat.surgery         treatments
    care.support      ongoing-care              treat.immuno          treatments
    care.health       ongoing-care              treat.trials          treatments clinical-trials
    care.team         ongoing-care              treat.choice          treatments

    disclaimer.information    disclaimer        disclaimer.date       disclaimer
"""
"""Each fact and the topics that cover it."""

NEVER = re.compile(
    r"fight|battl|journey|incurable|surviv|terminal|warrior|victim|suffer|crucial|self-exam|approved|detection"
    r"|life expectancy|\d+ ?%|percent|out of (?:\d|ten|a hundred)",
    re.IGNORECASE,
)

TERMS = (
    "metastatic", "lymph nodes", "mammogram", "MRI", "ultrasound", "multidisciplinary", "oncologist",
    "palliative", "hormone therapy", "chemotherapy", "targeted therapy", "conjugate", "immunotherapy",
    "radiation", "clinical trial", "markers", "screening", "seizure", "biopsy", "HER2", "hospice",
)  # fmt: skip
"""Terms that a topic explains where it first uses them; `check` looks for those of the glossary."""

FIRST = (
    "about", "disclaimer", "early-detection", "feel-unwell", "ongoing-care", "signs", "treatments", "when-to-seek-care",
)  # fmt: skip
"""The pages that hold the 38 facts, and may be longer than the others."""


@pytest.fixture(scope="module")
def library() -> Library:
    reading = read_content(CONTENT)
    assert [diagnostic.message for diagnostic in reading.diagnostics if diagnostic.level == "error"] == []
    assert reading.library is not None
    return reading.library


def names() -> list[str]:
    return sorted(path.stem for path in (CONTENT / "en").glob("*.yaml"))


def all_text(topic: Topic) -> str:
    return "\n".join(block.text for block in topic.blocks if block.role not in (Role.LEVEL, *NOT_WORDS))


def facts(name: str, language: str) -> list[list[str]]:
    """The facts that each section and each card of a file names."""
    said = yaml.load((CONTENT / language / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return [part.get("facts", []) for part in (*said.get("sections", []), *said.get("cards", []))]


def covering(library: Library) -> dict[str, set[str]]:
    places: dict[str, set[str]] = {}
    for name in library.topics["en"]:
        for fact in chain(*facts(name, "en")):
            places.setdefault(fact, set()).add(name)
    return places


def table_of_facts() -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for line in FACTS.splitlines():
        place: set[str] = set()
        for word in line.split():
            if "." in word:
                place = table.setdefault(word, set())
            else:
                place.add(word)
    return table


def test_the_shipped_files_have_no_problems():
    reading = read_content(CONTENT)
    told = [f"{found.file}:{found.line} {found.message}" for found in reading.diagnostics]
    expected = [line for line in told if "approv" in line.lower()]  # nobody has approved the texts yet
    assert told == expected


def test_nothing_is_left_to_be_remarked_on_but_that_the_clinic_is_a_sample():
    reading = read_content(CONTENT, advice_for=date(2026, 11, 30))
    assert [f"{found.file}: {found.code}" for found in reading.diagnostics if found.code != "sample"] == [
        "clinic.yaml: no-night-phone",
        "clinic.yaml: not-confirmed",
        "languages.yaml: offer-unchecked",
    ]
    assert [found.excerpt for found in reading.diagnostics if found.code == "sample"] == [
        "name: Sample Breast Care Clinic",
        "phone: 555-0142",
    ]


@pytest.mark.parametrize("fact", sorted(table_of_facts()))
def test_every_fact_stands_where_the_table_says(library, fact):
    assert covering(library).get(fact, set()) == table_of_facts()[fact]


def test_no_topic_names_a_fact_that_does_not_exist(library):
    assert set(covering(library)) == set(table_of_facts())
    assert len(table_of_facts()) == 38


@pytest.mark.parametrize("name", names())
def test_a_topic_is_easy_to_read(library, name):
    grade = grade_topic(library.topic(name, "en"))
    assert grade.grade <= GRADE_OF_TOPIC
    assert [block for block in grade.blocks if block.grade > GRADE_OF_BLOCK] == []
    assert [block for block in grade.blocks if block.longest_sentence > WORDS_IN_SENTENCE] == []


@pytest.mark.parametrize("name", [name for name in names() if name != "feel-unwell"])
def test_a_topic_is_not_so_easy_that_it_sounds_clipped(library, name):
    topic = library.topic(name, "en")
    assert (
        grade_of([block.as_written for block in topic.blocks if block.role in (Role.TEXT, Role.POINT)]) >= EASIEST_GRADE
    )


@pytest.mark.parametrize("name", names())
def test_what_stands_before_a_list_leads_to_it(library, name):
    topic = library.topic(name, "en")
    for section in topic.groups("sections"):
        if topic.texts(f"{section}/points") and topic.texts(f"{section}/text"):
            assert topic.texts(f"{section}/text")[-1].endswith(":")


@pytest.mark.parametrize("name", [name for name in names() if name != "feel-unwell"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_section_names_a_page_that_says_it_and_is_a_source(language, name):
    said = yaml.load((CONTENT / language / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    pages = {source["address"] for source in said["sources"]}
    for section in said["sections"]:
        assert section["address"] in pages
    assert [page for page in pages if page.rstrip("/").count("/") < 3] == [], "a home page lets nobody check a sentence"


@pytest.mark.parametrize("name", names())
def test_a_topic_is_short_enough_to_read_standing(library, name):
    topic = library.topic(name, "en")
    for card in topic.groups("cards"):  # chosen from the list of all cards, and read alone
        assert len(words(" ".join(topic.texts(card)))) <= 160, card
    if not topic.groups("cards"):
        assert grade_topic(topic).words <= (300 if name in FIRST else 250)


@pytest.mark.parametrize("name", names())
def test_lists_and_paragraphs_are_short(library, name):
    topic = library.topic(name, "en")
    for group in topic.groups("sections"):
        assert len(topic.texts(f"{group}/points")) <= 7
        for paragraph in topic.texts(f"{group}/text"):
            assert len(re.findall(r"[.!?](?=\s|$)", paragraph)) <= 3, paragraph
    for group in topic.groups("cards"):
        assert 1 <= len(topic.texts(f"{group}/points")) <= 8


@pytest.mark.parametrize("name", names())
def test_no_word_frightens_or_promises(library, name):
    assert NEVER.findall(all_text(library.topic(name, "en"))) == []


def test_the_glossary_has_every_term_so_that_check_finds_it_unexplained():
    terms, diagnostics = read_glossary(CONTENT, fastest_reader())
    assert diagnostics.report() == ()
    forms = {form.lower() for term in terms if term.language == "en" for form in term.forms}
    assert {term.lower() for term in TERMS} - {"conjugate"} <= forms


@pytest.mark.parametrize("name", names())
def test_nothing_claims_an_approval_that_nobody_gave(library, name):
    topic = library.topic(name, "en")
    assert not topic.approved
    assert topic.review.reviewer == ""


def test_labels_fit_the_menu_and_differ(library):
    labels = [topic.menu_label for topic in library.topics["en"].values()]
    assert [label for label in labels if len(label) > 18] == []
    assert len(set(labels)) == len(labels)


def test_the_menu_offers_the_pages_that_hold_the_facts(library):
    offered = {*library.clinic.menu}.union(*(group.topics for group in library.clinic.groups))
    assert {*FIRST} - {"disclaimer"} <= offered


@pytest.mark.parametrize("name", [name for name in names() if name != "disclaimer"])
def test_each_page_has_questions_to_ask_a_picture_and_a_sentence_for_the_menu(library, name):
    topic = library.topic(name, "en")
    assert topic.questions
    assert all(topic.text(field) for field in ("menu-text", "picture", "picture-says"))


def test_a_clinic_can_see_that_its_name_and_phone_are_samples(library):
    assert "sample" in library.clinic.name.lower()
    assert re.search(r"555-01\d\d", library.clinic.phone)


def test_that_it_can_be_treated_is_said_before_that_it_can_seldom_be_cured(library):
    text = all_text(library.topic("about", "en"))
    assert 0 < text.index("can be treated") < text.index("cannot cure the cancer")
    assert "Men can have it" in text


def test_the_first_note_is_short_and_says_what_the_texts_are_not(library):
    note = library.topic("disclaimer", "en")
    text = all_text(note)
    assert grade_topic(note).words <= 60
    for phrase in (
        "information only",
        "not medical advice",
        "qualified professional",
        "has reviewed it",
        "may change",
    ):
        assert phrase in text


def test_each_treatment_worth_naming_is_named(library):
    text = all_text(library.topic("treatments", "en")).lower()
    for name in (
        "hormone therapy",
        "antibody-drug conjugates",
        "bones stronger",
        "markers",
        "palliative care",
    ):
        assert name in text
    assert re.search(r"immunotherapy [^.]+\. it works for some kinds only", text)


def test_no_placeholder_is_left_over(library):
    for topic in library.topics["en"].values():
        assert "<" not in all_text(topic)
        assert words(topic.title)
