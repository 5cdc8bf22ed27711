"""What patients get where the clinic wants nothing shown that no clinician has approved."""

from dataclasses import replace

from kiosk.content.model.built_in import built_in_topic
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import REQUIRED, UNWELL


def without_unapproved(library: Library) -> Library:
    """`library` as its clinic lets patients have it; itself where `show-unapproved` is yes.

    A page that a kiosk must have is replaced by the built-in one, which says to ask or tell the staff. The menu
    keeps what is approved; where that is nothing, it leads to “I feel unwell”, so that no patient meets an empty one.
    A translation that is not approved is left out, so that patients read the first language instead.
    """
    if library.clinic.show_unapproved:
        return library
    start = library.clinic.languages[0]
    shown: dict[str, dict[str, Topic]] = {}
    withheld: list[str] = []
    for language, own in library.topics.items():
        shown[language] = {name: topic for name, topic in own.items() if topic.approved}
        withheld += [f"{language}/{name}" for name, topic in own.items() if not topic.approved]
    with_pages = any(name not in REQUIRED for name in shown[start])
    for name in REQUIRED:
        if name not in shown[start]:
            for language, own in shown.items():
                own[name] = built_in_topic(name, language, with_pages)
    # A translation of a page that is withheld itself leads nowhere.
    shown = {language: {n: t for n, t in own.items() if n in shown[start]} for language, own in shown.items()}
    menu = tuple(name for name in library.clinic.menu if name in shown[start]) or (UNWELL,)
    clinic = replace(library.clinic, menu=menu)
    return replace(library, clinic=clinic, topics=shown, withheld=tuple(withheld))
