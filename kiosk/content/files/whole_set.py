"""Checks between files: the menu and its groups, the required topics, and the languages."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Clinic
from kiosk.content.model.required import REQUIRED, UNWELL, WITH_CARDS
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text, Value

MOST_CHOICES = 9
"""Topics and groups on the first level of the menu, so that each has a number key."""


def check_menu(document: Entries, clinic: Clinic, topics: Collection[str], diagnostics: Diagnostics) -> None:
    """Check the topics of the menu and of its groups: each once, and among `topics`, those that have a file."""
    groups = list(_groups(document))
    listed = [("menu", item) for item in _texts(document, "menu")]
    listed += [("group", item) for group in groups for item in _texts(group, "topics")]
    seen: dict[str, str] = {}
    for where, item in listed:
        name = item.clean
        if where == "group" and name == UNWELL:
            _add(diagnostics, "listed-twice", item, f"“{UNWELL}” always comes first in the menu, so no group needs it.",
                 "Delete it from the group.")  # fmt: skip
        elif where == "group" and name in seen:
            others = "the menu and in a group" if seen[name] == "menu" else "the groups twice"
            _add(diagnostics, "listed-twice", item, f"“{name}” is in {others}.", "Delete one of the two.")
        elif name not in topics:
            near = get_close_matches(name, topics, 1, 0.6)
            _add(diagnostics, "unknown-topic", item, f"There is no file {name}.yaml for this line of the {where}.",
                 f"Did you mean “{near[0]}”?" if near else f"Add the file, or delete the name from the {where}.",
                 )  # fmt: skip
        seen.setdefault(name, where)
    count = len(clinic.menu) + len(groups)
    if groups and count > MOST_CHOICES:
        _add(diagnostics, "too-many", groups[MOST_CHOICES - count],
             f"The menu has {len(clinic.menu)} topics and {len(groups)} groups, but only {MOST_CHOICES} fit.",
             "Move some topics of the menu into a group.")  # fmt: skip
    for group in groups:
        _check_names(group, clinic, diagnostics)


def _check_names(group: Entries, clinic: Clinic, diagnostics: Diagnostics) -> None:
    """Check that a group has a name in the first language; warn where it has none in another one."""
    name = group.get("name")
    there = {key.clean for key, _ in name.entries} if isinstance(name, Entries) else {clinic.languages[0]}
    for language in clinic.languages:
        if name is None or language in there:
            continue
        lacks = f"This group has no name in {language_name(language)}"
        line = f"Add a line “{language}:” with the name below “name:”."
        if language == clinic.languages[0]:
            _add(diagnostics, "missing-key", name, f"{lacks}, the language that the kiosk starts with.", line)
        else:
            first = language_name(clinic.languages[0])
            diagnostics.warn("not-translated", f"{lacks}, so patients read it in {first}.", line,
                             line=name.line, column=name.column)  # fmt: skip


def check_required(files: dict[str, dict[str, TopicFile]], notes: dict[str, Diagnostics]) -> None:
    """Check that each required topic is there in some language, with its cards wherever it is there.

    Args:
        files: The files of each language by name, in the clinic's order.
        notes: The diagnostics by file; those of a missing file are added.
    """
    for name in REQUIRED:
        found = [topics[name] for topics in files.values() if name in topics]
        if not found:
            shown = f"{next(iter(files))}/{name}.yaml"
            notes.setdefault(shown, Diagnostics(shown)).add(
                "missing-topic",
                f"The kiosk cannot start without the topic “{name}”.",
                f"Add the file {shown}.",
            )
        for file in found:
            if name in WITH_CARDS and not file.has_cards:
                file.diagnostics.add(
                    "missing-key",
                    f"“cards” is missing; “{name}” must tell patients whom to contact.",
                    "Add “cards:” with at least one emergency card.",
                    line=1,
                )


def check_languages(
    document: Entries,
    clinic: Clinic,
    files: dict[str, dict[str, TopicFile]],
    present: tuple[str, ...],
    about_clinic: Diagnostics,
    notes: dict[str, Diagnostics],
) -> None:
    """Check the folders against the languages, and the topics of each language against those of the others."""
    for extra in present:
        if extra not in clinic.languages:
            place = document.get("languages")
            about_clinic.warn(
                "language-not-listed",
                f"There is a folder “{extra}”, but the kiosk does not offer this language.",
                f"Add {extra} after “languages:” once its pages are ready.",
                line=place.line if place else 0,
            )
    for language in clinic.languages:
        if notes[language].failed:
            continue
        for name in sorted(set().union(*files.values()) - files[language].keys()):
            instead = next(each for each in clinic.languages if name in files[each])
            shown = f"{language}/{name}.yaml"
            notes.setdefault(shown, Diagnostics(shown)).warn(
                "not-translated",
                f"“{name}” is missing in this language, so patients read it in {language_name(instead)}.",
                f"Add the file with “kiosk new {name} --language {language}”, and translate it.",
            )


def _add(diagnostics: Diagnostics, code: str, value: Value, message: str, fix: str) -> None:
    """Record an error at `value`."""
    diagnostics.add(code, message, fix, line=value.line, column=value.column)


def _groups(document: Entries) -> Iterator[Entries]:
    """Yield the groups of the menu."""
    listed = document.get("groups")
    yield from (each for each in (listed.items if isinstance(listed, Items) else []) if isinstance(each, Entries))


def _texts(entries: Entries, name: str) -> list[Text]:
    """Return the texts in the list under `name`."""
    value = entries.get(name)
    return [each for each in value.items if isinstance(each, Text)] if isinstance(value, Items) else []
