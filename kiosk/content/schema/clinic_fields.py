"""The fields of `clinic.yaml`: settings shared by all pages."""

from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import HAS_DIGIT, LANGUAGE, TIME, TOPIC_NAME, YES_NO

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In Python's order, from 0."""
YOUR_NUMBER = "your number with its area code"

_HOURS = Field(
    "hours",
    Kind.GROUP,
    "Opening hours on some days of the week.",
    fields=(
        Field(
            "days",
            Kind.LIST,
            "The days.",
            "[monday, tuesday]",
            required=True,
            most=7,
            unique=True,
            member=Field("day", Kind.TEXT, "A day of the week.", "monday", allowed=DAYS),
        ),
        Field("from", Kind.TEXT, "When patients may come in.", "08:00", required=True, form=TIME),
        Field("until", Kind.TEXT, "When the last ones leave.", "17:30", required=True, form=TIME),
    ),
)

_MENU_GROUP = Field(
    "group",
    Kind.GROUP,
    "Topics behind one choice of the main menu.",
    fields=(
        Field(
            "name",
            Kind.BY_LANGUAGE,
            "What the menu calls the group, in each language.",
            "{en: Living with it, es: Vivir con la enfermedad}",
            required=True,
            member=Field("words", Kind.TEXT, "The words in one language.", "Living with it", most=40),
        ),
        Field(
            "menu-text",
            Kind.BY_LANGUAGE,
            "What the group is about, in one sentence below the menu.",
            "{en: How to cope., es: Cómo salir adelante.}",
            default="the number of its topics",
            member=Field("words", Kind.TEXT, "The words in one language.", "How to cope.", most=100),
        ),
        Field(
            "topics",
            Kind.LIST,
            "Its topics, in order, by the names of their files; none of them is in the menu too.",
            "[pain, feelings]",
            required=True,
            least=1,
            most=9,
            unique=True,
            member=Field("topic", Kind.TEXT, "The name of a topic's file.", "pain", most=60, form=TOPIC_NAME),
        ),
    ),
)

CLINIC = Field(
    "clinic",
    Kind.GROUP,
    "Settings shared by all pages, in the file content/clinic.yaml.",
    fields=(
        Field(
            "name",
            Kind.TEXT,
            "The clinic's name.",
            "Example Clinic",
            required=True,
            most=80,
            in_words="your clinic's name",
        ),
        Field(
            "phone",
            Kind.TEXT,
            "The number that patients call, with its area code.",
            "212-555-0100",
            required=True,
            most=40,
            form=HAS_DIGIT,
            in_words=YOUR_NUMBER,
        ),
        Field(
            "answered",
            Kind.TEXT,
            "Type this if somebody answers that number at any hour; else name the night's number in the next line.",
            "day and night",
            allowed=("day and night",),
            default="only while you are open",
        ),
        Field(
            "night-phone",
            Kind.TEXT,
            "The number that patients call when you are closed.",
            "212-555-0101",
            most=40,
            form=HAS_DIGIT,
            default="none",
            in_words=YOUR_NUMBER,
        ),
        Field(
            "emergency-number",
            Kind.TEXT,
            "The number for an emergency, such as an ambulance.",
            "911",
            required=True,
            most=20,
            form=HAS_DIGIT,
        ),
        Field(
            "crisis-line",
            Kind.TEXT,
            "The number for people who do not want to live any more.",
            "988",
            most=40,
            form=HAS_DIGIT,
            default="none",
        ),
        Field(
            "languages",
            Kind.LIST,
            "The languages, starting with the one at the start; each has a folder with this name.",
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
            "groups",
            Kind.LIST,
            "Groups of topics in the main menu, after its topics; menu and groups together have at most nine lines.",
            default="none",
            most=8,
            member=_MENU_GROUP,
        ),
        Field(
            "show-unapproved",
            Kind.TEXT,
            "Whether patients may read texts that no clinician has approved; each of them says so.",
            "no",
            allowed=YES_NO,
            default="yes",
        ),
        Field(
            "visitors-online",
            Kind.TEXT,
            "Whether patients' phones can reach the web in your rooms; if not, they take a short text with them.",
            "no",
            allowed=YES_NO,
            default="yes",
        ),
        Field(
            "opening-hours",
            Kind.LIST,
            "When the clinic is open; at other times the screen is dark and silent until a key is pressed.",
            default="always open",
            most=14,
            member=_HOURS,
        ),
        Field(
            "closed-on",
            Kind.LIST,
            "Days on which the clinic is closed anyway.",
            "[2026-12-25, 2027-01-01]",
            most=60,
            unique=True,
            member=Field("day", Kind.DATE, "A day.", "2026-12-25"),
        ),
        Field(
            "idle",
            Kind.GROUP,
            "When the kiosk asks whether anybody is still there.",
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
                    "Seconds to answer before the kiosk resets.",
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

PARTICULARS = Field(
    "particulars",
    Kind.GROUP,
    "Who made sure that the clinic's name and numbers are right. The kiosk writes it; do not fill it in by hand.",
    fields=(
        Field(
            "confirmed",
            Kind.LIST,
            "One part for each particular.",
            most=50,
            member=Field(
                "confirmation",
                Kind.GROUP,
                "Who made sure that one particular is right.",
                fields=(
                    Field(
                        "what",
                        Kind.TEXT,
                        "Its name in clinic.yaml.",
                        "phone",
                        required=True,
                        allowed=("name", "phone", "answered", "night-phone", "emergency-number", "crisis-line"),
                    ),
                    Field(
                        "words",
                        Kind.TEXT,
                        "The name or number; once clinic.yaml has another, it has to be confirmed again.",
                        "212-555-0100",
                        required=True,
                        most=80,
                    ),
                    Field("by", Kind.TEXT, "Who made sure.", "A. Example", required=True, most=80),
                    Field("day", Kind.DATE, "The day.", "2026-11-22", required=True),
                ),
            ),
        ),
    ),
)
"""The fields of `particulars.yaml`."""
