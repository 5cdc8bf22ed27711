"""The table of fields: what may be typed in each kind of content file, and what it is for.

The checks, the help that editors show (`json_schema`) and `docs/content.md` (`docs_page`) all come from here.
"""

from kiosk.content.field import Field, Form, Kind

PLACEHOLDERS = ("phone", "clinic", "emergency-number")
"""Written as `<phone>` in any text of a topic; the clinic's own words stand there when patients read it."""

TOPIC_NAME = Form(r"[a-z0-9-]+", "small letters, digits and hyphens, without spaces")
LANGUAGE = Form(r"[a-z]{2}", "two small letters, such as en or es")
_FACT = Form(r"[a-z0-9-]+\.[a-z0-9-]+", "two words with a full stop between them, such as signs.bone-pain")
_ADDRESS = Form(r"https?://[^\s]+", "a web address that starts with https://")
_FINGERPRINT = Form(r"[0-9a-f]{16}", "the 16 letters and digits that the approval wrote")
_HAS_DIGIT = Form(r".*[0-9].*", "a number that can be dialled, such as 555-0100")

_FACTS = Field(
    "facts",
    Kind.LIST,
    "The facts that this part covers; only for those who review the text.",
    "[signs.bone-pain, signs.cough]",
    least=0,
    most=40,
    member=Field("fact", Kind.TEXT, "The name of one fact.", "signs.bone-pain", most=60, form=_FACT),
)
_POINT = Field("point", Kind.TEXT, "One short sentence.", "Pain in a bone that does not go away.", most=300)

_REVIEW = Field(
    "review",
    Kind.GROUP,
    "Who has approved the text, and when.",
    required=True,
    fields=(
        Field(
            "status",
            Kind.TEXT,
            "Whether a clinician has approved exactly this text.",
            "not yet approved",
            required=True,
            allowed=("not yet approved", "approved"),
        ),
        Field(
            "reviewer",
            Kind.TEXT,
            "Who approved the text.",
            "Dr A. Example",
            required_when=("status", "approved"),
            most=80,
        ),
        Field(
            "role",
            Kind.TEXT,
            "The reviewer's profession.",
            "oncologist",
            required_when=("status", "approved"),
            most=80,
        ),
        Field(
            "reviewed",
            Kind.DATE,
            "The day of the approval.",
            "2026-11-22",
            required_when=("status", "approved"),
        ),
        Field(
            "due",
            Kind.DATE,
            "The day by which the text must be reviewed again.",
            "2027-11-22",
            required_when=("status", "approved"),
        ),
        Field(
            "text",
            Kind.TEXT,
            "Stands for the approved text; it no longer fits once anything is changed.",
            "0123456789abcdef",
            required_when=("status", "approved"),
            form=_FINGERPRINT,
        ),
    ),
)

_SOURCE = Field(
    "source",
    Kind.GROUP,
    "Where the facts can be looked up.",
    fields=(
        Field(
            "name",
            Kind.TEXT,
            "The publisher and the title.",
            "American Cancer Society, Signs of breast cancer",
            required=True,
            most=200,
        ),
        Field("address", Kind.TEXT, "The web address.", "https://www.cancer.org/", most=500, form=_ADDRESS),
    ),
)

_SECTION = Field(
    "section",
    Kind.GROUP,
    "A heading with what stands under it.",
    one_of=("text", "points"),
    fields=(
        Field("heading", Kind.TEXT, "The heading of this part.", "In the bones", most=80),
        _FACTS,
        Field(
            "text",
            Kind.PARAGRAPHS,
            "The paragraphs; write > after the colon and start the text on the next line.",
            "Pain that stays needs a look.",
            most=3000,
        ),
        Field("points", Kind.LIST, "Short points, each on a line that starts with a dash.", most=7, member=_POINT),
    ),
)

_CARD = Field(
    "card",
    Kind.GROUP,
    "Advice on whom to contact, and how soon.",
    fields=(
        Field(
            "level",
            Kind.TEXT,
            "How urgent it is; cards stand in this order.",
            "emergency",
            required=True,
            allowed=("emergency", "urgent", "routine"),
        ),
        Field(
            "contact",
            Kind.TEXT,
            "Whom to contact, as a sentence.",
            "Tell a member of staff now. They can call <emergency-number>.",
            required=True,
            most=300,
        ),
        Field("how-soon", Kind.TEXT, "When to do it.", "Now. Do not wait.", required=True, most=200),
        Field("when", Kind.TEXT, "The words before the points.", "If you have any of these", most=200),
        _FACTS,
        Field("points", Kind.LIST, "The signs for which it holds.", required=True, most=7, member=_POINT),
    ),
)

TOPIC = Field(
    "topic",
    Kind.GROUP,
    "One page of the kiosk, in the file content/<language>/<name>.yaml.",
    one_of=("sections", "cards"),
    fields=(
        Field("title", Kind.TEXT, "The heading of the page.", "The signs", required=True, most=60),
        Field("menu-label", Kind.TEXT, "The words in the menu.", "The signs", default="the title", most=40),
        Field("last-changed", Kind.DATE, "The day of the last change.", "2026-11-22", required=True),
        _REVIEW,
        Field(
            "sources",
            Kind.LIST,
            "Where the facts can be looked up.",
            required=True,
            least=1,
            most=9,
            member=_SOURCE,
        ),
        Field("sections", Kind.LIST, "The parts of the page, in order.", least=1, most=30, member=_SECTION),
        Field(
            "cards",
            Kind.LIST,
            "Care cards, most urgent first; they follow the sections.",
            least=1,
            most=9,
            member=_CARD,
        ),
    ),
)

CLINIC = Field(
    "clinic",
    Kind.GROUP,
    "What is the same on all pages, in the file content/clinic.yaml.",
    fields=(
        Field("name", Kind.TEXT, "The clinic's name.", "Example Clinic", required=True, most=80),
        Field(
            "phone",
            Kind.TEXT,
            "The number that patients call.",
            "555-0100",
            required=True,
            most=40,
            form=_HAS_DIGIT,
        ),
        Field(
            "emergency-number",
            Kind.TEXT,
            "The number for an emergency.",
            "911",
            required=True,
            most=20,
            form=_HAS_DIGIT,
        ),
        Field(
            "languages",
            Kind.LIST,
            "The languages, the one at the start first; each has a folder with this name.",
            "[en, es]",
            default="[en]",
            least=1,
            most=9,
            unique=True,
            member=Field("language", Kind.TEXT, "The two letters of a language.", "en", form=LANGUAGE),
        ),
        Field(
            "menu",
            Kind.LIST,
            "The topics in the main menu, in order, by the names of their files.",
            "[signs, when-to-seek-care]",
            required=True,
            least=1,
            most=9,
            unique=True,
            member=Field("topic", Kind.TEXT, "The name of a topic's file.", "signs", most=60, form=TOPIC_NAME),
        ),
        Field(
            "idle",
            Kind.GROUP,
            "When the kiosk asks whether somebody is still there.",
            fields=(
                Field(
                    "warn-after",
                    Kind.NUMBER,
                    "Seconds without a key until the kiosk asks.",
                    "120",
                    default="120",
                    least=1,
                    most=3600,
                    recommended=(120, 300),
                ),
                Field(
                    "countdown",
                    Kind.NUMBER,
                    "Seconds to answer before the kiosk starts afresh.",
                    "30",
                    default="30",
                    least=1,
                    most=600,
                    recommended=(20, 45),
                ),
            ),
        ),
    ),
)

_WORD = Field(
    "word",
    Kind.GROUP,
    "One word.",
    fields=(
        Field("write", Kind.TEXT, "The word as it is written.", "MBC", required=True, most=60),
        Field(
            "say",
            Kind.TEXT,
            "The words that the voice says instead.",
            "metastatic breast cancer",
            required=True,
            most=200,
        ),
        Field("language", Kind.TEXT, "Only in this language.", "en", default="all languages", form=LANGUAGE),
        Field(
            "where",
            Kind.TEXT,
            "Whether it also counts inside a longer word.",
            "whole-word",
            default="whole-word",
            allowed=("whole-word", "anywhere"),
        ),
    ),
)

WORDS = Field(
    "words file",
    Kind.GROUP,
    "How words are said that the voice would say wrongly, in the file content/words.yaml.",
    fields=(Field("words", Kind.LIST, "The words, in any order.", required=True, least=0, most=500, member=_WORD),),
)
