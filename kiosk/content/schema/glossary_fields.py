"""The fields of `glossary.yaml`: medical words that patients may not know."""

from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import LANGUAGE

_TERM = Field(
    "entry",
    Kind.GROUP,
    "One medical word.",
    fields=(
        Field("term", Kind.TEXT, "The word as it is written.", "mammogram", required=True, most=60),
        Field(
            "also",
            Kind.LIST,
            "Other forms of the same word.",
            "[mammograms, mammography]",
            most=12,
            member=Field("form", Kind.TEXT, "One form.", "mammograms", most=60),
        ),
        Field("plain", Kind.TEXT, "The plain words for it.", "X-ray of the breast", required=True, most=200),
        Field("language", Kind.TEXT, "Only in this language.", "en", default="all languages", form=LANGUAGE),
    ),
)

GLOSSARY = Field(
    "glossary",
    Kind.GROUP,
    "Medical words; where a page first uses one, that paragraph or point should say what it is, in about these words.",
    fields=(Field("terms", Kind.LIST, "The words, in any order.", required=True, least=0, most=500, member=_TERM),),
)
