"""What a visitor can take along on a phone: the web address of a topic, its care cards, or its text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import zip_longest

from kiosk.content.model.block import Role
from kiosk.content.model.library import Clinic, Topic, Urgency
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.places.card_sheets import Card, cards_of, is_index
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.terms.told import Told, cut_to
from kiosk.visit.terms.wording import Wording

SCHEME = "http"
"""The start of every address and of no other text here."""
LONGEST = 400
"""Bytes. A longer text makes a code too fine for the camera of an older phone."""
LENGTHS = (LONGEST, 265, 250, 180, 130)
"""Bytes that each of several codes holds at most, by how large a code the screen has room for.

265 and 250 make codes of one size; lines may fit fewer codes of either.
"""
MOST_CODES = 24
"""Codes that somebody may be asked to hold a phone up to, one after the other."""
MOST_OF_A_PAGE = 8
"""The same for a page that is no list of care cards."""
IN_CARDS = frozenset({Role.LEAD, Role.POINT, Role.TEXT, Role.CONTACT})
"""Parts of a care card that a code holds below its head."""
Codes = list[list[Told]]
"""What each of several codes holds, in lines."""


def texts_to_take(
    topic: Topic, clinic: Clinic, clinic_words: ClinicWords, wording: Wording, language: str = ""
) -> Iterator[Codes]:
    """Yield what the codes of a topic could hold, the best first; later ones are for smaller screens.

    If visitors are online: the web address. If not, or if there is none: all care cards of a list of them, else the
    title, all of the text, and the clinic's phone number, or only its longest list of points with its heading.

    Args:
        topic: What is taken along.
        clinic: Whose numbers stand in the codes.
        clinic_words: Fills in the clinic's words; a sample number is left out.
        wording: The visitor's, for the names of the levels.
        language: Of the topic, if it is not the visitor's.
    """
    address = address_of(topic, clinic)
    if clinic.visitors_online and address:
        yield [[Told(address)]]
        return
    title = clinic_words.title(topic.written_at("title"), language)
    number = clinic_words.told("<clinic>: <phone>", language)
    if is_index(topic):
        ambulance = _emergency_number(clinic_words, wording)
        yield from _cards_to_take(topic, [title, number, ambulance], clinic_words, wording, language)
        yield [[title, number, ambulance]]
        return
    yield from _page_to_take(topic, title, number, clinic_words, wording, language)
    lists = [_lines(topic, group, "heading") for group in topic.groups("sections")]
    lists += [_lines(topic, group, "contact", "when") for group in topic.groups("cards")[:1]]
    told = [[told for line in lines if (told := clinic_words.told(line, language)).text] for lines in lists]
    longest = max(told, key=len, default=[])
    whole = [title, *longest, number]
    # The whole list or none: a shortened list would read as if there were no other symptoms.
    if len(longest) > 2 and _bytes(whole) <= LONGEST:
        yield [whole]
    yield [[title, number]]


def address_of(topic: Topic, clinic: Clinic) -> str:
    """Return the web page of a topic: the clinic's own copy if it is approved, else the vetted one; may be empty."""
    if clinic.web_site and topic.approved:
        return f"{clinic.web_site.rstrip('/')}/{topic.language}/{topic.name}.html"
    return topic.web_address


def text_of(lines: list[Told]) -> str:
    """Return the content of a code."""
    return "\n".join(line.text for line in lines)


def without_scheme(address: str) -> str:
    """Return the address as people write it down."""
    return address.partition("://")[2].rstrip("/")


def _lines(topic: Topic, group: str, *leads: str) -> list[str]:
    """Return the texts of the fields `leads`, then the points of the group, as in the file."""
    wanted = (*(f"{group}/{name}" for name in leads), f"{group}/points")
    return [block.as_written for path in wanted for block in topic.blocks if block.is_under(path)]


def _emergency_number(clinic_words: ClinicWords, wording: Wording) -> Told:
    """Return the number for an ambulance with its name."""
    number = clinic_words.told("<emergency-number>")
    urgency = Urgency.EMERGENCY
    return number.inside(f"{wording(urgency.label)}: {number.text}")


def _cards_to_take(
    topic: Topic, numbers: list[Told], clinic_words: ClinicWords, wording: Wording, language: str
) -> Iterator[Codes]:
    """Yield all cards in codes of some length, the longest first: `numbers`, then each card in codes of its own."""
    cards = [_card_lines(card, clinic_words, wording, language) for card in cards_of(topic)]
    for most in LENGTHS:
        codes = [numbers, *(code for head, lines in cards for code in _in_codes(head, lines, most))]
        if len(codes) <= MOST_CODES:
            yield codes


def _page_to_take(
    topic: Topic, title: Told, number: Told, clinic_words: ClinicWords, wording: Wording, language: str
) -> Iterator[Codes]:
    """Yield the whole text of a page in one code, or in several, each with the title, the longest first."""
    blocks = [block for block in topic.blocks if block.is_under("sections") and block.role in (*IN_CARDS, Role.HEADING)]
    told = [(block.role, clinic_words.told(block.as_written, language)) for block in blocks]
    cards = [_card_lines(card, clinic_words, wording, language) for card in cards_of(topic)]
    headings = {line for role, line in told if role is Role.HEADING} | {head for head, _ in cards}
    text = [line for _, line in told if line.text] + [line for head, lines in cards for line in (head, *lines)]
    if _bytes([title, *text, number]) <= LONGEST:
        yield [[title, *text, number]]
        return
    for most in LENGTHS:
        codes = _in_codes(title, [number, *text], most, headings)
        if len(codes) <= MOST_OF_A_PAGE and all(_bytes(code) <= LONGEST for code in codes):
            yield codes


def _card_lines(card: Card, clinic_words: ClinicWords, wording: Wording, language: str) -> tuple[Told, list[Told]]:
    """Return the head of a card, which stands in each of its codes, and all its lines."""
    action, urgency = clinic_words.title(card.action, language), card.urgency
    head = action.inside(f"{wording(urgency.label)}: {action.text}")
    written = [block.as_written for block in card.blocks if block.role in IN_CARDS]
    return head, [told for line in written if (told := clinic_words.told(line, language)).text]


def _in_codes(head: Told, lines: list[Told], most: int, headings: Collection[Told] = ()) -> Codes:
    """Return the lines in as few codes as hold `most` bytes each, with the head in each; no sentence is divided.

    None of `headings` is last in its code.
    """
    pieces: list[tuple[Told, ...]] = []
    for before, line in zip((None, *lines), lines, strict=False):
        above = [before] if before is not None and before in headings else []
        pieces.append((line,) if _bytes([head, *above, line]) <= most else tuple(_sentences(line)))
    codes: Codes = [[head]]
    for held, after in zip_longest(pieces, pieces[1:], fillvalue=()):
        for piece in held:
            below = after[:1] if piece in headings else ()
            if len(codes[-1]) > 1 and _bytes([*codes[-1], piece, *below]) > most:
                codes.append([head])
            codes[-1].append(piece)
    return codes


def _bytes(lines: list[Told]) -> int:
    return len(text_of(lines).encode())


def _sentences(line: Told) -> list[Told]:
    return [Told(line.text[start:end], cut_to(line.numbers, start, end)) for start, end in sentence_spans(line.text)]
