"""The fields of a care card, in the order in which patients read them.

What to do and for whom stands in one heading, before the symptoms: nobody has to hear eight sentences before they know
that a card is for them.
"""

from kiosk.content.model.block import Role
from kiosk.content.model.library import Urgency
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.point_fields import FACTS, SAID_AT, SIGN, SOURCE_SAYS


def _line(name: str, help_: str, example: str, most: int = 300, needed_by: str = "", called: str = "") -> Field:
    """Return the field of one line that says what to do; the field `needed_by` makes it required."""
    when = (needed_by, "") if needed_by else None
    return Field(name, Kind.TEXT, help_, example, required_when=when, most=most, role=Role.CONTACT, called=called)


CARD = Field(
    "card",
    Kind.GROUP,
    "Advice on whom to contact, and how soon.",
    one_of=("heading", "contact"),
    fields=(
        Field(
            "level",
            Kind.TEXT,
            "How urgent it is; cards are in this order.",
            "emergency",
            required=True,
            allowed=tuple(level.value for level in Urgency),
            role=Role.LEVEL,
            graded=False,
        ),
        Field(
            "name",
            Kind.TEXT,
            "The words in the list of all cards: its main symptoms.",
            "Fever or chills",
            default="the first points",
            most=60,
            role=Role.NAME,
            graded=False,
            called="name of the card",
        ),
        _line("contact", "Older form of “heading”: whom to contact, as a sentence.", "Tell a member of staff now."),
        _line("how-soon", "Older form of “heading”: when to do it.", "Now. Do not wait.", 200, "contact"),
        Field(
            "when",
            Kind.TEXT,
            "Older form of “heading”: the words before the points.",
            "If you have any of these",
            most=200,
            role=Role.TEXT,
            called="words before the points",
        ),
        Field(
            "heading",
            Kind.TEXT,
            "What to do and who it is for; the points continue the sentence.",
            "Tell staff now, or call <emergency-number>, if you, or the person with you, have one of these",
            most=200,
            role=Role.LEAD,
        ),
        FACTS,
        Field("points", Kind.LIST, "The symptoms that the advice is for.", required=True, most=8, member=SIGN),
        _line(
            "here",
            "What to do in the clinic. Its first sentence also stands at the top of each further page of the card.",
            "Tell staff now.",
            needed_by="heading",
            called="what to do in the clinic",
        ),
        _line("at-home", "What to do at home.", "At home, call <emergency-number>.", called="what to do at home"),
        _line(
            "if-nobody-answers",
            "What to do if nobody answers.",
            "If nobody answers, go to the emergency room.",
        ),
        SOURCE_SAYS,
        SAID_AT,
    ),
)
