"""Warnings about the wording of a topic: long sentences, hard reading, and what its neighbours here find."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.content.advice.medical_words import warn_about_medical_words
from kiosk.content.advice.reading_grade import (
    GRADE_OF_BLOCK,
    GRADE_OF_TOPIC,
    WORDS_IN_SENTENCE,
    flesch_kincaid_grade,
    grade_of,
    sentences,
    words,
)
from kiosk.content.advice.rhythm import warn_about_rhythm
from kiosk.content.advice.spanish_grade import EASE_OF_BLOCK, EASE_OF_TOPIC, in_words, inflesz
from kiosk.content.advice.spanish_grade import SHORTEST as SHORTEST_SPANISH
from kiosk.content.files.glossary_file import Term
from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import is_wide, most_words
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import Found, walk

GRADED = ("en",)
"""Languages for which a school year is given; Spanish has a scale of its own."""
SHORTEST = 5
"""Number of words below which a grade means nothing: “Today” alone would be school year 8."""
SENTENCES_IN_PARAGRAPH = 3
LETTERS_IN_SENTENCE = 2 * WORDS_IN_SENTENCE
"""Of Chinese, Japanese or Korean, where a word has about two."""


def warn_about_wording(file: TopicFile, terms: Sequence[Term]) -> None:
    """Add warnings about wording; none to a file with an error, which has to be fixed first."""
    if file.entries is None or file.diagnostics.failed:
        return
    everything = [found for found in walk(file.entries, TOPIC) if found.field.translated]
    for block in everything:
        if block.field.graded:
            _length(block, file.language, file.diagnostics)
            if file.language in GRADED:
                _grade(block, file.diagnostics)
            elif file.language == "es":
                _ease(block, file.diagnostics)
    own = [term for term in terms if term.language in ("", file.language)]
    warn_about_medical_words(everything, own, file.diagnostics)
    warn_about_rhythm(everything, file.language, file.has_cards, file.diagnostics)
    if file.language in GRADED:
        _grade_of_all(everything, file.diagnostics)
    elif file.language == "es":
        _ease_of_all(everything, file.diagnostics)


def _length(block: Found, language: str, diagnostics: Diagnostics) -> None:
    """Warn about sentences that are too long to follow by ear, and paragraphs with too many."""
    found, most = sentences(block.words), most_words(language, WORDS_IN_SENTENCE)
    for sentence in found:
        if is_wide(sentence):
            _length_in_letters(sentence, block, diagnostics)
            continue
        count = len(words(sentence))
        if count > most:
            diagnostics.warn(
                "long-sentence",
                f"The sentence that starts with “{shortened(sentence, 30)}” has {count} words.",
                f"Split it in two; up to {most} words are easy to follow by ear.",
                line=block.line(sentence, diagnostics.lines),
            )
    if len(found) > SENTENCES_IN_PARAGRAPH:
        diagnostics.warn(
            "long-paragraph",
            f"This paragraph has {len(found)} sentences.",
            f"Put an empty line after at most {SENTENCES_IN_PARAGRAPH} of them.",
            line=block.line(block.words, diagnostics.lines),
        )


def _length_in_letters(sentence: str, block: Found, diagnostics: Diagnostics) -> None:
    """Warn about a sentence that is too long, in a script that writes no spaces between words."""
    count = sum(sign.isalpha() for sign in sentence)
    if count > LETTERS_IN_SENTENCE:
        diagnostics.warn(
            "long-sentence",
            f"The sentence that starts with “{shortened(sentence, 15)}” has {count} letters.",
            f"Split it in two; up to {LETTERS_IN_SENTENCE} letters are easy to follow by ear.",
            line=block.line(sentence, diagnostics.lines),
        )


def _grade(block: Found, diagnostics: Diagnostics) -> None:
    """Warn about a paragraph or point that is too hard for a worried patient."""
    grade = flesch_kincaid_grade(block.words)
    if len(words(block.words)) >= SHORTEST and grade > GRADE_OF_BLOCK:
        diagnostics.warn(
            "hard-to-read",
            f"“{shortened(block.words, 40)}” is as hard to read as a school year {grade:.0f} text.",
            f"Use shorter words and sentences; year {GRADE_OF_BLOCK:.0f} is the limit.",
            line=block.line(block.words, diagnostics.lines),
        )


def _grade_of_all(everything: list[Found], diagnostics: Diagnostics) -> None:
    """Warn if the page as a whole is too hard."""
    grade = grade_of([block.words for block in everything if block.field.graded])
    if grade > GRADE_OF_TOPIC:
        diagnostics.warn(
            "hard-to-read",
            f"The page as a whole is as hard to read as a school year {grade:.1f} text.",
            f"Use shorter words and sentences; year {GRADE_OF_TOPIC:.0f} is the limit.",
            line=everything[0].node.line,
        )


def _ease(block: Found, diagnostics: Diagnostics) -> None:
    """Warn about a Spanish paragraph or point that is too hard."""
    ease = inflesz([block.words])
    if len(words(block.words)) >= SHORTEST_SPANISH and ease < EASE_OF_BLOCK:
        diagnostics.warn(
            "hard-to-read",
            f"“{shortened(block.words, 40)}” is {in_words(ease)} to read (INFLESZ {ease:.0f}).",
            f"Use shorter words and sentences; {EASE_OF_BLOCK:.0f} or more is right for one paragraph or point.",
            line=block.line(block.words, diagnostics.lines),
        )


def _ease_of_all(everything: list[Found], diagnostics: Diagnostics) -> None:
    """Warn if a Spanish page as a whole is too hard."""
    ease = inflesz([block.words for block in everything if block.field.graded])
    if ease < EASE_OF_TOPIC:
        diagnostics.warn(
            "hard-to-read",
            f"The page as a whole is {in_words(ease)} to read (INFLESZ {ease:.0f}).",
            f"Use shorter words and sentences; {EASE_OF_TOPIC:.0f} or more is right.",
            line=everything[0].node.line,
        )
