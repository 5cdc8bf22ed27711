"""No page sends a patient to a number that is not the clinic's."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model.block import Block, Role
from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.model.library import Clinic, Library, Notice, Topic, Weight
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.places.places import ClinicPlaces
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.keys import STANDARD
from kiosk.visit.terms.sheet import Sheet
from kiosk.visit.terms.told import Told
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording
from kiosk.visit.transcript import transcript

OWN = Clinic("Oak Clinic", "212-555-1212", "911", ("en", "es"), ("signs",))
SAMPLE = replace(OWN, phone="555-0142")
ALWAYS = replace(OWN, answered_always=True)
NIGHT = replace(OWN, night_phone="212-555-3434", crisis_line="988")
DAY_AND_NIGHT = "We answer this number day and night."
ASK = "Ask at the desk for our number."
WORDINGS = wordings(["en", "es"])


def told(written: str, clinic: Clinic, language: str = "en") -> str:
    return ClinicWords(clinic, language, WORDINGS[language], WORDINGS).told(written).text


@pytest.mark.parametrize(
    ("clinic", "written", "shown"),
    [
        (OWN, "Call <phone> now.", "Call 212-555-1212 now."),
        (OWN, "Call <clinic> at <phone>. Do it.", "Call Oak Clinic at 212-555-1212. Do it."),
        (OWN, "Call <emergency-number>. At night call <night-phone>.", "Call 911."),
        (OWN, "At night, call <night-phone>", ""),
        (OWN, "Are you in despair? Call <crisis-line>. We care.", "Are you in despair? We care."),
        (NIGHT, "By day <phone>. At night <night-phone>.", "By day 212-555-1212. At night 212-555-3434."),
        (NIGHT, "Call or text <crisis-line>.", "Call or text 988."),
        (ALWAYS, "Call <phone>. At night, call <night-phone>.", f"Call 212-555-1212. {DAY_AND_NIGHT}"),
        (ALWAYS, "Call <phone>, or <night-phone> at night.", "Call 212-555-1212, or 212-555-1212 at night."),
        (SAMPLE, "Call <phone> now. Do it.", f"{ASK} Do it."),
        (SAMPLE, "Call <clinic> at <phone>, or tell us at your visit", ASK),
        (SAMPLE, "By day <phone>. At night <night-phone>. Or come.", f"{ASK} Or come."),
        (SAMPLE, "Call <emergency-number>.", "Call 911."),
        (replace(SAMPLE, night_phone="212-555-3434"), "At night <night-phone>.", ASK),
        (replace(OWN, night_phone="555-0143"), "Call <phone>. At night <night-phone>.", f"Call 212-555-1212. {ASK}"),
        (replace(SAMPLE, answered_always=True), "At night <night-phone>.", ASK),
        (OWN, "<b> and <fax> stay", "<b> and <fax> stay"),
    ],
)  # fmt: skip
def test_a_sentence_depends_on_the_number_that_it_names(clinic: Clinic, written: str, shown: str):
    assert told(written, clinic) == shown


def test_the_kiosks_own_words_are_in_the_language_of_the_text():
    assert told("Llame al <phone>.", SAMPLE, "es") == "Pida nuestro número en la recepción."
    assert told("Llame al <phone>. De noche, <night-phone>.", ALWAYS, "es").endswith(
        "Atendemos este número de día y de noche."
    )
    assert ClinicWords(SAMPLE, "es", WORDINGS["es"], WORDINGS).told("Call <phone>.", "en").text == ASK


def test_a_number_is_known_by_its_placeholder():
    words = ClinicWords(NIGHT, "en", Wording())
    text, numbers = words.told("Are there 5? By day, <phone>. At night, <night-phone>. Call <clinic>.")
    assert [text[slice(*span)] for span in numbers] == ["212-555-1212", "212-555-3434"]
    text, numbers = ClinicWords(OWN, "en", Wording()).told(
        "At night, <night-phone>. By day, <phone>. Or <emergency-number>!"
    )
    assert [text[slice(*span)] for span in numbers] == ["212-555-1212", "911"]


def test_a_title_is_never_empty():
    words = ClinicWords(OWN, "en", Wording())
    assert words.title("Call <crisis-line>") == Told(ASK)
    assert words.title("Call <phone>") == Told("Call 212-555-1212", ((5, 17),))


pieces = st.sampled_from(
    [
        "Call us. ",
        "<phone>",
        "<night-phone>",
        "<crisis-line>",
        "<emergency-number>",
        "<clinic>",
        ". ",
        "? At ",
        " x ",
        "5 ",
    ]
)
clinics = st.builds(
    Clinic,
    st.sampled_from(["Oak", "St. Mary. 5"]),
    st.sampled_from(["555-0142", "212-555-1212", "(212) 555-1212. Ask for Ann"]),
    st.just("107"),
    night_phone=st.sampled_from(["", "555-0199", "212-555-3434"]),
    answered_always=st.booleans(),
    crisis_line=st.sampled_from(["", "988"]),
)


@given(st.lists(pieces, max_size=9).map("".join), clinics)
def test_no_text_shows_a_number_that_the_clinic_lacks(written: str, clinic: Clinic):
    text, numbers = ClinicWords(clinic, "en", Wording()).told(written)
    assert "555-01" not in text
    assert not any(f"<{name}>" in text for name in ("phone", "night-phone", "crisis-line", "emergency-number"))
    assert {text[start:end] for start, end in numbers} <= {*clinic.numbers.values()}
    assert sorted(numbers) == list(numbers)
    assert text.count(ASK) <= 1


def topic(name: str, *texts: tuple[str, Role, str]) -> Topic:
    return Topic(
        name, "en", tuple(Block(path, role, "", written) for path, role, written in texts), datetime.max.date()
    )


CARD = (("cards/0/level", Role.LEVEL, "urgent"), ("cards/0/contact", Role.CONTACT, "Card <phone>."))


def everywhere(clinic: Clinic) -> Library:
    """A clinic whose every kind of text names its number."""
    signs = topic(
        "signs",
        ("title", Role.TITLE, "Call <phone>"),
        ("menu-label", Role.LABEL, "Or call <phone>"),
        ("sections/0/heading", Role.HEADING, "Heading <phone>"),
        ("sections/0/text/0", Role.TEXT, "Text <phone>."),
        ("sections/0/points/0", Role.POINT, "Point <phone>"),
        ("sections/0/points/1", Role.POINT, "Point two"),
        ("sections/0/points/2", Role.POINT, "Point three"),
        ("questions/0", Role.QUESTION, "Is it <phone>?"),
        ("sources/0/name", Role.SOURCE, "Source <phone>"),
    )
    start = topic("disclaimer", ("title", Role.TITLE, "Start <phone>"), ("sections/0/text/0", Role.TEXT, "At <phone>."))
    unwell = topic("feel-unwell", ("title", Role.TITLE, "Unwell"), *CARD)
    clinic = replace(clinic, languages=("en",), visitors_online=False)
    help_ = LanguageHelp("vi", "Vi", "Vi", "Help <phone>.", "vi")
    notice = Notice({"en": "Notice <phone>."}, Weight.INFORMATION, None, datetime.max)
    topics = {each.name: each for each in (signs, start, unwell)}
    return Library(clinic, {"en": topics}, notice=notice, languages=(help_,))


def test_no_page_shows_or_says_a_sample_number():
    for page in transcript(everywhere(SAMPLE), "en", Grid(80, 24), WORDINGS):
        assert not any("0142" in text for text in (*page.shown, *page.read)), page


def test_no_code_for_phones_holds_a_sample_number():
    sheet = view_of(everywhere(SAMPLE), Grid(120, 50)).sheets.sheet("signs/take-away")
    assert sheet.codes
    assert not any("0142" in code for code in sheet.codes)
    assert any(ASK in code for code in sheet.codes)


KINDS = """Call, Or call, Heading, Text, Point, Is it, Source, Start, At, Card, Help, Notice, Oak Clinic:,
You are on: Call, Current choice: Or call, go back to Call, part: Call""".replace("\n", " ").split(", ")
"""The words before the number in every kind of text."""


def numbers_said(library: Library) -> list[tuple[str, list[str]]]:
    """Of everything that is said with the clinic's number in it: the text, and what is known in it as a number."""
    view = view_of(library, Grid(80, 24))
    places = ("disclaimer", "menu", "signs", "signs/questions", "signs/take-away", "feel-unwell", "languages/vi")
    pages = [view.page(Place(name, number)) for name in places for number in range(len(view.cut(name)[1]))]
    sheets: list[Sheet] = [view.sheets.helping.help_with(view.sheets.sheet("signs"))]
    sheets.append(
        view.sheets.where(view.reader.where(view.page(Place("menu", 0, 1)), view.sheets.sheet("signs").told, None))
    )
    sheets += [view.sheets.where(view.reader.where(page, None, None)) for page in pages if page.sheet == "signs"]
    sheets.append(view.sheets.notice(library.notice))  # type: ignore[arg-type]
    pages += [view.page(Place(sheet.name), sheet=sheet) for sheet in sheets]
    said = [each for page in pages for each in view.reader.everything(page) if "1212" in each.text]
    return [(each.text, [each.text[slice(*span)] for span in each.numbers]) for each in said]


def test_wherever_the_number_is_said_the_voice_knows_it_as_one():
    said = numbers_said(everywhere(OWN))
    texts = " ".join(text for text, _ in said)
    for kind in KINDS:
        assert f"{kind} 212-555-1212" in texts, kind
    assert all(numbers and {*numbers} == {"212-555-1212"} for _, numbers in said), said


def test_a_page_in_another_language_asks_in_its_own_words():
    library = everywhere(SAMPLE)
    library = replace(
        library, clinic=replace(library.clinic, languages=("en", "es")), topics={**library.topics, "es": {}}
    )
    sheets = ClinicPlaces(library, WORDINGS).sheets("es", WORDINGS["es"], STANDARD, Grid(80, 24))
    assert ASK in [part.text for part in sheets.sheet("signs").parts if part.language == "en"]


def test_a_notice_of_which_nothing_is_left_is_not_shown():
    library = everywhere(OWN)
    assert library.notice
    notice = library.notice._replace(texts={"en": "At night, call <night-phone>."})
    sheets = ClinicPlaces(library).sheets("en", Wording(), STANDARD, Grid(80, 24))
    assert sheets.notice(notice).parts == ()
