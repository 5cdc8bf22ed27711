"""The fields for who approved and who translated a topic."""

from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import FINGERPRINT, YES_NO

LONGEST_NAME = 80
"""Letters of a name or a profession."""

REVIEW = Field(
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
            in_words="the reviewer's name",
            required_when=("status", "approved"),
            most=LONGEST_NAME,
        ),
        Field(
            "role",
            Kind.TEXT,
            "The reviewer's profession.",
            "oncologist",
            in_words="the reviewer's profession",
            required_when=("status", "approved"),
            most=LONGEST_NAME,
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
            days_ahead=365,
            required_when=("status", "approved"),
        ),
        Field(
            "text",
            Kind.TEXT,
            "The fingerprint of the approved text; it no longer matches once anything is changed.",
            "0123456789abcdef",
            in_words="what the command “approve” writes there",
            required_when=("status", "approved"),
            form=FINGERPRINT,
        ),
        Field(
            "record",
            Kind.TEXT,
            "Which line of the list of approvals, approvals.jsonl, is about it.",
            "0123456789abcdef",
            in_words="what the command “approve” writes there",
            form=FINGERPRINT,
        ),
        Field("withdrawn-by", Kind.TEXT, "Who withdrew the last approval.", "Dr A. Example", most=LONGEST_NAME),
        Field("withdrawn", Kind.DATE, "The day on which it was withdrawn.", "2026-11-22"),
    ),
)

TRANSLATION = Field(
    "translation",
    Kind.GROUP,
    "Which text this is a translation of, and who translated it; leave it out in an original.",
    fields=(
        Field(
            "from",
            Kind.TEXT,
            "The fingerprint of the original at that time; “kiosk translated” writes it.",
            "0123456789abcdef",
            required=True,
            form=FINGERPRINT,
        ),
        Field(
            "translator",
            Kind.TEXT,
            "Who translated the text.",
            "A. Example",
            required=True,
            most=LONGEST_NAME,
            in_words="the translator's name",
        ),
        Field("role", Kind.TEXT, "The translator's profession.", "medical translator", most=LONGEST_NAME),
        Field("translated", Kind.DATE, "The day of the translation.", "2026-11-22"),
        Field(
            "machine",
            Kind.TEXT,
            "Whether a computer translated it and no translator has checked it; patients then read so on every page.",
            "no",
            allowed=YES_NO,
        ),
        Field(
            "reviewer",
            Kind.TEXT,
            "Who compared the translation with the original.",
            "B. Example",
            most=LONGEST_NAME,
        ),
        Field("reviewer-role", Kind.TEXT, "That person's profession.", "nurse who speaks Spanish", most=LONGEST_NAME),
        Field("reviewed", Kind.DATE, "The day of the comparison.", "2026-11-22"),
    ),
)
