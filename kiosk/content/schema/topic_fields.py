"""The fields of a topic.

Those with a role are in the order in which patients read them, which is that of the `walk`.
"""

from dataclasses import replace

from kiosk.content.model.block import Role
from kiosk.content.schema.card_fields import CARD
from kiosk.content.schema.field import Field, Form, Kind
from kiosk.content.schema.forms import ADDRESS, QUESTION
from kiosk.content.schema.point_fields import FACTS, POINT, SAID_AT, SOURCE_SAYS
from kiosk.content.schema.review_fields import REVIEW, TRANSLATION
from kiosk.pictures.master import names
from kiosk.pictures.own import FORM

_PICTURE = Field(
    "picture",
    Kind.TEXT,
    "A picture for the menu and the first page, where there is room beside the text.",
    "body",
    form=Form(FORM, f"one of {', '.join(names())}, or one of your own, see “kiosk picture”"),
    default="none",
    role=Role.PICTURE,
    graded=False,
    translated=False,
)
_PICTURE_SAYS = Field(
    "picture-says",
    Kind.TEXT,
    "What the picture shows, for those who do not see it.",
    "A body, seen from the front. The lungs and the bones are marked.",
    required_when=("picture", ""),
    most=160,
    role=Role.CAPTION,
    called="words for the picture",
)

_QUESTION = Field(
    "question",
    Kind.TEXT,
    "One short question.",
    "What could be the cause of this symptom?",
    most=120,
    form=QUESTION,
    role=Role.QUESTION,
    called="question to ask",
)

_SOURCE = Field(
    "source",
    Kind.GROUP,
    "A source where the facts can be checked.",
    fields=(
        Field(
            "name",
            Kind.TEXT,
            "The publisher and the title.",
            "American Cancer Society, Signs of breast cancer",
            required=True,
            most=200,
            role=Role.SOURCE,
            graded=False,
            translated=False,
        ),
        Field(
            "address",
            Kind.TEXT,
            "The web address.",
            "https://www.cancer.org/",
            most=500,
            form=ADDRESS,
            role=Role.REFERENCE,
            graded=False,
            translated=False,
        ),
    ),
)

_SECTION = Field(
    "section",
    Kind.GROUP,
    "A heading with a text or points under it.",
    one_of=("text", "points"),
    fields=(
        Field(
            "heading",
            Kind.TEXT,
            "The heading of this part.",
            "In the bones",
            most=80,
            role=Role.HEADING,
            graded=False,  # a signpost
        ),
        FACTS,
        replace(_PICTURE, help="A picture beside this part, where there is room; as for the topic."),
        _PICTURE_SAYS,
        Field(
            "text",
            Kind.PARAGRAPHS,
            "The paragraphs; write > after the colon and start the text on the next line.",
            "Pain that stays needs a look.",
            in_a_form="The paragraphs, with an empty line between two of them.",
            most=3000,
            role=Role.TEXT,
            called="paragraph",
        ),
        Field(
            "points",
            Kind.LIST,
            "Short points, each on a line that starts with a dash.",
            in_a_form="Short points, one in each box. You can paste a whole list into one box.",
            most=7,
            member=POINT,
        ),
        SOURCE_SAYS,
        SAID_AT,
    ),
)

TOPIC = Field(
    "topic",
    Kind.GROUP,
    "One page of the kiosk, in the file content/<language>/<name>.yaml.",
    one_of=("sections", "cards"),
    fields=(
        Field(
            "title",
            Kind.TEXT,
            "The heading of the page.",
            "Symptoms",
            in_words="the heading of the page",
            required=True,
            most=60,
            role=Role.TITLE,
            graded=False,
        ),
        Field(
            "menu-label",
            Kind.TEXT,
            "The words in the menu.",
            "Symptoms",
            default="the title",
            most=40,
            role=Role.LABEL,
            graded=False,
            called="words in the menu",
        ),
        Field(
            "menu-text",
            Kind.TEXT,
            "What the page is about, in one sentence below the menu.",
            "What to call us about, and when.",
            default="nothing",
            most=100,
            role=Role.ABOUT,
            called="sentence below the menu",
        ),
        _PICTURE,
        _PICTURE_SAYS,
        Field("last-changed", Kind.DATE, "The day of the last change.", "2026-11-22", required=True),
        Field("show-from", Kind.MOMENT, "When patients see the page first.", "2026-12-01", default="at once"),
        Field(
            "show-until", Kind.MOMENT, "The last day of the page, or when it ends.", "2027-01-31", default="for good"
        ),
        REVIEW,
        TRANSLATION,
        Field("sections", Kind.LIST, "The parts of the page, in order.", least=1, most=30, member=_SECTION),
        Field(
            "cards",
            Kind.LIST,
            "Care cards, most urgent first; they follow the sections.",
            least=1,
            most=9,
            member=CARD,
        ),
        Field(
            "questions",
            Kind.LIST,
            "Questions that patients could ask their care team about it.",
            default="the page offers none",
            most=5,
            member=_QUESTION,
        ),
        Field(
            "web-address",
            Kind.TEXT,
            "A web page about the topic that your clinicians recommend; patients can take it with them.",
            "https://www.cancer.org/cancer/types/breast-cancer.html",
            most=200,
            form=ADDRESS,
            role=Role.ADDRESS,
            graded=False,
            translated=False,
            called="web page to take along",
            default="the page cannot be taken along, unless its own text can",
        ),
        Field(
            "sources",
            Kind.LIST,
            "A source where the facts can be checked.",
            required=True,
            least=1,
            most=9,
            member=_SOURCE,
        ),
    ),
)
