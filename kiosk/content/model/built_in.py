"""Built-in pages for when there is no content to show: “Please ask a member of staff.”

They replace everything, or a required page whose text nobody has approved. “I feel unwell” then holds a safe core: one
card that sends everybody to the staff, with no number but the clinic's own for an emergency.
"""

from datetime import date
from types import MappingProxyType

from kiosk.content.model.block import Block, Role
from kiosk.content.model.library import Clinic, Library, Topic, Urgency
from kiosk.content.model.required import REQUIRED, UNWELL

LANGUAGES = ("en", "es")
NUMBER = "<emergency-number>"
_WRITTEN_ON = date(2026, 11, 22)

_WORDS = MappingProxyType(
    {
        "en": {
            "title": "Please ask a member of staff",
            "text": "This kiosk cannot show its pages now. Please ask a member of staff. They will help you.",
            "with-pages": "These pages give you information only. For your own health, please ask a member of staff.",
            "unwell": "I feel unwell",
            "name": "Trouble breathing, chest pain, sudden weakness",
            "heading": "Tell staff now if you feel very unwell, such as with",
            "points": "Trouble breathing|Chest pain|Sudden weakness or confusion|Any other thing that frightens you",
            "here": "Tell staff now.",
            "at-home": f"At home, call {NUMBER} or your care team.",
            "at-home-without": "At home, call for an ambulance or your care team.",
        },
        "es": {
            "title": "Pregunte al personal, por favor",
            "text": "Este quiosco no puede mostrar sus páginas ahora. Pregunte al personal, por favor. Le ayudarán.",
            "with-pages": "Estas páginas solo informan. Para su propia salud, pregunte al personal, por favor.",
            "unwell": "Me siento mal",
            "name": "Falta de aire, dolor en el pecho, debilidad repentina",
            "heading": "Avise al personal ahora si se siente muy mal, por ejemplo con",
            "points": "Falta de aire|Dolor en el pecho|Debilidad o confusión repentina|Otra cosa que le asuste",
            "here": "Avise al personal ahora.",
            "at-home": f"En casa, llame al {NUMBER} o a su equipo médico.",
            "at-home-without": "En casa, llame a una ambulancia o a su equipo médico.",
        },
    }
)


def built_in_library() -> Library:
    """Return the start page, which says to ask the staff, and “I feel unwell”."""
    topics = {language: {name: built_in_topic(name, language) for name in REQUIRED} for language in LANGUAGES}
    clinic = Clinic(name="", phone="", emergency_number="", languages=LANGUAGES, menu=(UNWELL,))
    return Library(clinic, topics)


def built_in_topic(name: str, language: str, with_pages: bool = False, clinic: Clinic | None = None) -> Topic:
    """Return the page `DISCLAIMER` or `UNWELL` in `language`, or in English if it is not one of `LANGUAGES`.

    Args:
        name: Of the page.
        language: Two letters.
        with_pages: There are other pages, so the start page does not say that there are none.
        clinic: Names the emergency number; None while the clinic is not known.
    """
    language = language if language in _WORDS else LANGUAGES[0]
    words = _WORDS[language]
    if name == UNWELL:
        number = clinic.emergency_number if clinic else ""
        at_home = words["at-home" if number else "at-home-without"]
        points = enumerate(words["points"].split("|"))
        blocks = [
            Block("title", Role.TITLE, words["unwell"], graded=False),
            Block("cards/0/level", Role.LEVEL, Urgency.EMERGENCY.value, graded=False),
            Block("cards/0/name", Role.NAME, words["name"], graded=False),
            Block("cards/0/heading", Role.LEAD, words["heading"]),
            *(Block(f"cards/0/points/{place}", Role.POINT, point) for place, point in points),
            Block("cards/0/here", Role.CONTACT, words["here"]),
            Block("cards/0/at-home", Role.CONTACT, at_home.replace(NUMBER, number), at_home if number else ""),
        ]
    else:
        text = words["with-pages" if with_pages else "text"]
        blocks = [Block("title", Role.TITLE, words["title"], graded=False), Block("sections/0/text/0", Role.TEXT, text)]
    return Topic(name, language, tuple(blocks), _WRITTEN_ON)
