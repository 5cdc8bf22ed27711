"""The table of fields: what can be typed in each kind of content file, and what it is for.

The checks, the help in editors (`json_schema`) and `docs/content.md` (`docs_page`) are all made from it.
"""

from dataclasses import dataclass

from kiosk.content.schema.clinic_fields import CLINIC, PARTICULARS
from kiosk.content.schema.field import Field
from kiosk.content.schema.glossary_fields import GLOSSARY
from kiosk.content.schema.languages_fields import LANGUAGES
from kiosk.content.schema.notice_fields import NOTICE
from kiosk.content.schema.score_fields import SCORE
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.words_fields import WORDS


@dataclass(frozen=True)
class KindOfFile:
    """One kind of content file."""

    name: str
    """Name of its schema."""
    heading: str
    """Its heading in the documentation, with its path in the content folder."""
    group: Field


FILES = (
    KindOfFile("clinic", "The clinic: `clinic.yaml`", CLINIC),
    KindOfFile("particulars", "The clinic's particulars: `particulars.yaml`", PARTICULARS),
    KindOfFile("topic", "A topic: `<language>/<name>.yaml`", TOPIC),
    KindOfFile("notice", "A notice: `notice.yaml`", NOTICE),
    KindOfFile("glossary", "Medical words: `glossary.yaml`", GLOSSARY),
    KindOfFile("score", "Score sheets: `scores/<language>/<name>.yaml`", SCORE),
    KindOfFile("languages", "Help with languages: `languages.yaml`", LANGUAGES),
    KindOfFile("words", "Pronunciations: `words.yaml`", WORDS),
)
