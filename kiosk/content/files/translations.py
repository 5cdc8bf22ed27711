"""Find translations that no longer match the first language."""

from dataclasses import replace

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.library import Topic
from kiosk.content.parsing.nodes import Entries, Text


def mark_if_stale(original: Topic, translated: Topic, file: TopicFile) -> Topic:
    """Return `translated`, marked as stale and with a warning in `file` if it was not made from `original`."""
    translation = translated.translation
    if translation is None:
        file.diagnostics.warn(
            "no-translation",
            f"The file does not say which text it translates, so patients read “{original.language}” instead.",
            f"Add “translation:” and under it “from: {original.written}” and “translator:” with a name.",
        )
        return replace(translated, stale=True)
    if translation.made_from == original.written:
        return translated
    place = _place(file)
    file.diagnostics.warn(
        "translation-stale",
        f"This is not a translation of the present text in “{original.language}”, so patients read that text instead.",
        f"Update the translation, then type “from: {original.written}”.",
        line=place.line if place else 0,
        column=place.column if place else 0,
    )
    return replace(translated, stale=True)


def _place(file: TopicFile) -> Text | None:
    """Return the field that names the original."""
    translation = file.entries.get("translation") if file.entries else None
    value = translation.get("from") if isinstance(translation, Entries) else None
    return value if isinstance(value, Text) else None
