"""Compare translations with their originals, and tell staff which no longer match.

An original is a text without `translation:`, in whatever language. A translation names the original that it was made
from by its hash. It is never taken from its readers: once the original has changed, they keep the last text that
matched.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.fingerprint import ENGLISH
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Topic
from kiosk.content.parsing.nodes import Entries, Text
from kiosk.content.schema.topic_fields import TOPIC

NOT_YET = "0" * 16
"""The fingerprint of no text, in a copy that waits for its translator."""


def compare(versions: Mapping[str, Topic], files: Mapping[str, TopicFile]) -> dict[str, Topic]:
    """Return the versions of one topic, by language, each marked as it compares with its original.

    Args:
        versions: The topic in each language that has it, in the clinic's order.
        files: Their files, to whose diagnostics warnings are added.
    """
    compared: dict[str, Topic] = {}
    # Of two originals the later one is asked about; English comes first, as in the templates that staff copy.
    for language, topic in sorted(versions.items(), key=lambda each: each[0] != ENGLISH):
        others = originals_for(topic, versions)
        if topic.translation is None:
            others = [each for each in others if each.language in compared]
        compared[language] = _compared(topic, others, files[language]) if others else topic
    return compared


def originals_for(topic: Topic, versions: Mapping[str, Topic]) -> list[Topic]:
    """Return the originals in other languages than that of `topic`; first the one that it names."""
    found = [each for each in versions.values() if each.translation is None and each.language != topic.language]
    made_from = topic.translation.made_from if topic.translation else ""
    return sorted(found, key=lambda each: each.written != made_from)


def is_mostly(topic: Topic, original: Topic) -> bool:
    """True if most lines of `topic` are still those of `original`; a single word or number counts for nothing."""
    lines, old = set(_lines(topic)), set(_lines(original))
    return len(lines & old) * 2 > len(lines)


def _compared(topic: Topic, originals: list[Topic], file: TopicFile) -> Topic:
    """Return `topic` as it compares with `originals`, of which there is at least one."""
    original = next((each for each in originals if each.written == topic.written), originals[0])
    language = language_name(original.language)
    copied = topic.written == original.written
    if copied or (topic.translation and topic.translation.made_from == NOT_YET):
        now = "still the {0} text" if copied else "not translated yet"
        message = f"This is {now}, so patients read it in {{0}}.".format(language)
        _warn(file, "not-translated-yet", message, f"Translate it, then run {_record(topic)}.")
        return replace(topic, untranslated=True)
    if is_mostly(topic, original):
        _warn(file, "mostly-original", f"Most of this is still the {language} text.",
              f"Translate the rest, then run {_record(topic)}.")  # fmt: skip
    if topic.translation is None:
        _warn(file, "two-originals", f"Neither this text nor the {language} one says that it is a translation.",
              f"If this one was translated, run {_record(topic)}; else leave it as it is.")  # fmt: skip
        return topic
    if topic.translation.made_from == original.written:
        return topic
    _warn_about_newer(topic, original, file)
    return replace(topic, newer_in=original.language)


def _warn_about_newer(topic: Topic, original: Topic, file: TopicFile) -> None:
    """Warn that the original has changed; of care cards in stronger words."""
    theirs, ours = language_name(original.language), language_name(topic.language)
    record, typing_error = _record(topic), f"“kiosk translated {topic.language}/{topic.name} --typing-error”"
    if topic.groups("cards"):
        _warn(
            file,
            "cards-outdated",
            f"These care cards no longer match the {theirs} ones, last changed on {original.last_changed}: in an "
            f"emergency, readers of {ours} get this older advice of {topic.last_changed}.",
            f"Have a clinician compare them today, then run {record}; for a mere typing error in the {theirs} text, "
            f"run {typing_error}.",
        )
    else:
        _warn(
            file,
            "translation-outdated",
            f"This no longer matches the {theirs} text, last changed on {original.last_changed}: readers of {ours} "
            f"keep this older text of {topic.last_changed}.",
            f"Translate the change, then run {record}; for a mere typing error in the {theirs} text, "
            f"run {typing_error}.",
        )


def _record(topic: Topic) -> str:
    """Return what to run once `topic` matches its original."""
    return f'“kiosk translated {topic.language}/{topic.name} --by "NAME"” with the translator\'s name'


def _lines(topic: Topic) -> Iterable[str]:
    """Yield the lines to be translated that have more than one word."""
    for block in topic.blocks:
        field = TOPIC.at(block.path)
        if field and field.translated and not field.allowed and " " in block.as_written:
            yield block.as_written


def _warn(file: TopicFile, code: str, message: str, fix: str) -> None:
    """Warn at the line that names the original."""
    translation = file.entries.get("translation") if file.entries else None
    value = translation.get("from") if isinstance(translation, Entries) else None
    place = value if isinstance(value, Text) else None
    file.diagnostics.warn(code, message, fix, line=place.line if place else 0, column=place.column if place else 0)
