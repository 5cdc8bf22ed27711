"""Checks between files: the menu, the required topics, and the languages."""

from collections.abc import Collection
from difflib import get_close_matches

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.language_names import language_name
from kiosk.content.model.library import Clinic
from kiosk.content.model.required import REQUIRED, WITH_CARDS
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text


def check_menu(clinic: Entries, topics: Collection[str], diagnostics: Diagnostics) -> None:
    """Check that every topic in the menu is among `topics`: that it has a file in some language."""
    for item in _texts(clinic, "menu"):
        if item.clean in topics:
            continue
        near = get_close_matches(item.clean, topics, 1, 0.6)
        diagnostics.add(
            "unknown-topic",
            f"There is no file {item.clean}.yaml for this line of the menu.",
            f"Did you mean “{near[0]}”?" if near else "Add the file, or delete the name from the menu.",
            line=item.line,
            column=item.column,
        )


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


def _texts(entries: Entries, name: str) -> list[Text]:
    """Return the texts in the list under `name`."""
    value = entries.get(name)
    return [each for each in value.items if isinstance(each, Text)] if isinstance(value, Items) else []
