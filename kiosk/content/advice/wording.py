"""Warnings about the wording of a topic: long sentences, hard reading, medical words that are not explained."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiosk.content.advice.reading_grade import (
    GRADE_OF_BLOCK,
    GRADE_OF_TOPIC,
    WORDS_IN_SENTENCE,
    flesch_kincaid_grade,
    grade_of,
    sentences,
    words,
)
from kiosk.content.files.glossary_file import Term
from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.excerpt import shortened
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import Found, walk

GRADED = ("en",)
"""Languages for which the reading grade is made."""
SHORTEST = 5
"""Number of words below which a grade means nothing: “Today” alone would be school year 8."""
SENTENCES_IN_PARAGRAPH = 3
_MEDICAL = re.compile(
    r"\w{2,}(?:ectom(?:y|ies)|ostom(?:y|ies)|oscop(?:y|ies)|[^ev]itis|[ln]osis|aemia|[cdhkl]emia|opath(?:y|ies)"
    r"|(?:carcin|sarc|lymph|melan|aden|my)omas?|therap(?:y|ies)|(?:c|ath|di|mat|r)olog(?:y|ist)|ologists?"
    r"|ectom[ií]as?|oscop[ií]as?|terapias?|opat[ií]as?|emias?)",
    re.IGNORECASE,
)
_NOT_MEDICAL = frozenset(["therapy", "therapies", "diagnosis", "academia", "ecology", "psychology"])


def warn_about_wording(file: TopicFile, terms: Sequence[Term]) -> None:
    """Add warnings about wording; none to a file with an error, which has to be fixed first."""
    if file.entries is None or file.diagnostics.failed:
        return
    everything = [found for found in walk(file.entries, TOPIC) if found.field.translated]
    for block in everything:
        if block.field.graded:
            _length(block, file.diagnostics)
            if file.language in GRADED:
                _grade(block, file.diagnostics)
    _explained(everything, [term for term in terms if term.language in ("", file.language)], file.diagnostics)
    if file.language in GRADED:
        _grade_of_all(everything, file.diagnostics)


def _length(block: Found, diagnostics: Diagnostics) -> None:
    """Warn about sentences that are too long to follow by ear, and paragraphs with too many."""
    found = sentences(block.words)
    for sentence in found:
        count = len(words(sentence))
        if count > WORDS_IN_SENTENCE:
            diagnostics.warn(
                "long-sentence",
                f"The sentence that starts with “{shortened(sentence, 30)}” has {count} words.",
                f"Split it in two; up to {WORDS_IN_SENTENCE} words are easy to follow by ear.",
                line=block.line(sentence, diagnostics.lines),
            )
    if len(found) > SENTENCES_IN_PARAGRAPH:
        diagnostics.warn(
            "long-paragraph",
            f"This paragraph has {len(found)} sentences.",
            f"Put an empty line after at most {SENTENCES_IN_PARAGRAPH} of them.",
            line=block.line(block.words, diagnostics.lines),
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


def _explained(everything: list[Found], terms: Sequence[Term], diagnostics: Diagnostics) -> None:
    """Warn about medical words that are not explained where the page first uses them."""
    known: set[str] = set()
    for term in terms:
        known.update(form.lower() for form in term.forms)
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, term.forms)) + r")(?!\w)", re.IGNORECASE)
        first = next(((block, found) for block in everything if (found := pattern.search(block.words))), None)
        if first and not _follows_plain_words(first[0].words, first[1].start(), term):
            diagnostics.warn(
                "not-explained",
                f"“{first[1].group()}” is not explained where the page first uses it.",
                f"Write “{shortened(term.plain)} ({first[1].group()})”.",
                line=first[0].line(_from(first[0].words, first[1].start()), diagnostics.lines),
            )
    reported: set[str] = set()
    for block in everything:
        for found in _MEDICAL.finditer(block.words):
            word = found.group().lower()
            if word in reported | _NOT_MEDICAL or any(word in form for form in known):
                continue
            reported.add(word)
            if not _follows_plain_words(block.words, found.start(), None):
                diagnostics.warn(
                    "medical-word",
                    f"“{found.group()}” looks like a medical word.",
                    "Write plain words first, then this word in brackets, and add it to glossary.yaml.",
                    line=block.line(_from(block.words, found.start()), diagnostics.lines),
                )


def _follows_plain_words(text: str, at: int, term: Term | None) -> bool:
    """True if the word at `at` is in brackets with words before them, or follows its own plain words."""
    opened = text.rfind("(", 0, at)
    if opened > text.rfind(")", 0, at) and words(text[:opened]):
        return True
    return term is not None and term.plain.lower() in text[:at].lower()


def _from(text: str, at: int) -> str:
    """Return `text` from the word at character `at` on."""
    return text[text.rfind(" ", 0, at) + 1 :]
