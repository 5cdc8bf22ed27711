"""On the smallest screens a heading, or the level of a care card, does not take a page for itself alone."""

from kiosk.content.model.library import Urgency
from kiosk.visit.layout.cuts import Cut
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.paging import cut
from kiosk.visit.terms.sheet import Part, Role, Sheet
from kiosk.visit.terms.told import Told

SMALL = Grid(20, 6)
"""Room for four rows of text where there are no choices."""


def sheet(*parts: Part) -> Sheet:
    return Sheet("here", "Title", parts, (), ())


def pages(sheet: Sheet, grid: Grid = SMALL) -> list[str]:
    """The words on each page, the rows parted by a slash."""
    texts = [part.text for part in (*sheet.parts, *sheet.heads)]

    def words(page: Cut) -> str:
        return " / ".join(texts[row.part][row.line.start : row.line.end] for row in page.lines if row.part is not None)

    return [words(page) for page in cut(sheet, grid, "Next page")]


def test_below_a_heading_a_sentence_is_divided_after_a_clause_where_it_can_be():
    heading = Part(Role.HEADING, "What the doctor can do for you today", with_next=True)
    whole = "They look at you and ask you what it was that you have seen and since when"
    clause = "They look at you, and ask you what it was that you have seen and since when"
    assert pages(sheet(heading, Part(Role.TEXT, clause))) == [
        "What the doctor can / do for you today / They look at you,",
        "and ask you what it / was that you have / seen and since when",
    ]
    assert pages(sheet(heading, Part(Role.TEXT, whole))) == [
        "What the doctor can / do for you today / They look at you and / ask you what it was",
        "that you have seen / and since when",
    ]


def test_a_short_clause_takes_even_the_last_row_below_a_heading():
    heading = Part(Role.HEADING, "This is a heading that is so long it takes three", with_next=True)
    text = "We can treat it, and there is help for all of you here"
    assert pages(sheet(heading, Part(Role.TEXT, text))) == [
        "This is a heading / that is so long it / takes three / We can treat it,",
        "and there is help / for all of you here",
    ]


def test_a_heading_as_high_as_the_page_stands_alone_since_nothing_fits_below_it():
    heading = Part(Role.HEADING, "This is a heading that is so long that it takes all of the four rows", with_next=True)
    first, second = pages(sheet(heading, Part(Role.TEXT, "We can treat it.")))
    assert first.count(" / ") == 3
    assert second == "We can treat it."


def test_the_level_of_a_card_has_at_least_the_beginning_of_what_to_do_beside_it():
    level = Part(Role.LEVEL, "Emergency and then a word more", Urgency.EMERGENCY, with_next=True)
    contact = Part(Role.CONTACT, "Tell a member of the staff now that you are not well and must not wait here")
    first, second = pages(sheet(level, contact))
    assert first.endswith("Tell a member of the / staff now that you")
    assert second.startswith("are not well")


def test_a_page_that_begins_inside_a_card_has_its_head_first():
    head = Told("Tell staff now.")
    parts = [
        Part(Role.LEAD, "Tell staff now, or call us, if one is true", Urgency.URGENT, with_next=True, head=head),
        *(Part(Role.POINT, f"Sign number {number} is here.", Urgency.URGENT, head=head) for number in (1, 2, 3)),
    ]
    assert pages(sheet(*parts)) == [
        "Tell staff now, or / call us, if one is / true",
        "Tell staff now. / Sign number 1 is / here.",
        "Tell staff now. / Sign number 2 is / here.",
        "Tell staff now. / Sign number 3 is / here.",
    ]


def test_what_the_voice_says_in_place_of_a_text_keeps_that_text_whole():
    part = Part(Role.TEXT, "a.org/one/two three four five six seven eight nine", say="a dot org")
    heading = Part(Role.HEADING, "A heading that takes as many as three rows", with_next=True)
    assert pages(sheet(heading, part))[0] == "A heading that takes / as many as three / rows"


def test_a_sentence_that_fits_is_left_whole_where_more_than_headings_stand_above():
    text = "Aaaa bbbb cccc dddd eeee. Ffff gggg, hhhh iiii jjjj kkkk llll mmmm nnnn oooo pppp qqqq."
    assert pages(sheet(Part(Role.TEXT, text)))[0] == "Aaaa bbbb cccc dddd / eeee."
