"""Hide unapproved texts from patients if the clinic wants that."""

from dataclasses import replace

from kiosk.content.model.built_in import built_in_topic
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import REQUIRED, UNWELL


def without_unapproved(library: Library) -> Library:
    """Return `library` without unapproved texts and without those whose review is overdue (`Topic.overdue`).

    Unchanged if `show-unapproved` is yes. A required page is replaced by the built-in one, which says to ask or tell
    the staff. The menu keeps what is approved; if that is nothing, it leads to “I feel unwell”, so that it is never
    empty. Each language is by itself: where a page is not approved in one, its readers get it in another that has it
    approved.
    """
    if library.clinic.show_unapproved:
        return library
    start = library.clinic.languages[0]
    shown: dict[str, dict[str, Topic]] = {}
    withheld = list(library.withheld)
    for language, own in library.topics.items():
        shown[language] = {name: topic for name, topic in own.items() if topic.holds and not topic.untranslated}
        gone = (name for name, topic in own.items() if not topic.holds and not topic.built_in)
        withheld += [f"{language}/{name}" for name in gone]
    names = {name for own in shown.values() for name in own}
    with_pages = any(name not in REQUIRED for name in names)
    for name in REQUIRED:
        if name not in shown[start]:
            for language, own in shown.items():
                own.setdefault(name, built_in_topic(name, language, with_pages, library.clinic))
    menu = tuple(name for name in library.clinic.menu if name in names.union(REQUIRED)) or (UNWELL,)
    clinic = replace(library.clinic, menu=menu, groups=library.clinic.grouped(names))
    return replace(library, clinic=clinic, topics=shown, withheld=tuple(withheld))
