"""Warnings about what the voice has to guess; its rules report it themselves, see `kiosk.speech.doubts`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.word_rules import WordRule
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import walk

DEFAULT_LANGUAGE = "en"
"""What `kiosk say` takes without `--language`."""


class Doubtful(NamedTuple):
    """Something that the voice cannot know how to say."""

    word: str
    """As it is written."""
    said: str
    """What the voice says."""
    is_number: bool
    """True if it may be a telephone number."""


Listen = Callable[[str, str, Sequence[WordRule]], Iterable[Doubtful]]
"""Finds what is doubtful in a text of a language, with the clinic's pronunciations."""


def _hear(word: str, language: str) -> str:
    """Return the command that says `word`."""
    quoted = word if re.fullmatch(r"[\w.-]+", word) else f"'{word}'"
    return f"kiosk say --word {quoted}" + (f" --language {language}" if language != DEFAULT_LANGUAGE else "")


def warn_about_guesses(file: TopicFile, rules: Sequence[WordRule], listen: Listen) -> None:
    """Add a warning for each word that the voice has to guess, where the page first uses it."""
    if file.entries is None or file.diagnostics.failed:
        return
    told: set[str] = set()
    for found in walk(file.entries, TOPIC):
        if not found.field.translated:
            continue
        for each in listen(found.words, file.language, rules):
            line = found.line(found.words[found.words.find(each.word) :], file.diagnostics.lines)
            if each.word in told or file.diagnostics.has_at("typed-number", line, each.word):
                continue
            told.add(each.word)
            word = shortened(each.word)
            if each.is_number:
                file.diagnostics.warn(
                    "typed-number",
                    f"“{word}” looks like a phone number.",
                    "Type <phone> if it is yours; if not, add it to words.yaml with the words to say.",
                    line=line,
                )
            else:
                file.diagnostics.warn(
                    "guessed-word",
                    f"The voice has to guess how to say “{word}”, and says “{shortened(each.said)}”."
                    if each.said
                    else f"The voice has no word for “{word}”, and leaves it out.",
                    f"If “{_hear(each.word, file.language)}” sounds wrong, add “write: {word}” to words.yaml, "
                    "and under it “say:” with how it should sound.",
                    line=line,
                )
