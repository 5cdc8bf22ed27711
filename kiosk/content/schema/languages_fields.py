"""The fields of `languages.yaml`: the offer of free language help, in each language."""

from kiosk.content.schema.field import Field, Form, Kind
from kiosk.content.schema.forms import LANGUAGE

_VOICE = Form(r"[a-z0-9-]+", "the name of a voice of eSpeak NG, such as es-419")

_HELP = Field(
    "entry",
    Kind.GROUP,
    "One language.",
    fields=(
        Field("language", Kind.TEXT, "The tag of the language.", "vi", required=True, form=LANGUAGE),
        Field("name", Kind.TEXT, "Its name, as its own speakers write it.", "Tiếng Việt", required=True, most=40),
        Field("english-name", Kind.TEXT, "Its name in English.", "Vietnamese", required=True, most=40),
        Field(
            "help",
            Kind.TEXT,
            "The sentence, in this language.",
            "If you need help in your language, tell a member of staff. It is free.",
            required=True,
            most=200,
        ),
        Field(
            "made-by",
            Kind.TEXT,
            "Who wrote the sentence.",
            "machine",
            default="not said",
            allowed=("machine", "person"),
        ),
        Field(
            "voice",
            Kind.TEXT,
            "The voice of eSpeak NG that says the sentence; leave it out if none can be understood.",
            "vi",
            default="the sentence is only shown",
            form=_VOICE,
        ),
        Field(
            "say",
            Kind.TEXT,
            "The sentence as the voice needs it, if it cannot read the usual spelling.",
            "にほんごでの おてつだい",
            default="the sentence itself",
            most=300,
        ),
        Field(
            "checked-by",
            Kind.TEXT,
            "The qualified person who has checked the sentence.",
            "A. Example, medical translator",
            default="nobody yet",
            most=80,
        ),
    ),
)

LANGUAGES = Field(
    "languages file",
    Kind.GROUP,
    "A sentence in many languages that help with the language is free, in the file content/languages.yaml.",
    fields=(Field("languages", Kind.LIST, "The languages, in order.", required=True, least=1, most=80, member=_HELP),),
)
