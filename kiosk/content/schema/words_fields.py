"""The fields of `words.yaml`: how to say words that the voice would say wrongly."""

from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import LANGUAGE

_WORD = Field(
    "word",
    Kind.GROUP,
    "One word.",
    fields=(
        Field("write", Kind.TEXT, "The word as written.", "MBC", required=True, most=60),
        Field(
            "say",
            Kind.TEXT,
            "What the voice says instead.",
            "metastatic breast cancer",
            required=True,
            most=200,
        ),
        Field("language", Kind.TEXT, "Only in this language.", "en", default="all languages", form=LANGUAGE),
        Field(
            "where",
            Kind.TEXT,
            "Whether it also applies inside longer words.",
            "whole-word",
            default="whole-word",
            allowed=("whole-word", "anywhere"),
        ),
    ),
)

WORDS = Field(
    "words file",
    Kind.GROUP,
    "How to say words that the voice would say wrongly, in the file content/words.yaml.",
    fields=(Field("words", Kind.LIST, "The words, in any order.", required=True, least=0, most=500, member=_WORD),),
)
