"""The fields of a score sheet: how well one exact text can be understood and acted on."""

from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import FINGERPRINT, TOPIC_NAME

_WHY = Field("why", Kind.TEXT, "The reason for the answer.", "Each part has a heading.", required=True, most=400)

_QUOTE = Field(
    "quote",
    Kind.TEXT,
    "Words of the page that show it, exactly as they are written in the file.",
    "Ask to be seen soon",
    default="nothing",
    most=300,
)


def _answers(name: str, help_: str, most: int, allowed: tuple[str, ...]) -> Field:
    """Return the field of the answers to one questionnaire."""
    return Field(
        name,
        Kind.LIST,
        help_,
        required=True,
        least=most,
        most=most,
        member=Field(
            "answer",
            Kind.GROUP,
            "The answer to one question.",
            fields=(
                Field("item", Kind.NUMBER, "The number of the question.", "1", required=True, least=1, most=26),
                Field("answer", Kind.TEXT, "The answer.", allowed[0], required=True, allowed=allowed),
                _WHY,
                _QUOTE,
            ),
        ),
    )


SCORE = Field(
    "sheet",
    Kind.GROUP,
    "A score sheet for one topic, in the file content/scores/<language>/<topic>.yaml.",
    fields=(
        Field("topic", Kind.TEXT, "The name of the topic's file.", "signs", required=True, most=60, form=TOPIC_NAME),
        Field("text", Kind.TEXT, "The fingerprint of the text that was scored.", "0123456789abcdef", required=True,
              form=FINGERPRINT),
        Field("kind", Kind.TEXT, "Who scored it.", "self-assessment", required=True,
              allowed=("self-assessment", "independent")),
        Field("by", Kind.TEXT, "The name, or the group.", "the authors of the text", required=True, most=120),
        Field("date", Kind.DATE, "The day.", "2026-11-22", required=True),
        Field("audience", Kind.TEXT, "Whom the page is for; the CDC asks it first.", "Adults with this cancer",
              default="not said", most=300),
        Field("health-literacy", Kind.TEXT, "What is known of how well they read.", "Many read at school year 6.",
              default="not said", most=300),
        Field("objective", Kind.TEXT, "What the page should bring about.", "Patients call about a new symptom.",
              default="not said", most=300),
        Field("main-message", Kind.TEXT, "Its main message, in words of the page.", "Tell us about a symptom",
              default="not said", most=300),
        _answers("understandability", "PEMAT-P, the questions 1 to 12 and 15 to 19.", 17,
                 ("agree", "disagree", "not applicable")),
        _answers("actionability", "PEMAT-P, the questions 20 to 26.", 7, ("agree", "disagree", "not applicable")),
        _answers("clear-communication", "CDC Clear Communication Index, the questions 1 to 20.", 20,
                 ("yes", "no", "not applicable")),
    ),
)  # fmt: skip
