"""The fields of a point in a list, and of the facts that a list or a text covers."""

from kiosk.content.model.block import Role
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import ADDRESS, FACT

FACTS = Field(
    "facts",
    Kind.LIST,
    "The facts that this part covers; only for reviewers.",
    "[signs.bone-pain, signs.cough]",
    least=0,
    most=40,
    member=Field("fact", Kind.TEXT, "The name of one fact.", "signs.bone-pain", most=60, form=FACT),
)
POINT = Field(
    "point", Kind.TEXT, "One short sentence.", "Pain in a bone that does not go away.", most=300, role=Role.POINT
)
SOURCE_SAYS = Field(
    "source-says",
    Kind.TEXT,
    "What the source says about it, quoted exactly, for the clinician who compares; patients do not see it.",
    "back pain that is worse at night",
    most=300,
)
SAID_AT = Field("address", Kind.TEXT, "The page that says it.", "https://www.cancer.org/", most=500, form=ADDRESS)
SIGN = Field(
    "point",
    Kind.GROUP,
    "A symptom as one short sentence, by itself or with what its source says about it.",
    alone="point",
    fields=(
        Field(
            "point",
            Kind.TEXT,
            "The symptom, as one short sentence.",
            "You have pain in your chest.",
            required=True,
            most=300,
            role=Role.POINT,
            called="point",
        ),
        SOURCE_SAYS,
        SAID_AT,
    ),
)
