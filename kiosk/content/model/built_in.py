"""Built-in pages for when there is no content to show: “Please ask a member of staff.”

They replace everything, or a required page whose text nobody has approved. They contain no phone number, because the
clinic's own is unknown or uncertain.
"""

from datetime import date
from types import MappingProxyType

from kiosk.content.model.block import Block, Role
from kiosk.content.model.library import Clinic, Library, Topic, Urgency
from kiosk.content.model.required import REQUIRED, UNWELL

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
    """Return the start page, which says to ask the staff, and “I feel unwell”."""
    topics = {language: {name: built_in_topic(name, language) for name in REQUIRED} for language in LANGUAGES}
    clinic = Clinic(name="", phone="", emergency_number="", languages=LANGUAGES, menu=(UNWELL,))
    return Library(clinic, topics)


def built_in_topic(name: str, language: str, with_pages: bool = False) -> Topic:
    """Return the page `DISCLAIMER` or `UNWELL` in `language`, or in English if it is not one of `LANGUAGES`.

    `with_pages`: there are other pages, so the start page does not say that there are none.
    """
    language = language if language in _WORDS else LANGUAGES[0]
    words = _WORDS[language]
    if name == UNWELL:
        blocks = [
            Block("title", Role.TITLE, words["unwell"], graded=False),
            Block("cards/0/level", Role.LEVEL, Urgency.EMERGENCY.value, graded=False),
            Block("cards/0/contact", Role.CONTACT, words["contact"]),
            Block("cards/0/how-soon", Role.CONTACT, words["how-soon"]),
            Block("cards/0/when", Role.TEXT, words["when"]),
        ]
        points = enumerate(words["points"].split("|"))
        blocks += [Block(f"cards/0/points/{number}", Role.POINT, point) for number, point in points]
    else:
        text = words["with-pages" if with_pages else "text"]
        blocks = [Block("title", Role.TITLE, words["title"], graded=False), Block("sections/0/text/0", Role.TEXT, text)]
    return Topic(name, language, tuple(blocks), _WRITTEN_ON)
