"""Hide unapproved texts from patients if the clinic wants that."""

from dataclasses import replace

from kiosk.content.model.built_in import built_in_topic
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import REQUIRED, UNWELL


def without_unapproved(library: Library) -> Library:
    """Return `library` without unapproved texts and without those whose review is overdue (`Topic.overdue`).

    Unchanged if `show-unapproved` is yes. A required page is replaced by the built-in one, which says to ask or tell
    the staff. The menu keeps what is approved; if that is nothing, it leads to “I feel unwell”, so that it is never
    empty. An unapproved translation is left out, so that patients read the first language instead.
    """
    if library.clinic.show_unapproved:
        return library
    start = library.clinic.languages[0]
    shown: dict[str, dict[str, Topic]] = {}
    withheld = list(library.withheld)
    for language, own in library.topics.items():
        shown[language] = {name: topic for name, topic in own.items() if topic.holds}
        gone = (name for name, topic in own.items() if not topic.holds and not topic.built_in)
        withheld += [f"{language}/{name}" for name in gone]
    with_pages = any(name not in REQUIRED for name in shown[start])
    for name in REQUIRED:
        if name not in shown[start]:
            for language, own in shown.items():
                own[name] = built_in_topic(name, language, with_pages, library.clinic)
    # A translation needs its original, which may be withheld.
    shown = {language: {n: t for n, t in own.items() if n in shown[start]} for language, own in shown.items()}
    menu = tuple(name for name in library.clinic.menu if name in shown[start]) or (UNWELL,)
    clinic = replace(library.clinic, menu=menu)
    return replace(library, clinic=clinic, topics=shown, withheld=tuple(withheld))
