"""Whether a translation still says what the first language says."""

from dataclasses import replace

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.library import Topic
from kiosk.content.parsing.nodes import Entries, Text


def mark_if_stale(original: Topic, translated: Topic, file: TopicFile) -> Topic:
    """`translated`, marked as stale where it was not made from `original`; notes in `file` what is to be done."""
    translation = translated.translation
    if translation is None:
        file.diagnostics.warn(
            "no-translation",
            f"The file does not say which text it was translated from, so patients read “{original.language}” instead.",
            f"Add “translation:” and under it “from: {original.written}” and “translator:” with a name.",
        )
        return replace(translated, stale=True)
    if translation.made_from == original.written:
        return translated
    place = _place(file)
    file.diagnostics.warn(
        "translation-stale",
        f"The text in “{original.language}” is not the one that was translated, so patients read that one instead.",
        f"Bring the translation up to date, and then type “from: {original.written}”.",
        line=place.line if place else 0,
        column=place.column if place else 0,
    )
    return replace(translated, stale=True)


def _place(file: TopicFile) -> Text | None:
    """Where the file says what it was translated from."""
    translation = file.entries.get("translation") if file.entries else None
    value = translation.get("from") if isinstance(translation, Entries) else None
    return value if isinstance(value, Text) else None
