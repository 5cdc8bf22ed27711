"""The fields of `notice.yaml`: something that every patient should know for a time."""

from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import LANGUAGE

NOTICE = Field(
    "notice",
    Kind.GROUP,
    "Something that every patient should know for a time, in the file content/notice.yaml; delete the file to end it.",
    fields=(
        Field(
            "text",
            Kind.TEXT,
            "One or two sentences in the kiosk's first language.",
            "The lift is out of order today. Please ask at the desk.",
            in_words="what patients should know",
            required=True,
            most=300,
        ),
        Field(
            "level",
            Kind.TEXT,
            "“important” if patients must act on it.",
            "important",
            default="information",
            allowed=("information", "important"),
        ),
        Field("from", Kind.MOMENT, "When patients see it first.", "2026-11-22 08:00", default="at once"),
        Field(
            "until",
            Kind.MOMENT,
            "The last day of the notice, or when it ends; then it disappears.",
            "2026-11-23",
            required=True,
            days_ahead=1,
        ),
        Field(
            "translations",
            Kind.LIST,
            "The same in other languages.",
            most=8,
            member=Field(
                "translation",
                Kind.GROUP,
                "The notice in one language.",
                fields=(
                    Field("language", Kind.TEXT, "Its tag.", "es", required=True, form=LANGUAGE),
                    Field("text", Kind.TEXT, "The sentences.", "El ascensor no funciona hoy.", required=True, most=300),
                ),
            ),
        ),
    ),
)
