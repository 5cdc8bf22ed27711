"""What patients meet when there is no content at all that may be shown: “Please ask a member of staff.”

Used in place of everything, or in place of a page that a kiosk must have but whose text nobody has approved.
It names no number, because the clinic's own is not known or not certain.
"""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from kiosk.content.model.fingerprint import fingerprint, fingerprint_of_words
from kiosk.content.model.library import CareCard, Clinic, Library, Review, Section, Topic, Urgency

LANGUAGES = ("en", "es")
_WRITTEN_ON = date(2026, 11, 22)

_WORDS = MappingProxyType(
    {
        "en": {
            "title": "Please ask a member of staff",
            "text": "This kiosk cannot show its pages now. Please ask a member of staff. They will help you.",
            "with-pages": "These pages give you information only. For your own health, please ask a member of staff.",
            "unwell": "I feel unwell",
            "contact": "Tell a member of staff now. They can call for help.",
            "how-soon": "Now. Do not wait.",
            "when": "If you feel very unwell, such as with",
            "points": "Trouble breathing|Chest pain|Sudden weakness or confusion|Any other thing that frightens you",
        },
        "es": {
            "title": "Pregunte al personal, por favor",
            "text": "Este quiosco no puede mostrar sus páginas ahora. Pregunte al personal, por favor. Le ayudarán.",
            "with-pages": "Estas páginas solo informan. Para su propia salud, pregunte al personal, por favor.",
            "unwell": "Me siento mal",
            "contact": "Avise al personal ahora. Ellos pueden pedir ayuda.",
            "how-soon": "Ahora. No espere.",
            "when": "Si se siente muy mal, por ejemplo con",
            "points": "Falta de aire|Dolor en el pecho|Debilidad repentina|Cualquier otra cosa que le asuste",
        },
    }
)


def built_in_library() -> Library:
    """The first page, which says to ask the staff, and what to do when somebody feels unwell."""
    topics = {
        language: {name: built_in_topic(name, language) for name in ("disclaimer", "feel-unwell")}
        for language in LANGUAGES
    }
    clinic = Clinic(name="", phone="", emergency_number="", languages=LANGUAGES, menu=("feel-unwell",))
    return Library(clinic, topics)


def built_in_topic(name: str, language: str, with_pages: bool = False) -> Topic:
    """The page `disclaimer` or `feel-unwell` in `language`, or in English where it is not one of `LANGUAGES`.

    `with_pages` tells that there are other pages, so that the first one does not say that there are none.
    """
    language = language if language in _WORDS else LANGUAGES[0]
    words = _WORDS[language]
    sections: tuple[Section, ...] = ()
    cards: tuple[CareCard, ...] = ()
    if name == "feel-unwell":
        title = words["unwell"]
        points = tuple(words["points"].split("|"))
        cards = (CareCard(Urgency.EMERGENCY, words["contact"], words["how-soon"], points, words["when"]),)
    else:
        title = words["title"]
        sections = (Section((words["with-pages" if with_pages else "text"],)),)
    topic = Topic(name, language, title, title, sections, cards, (), _WRITTEN_ON, Review(), "")
    return replace(topic, fingerprint=fingerprint(topic), written=fingerprint_of_words(topic))
