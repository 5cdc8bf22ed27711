"""Warnings about medical words that a page uses without saying what they are.

A word is explained where it stands in brackets behind plain words, or where the same paragraph or point has the plain
words of the glossary, in any order: “A mammogram is an X-ray of the breast” needs no brackets, which nobody can hear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiosk.content.advice.reading_grade import words
from kiosk.content.files.glossary_file import Term
from kiosk.content.model.block import Role
from kiosk.content.model.excerpt import shortened
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.schema.walk import Found

_MEDICAL = re.compile(
    r"\w{2,}(?:ectom(?:y|ies)|ostom(?:y|ies)|oscop(?:y|ies)|[^ev]itis|[ln]osis|aemia|[cdhkl]emia|opath(?:y|ies)"
    r"|(?:carcin|sarc|lymph|melan|aden|my)omas?|therap(?:y|ies)|(?:c|ath|di|mat|r)olog(?:y|ist)|ologists?"
    r"|ectom[ií]as?|oscop[ií]as?|terapias?|opat[ií]as?|emias?)",
    re.IGNORECASE,
)
_NOT_MEDICAL = frozenset(["therapy", "therapies", "diagnosis", "academia", "ecology", "psychology"])
_SIGNPOSTS = (Role.TITLE, Role.LABEL, Role.ABOUT, Role.HEADING, Role.NAME)
"""Texts that are too short to explain a word; the page does it below them."""
_FILLERS = frozenset(["that", "this", "with", "which", "into", "from", "have", "your", "what", "como", "para"])
_LETTERS_OF_FILLERS = 3
"""Words of so many letters or fewer are not looked for."""


def warn_about_medical_words(everything: list[Found], terms: Sequence[Term], diagnostics: Diagnostics) -> None:
    """Add a warning for each medical word that is not explained where the page first uses it.

    `terms`: those of the glossary in the page's language.
    """
    read = [block for block in everything if block.role not in _SIGNPOSTS]
    known: set[str] = set()
    for term in terms:
        known.update(form.lower() for form in term.forms)
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, term.forms)) + r")(?!\w)", re.IGNORECASE)
        first = next(((block, found) for block in read if (found := pattern.search(block.words))), None)
        if first and not is_explained(first[0].words, first[1].start(), term.plain):
            diagnostics.warn(
                "not-explained",
                f"“{first[1].group()}” is not explained where the page first uses it.",
                f"Say in the same paragraph or point what it is: “{shortened(term.plain)}”.",
                line=first[0].line(_from(first[0].words, first[1].start()), diagnostics.lines),
            )
    reported: set[str] = set()
    for block in everything:
        for found in _MEDICAL.finditer(block.words):
            word = found.group().lower()
            if word in reported | _NOT_MEDICAL or any(word in form for form in known):
                continue
            reported.add(word)
            if not is_explained(block.words, found.start()):
                diagnostics.warn(
                    "medical-word",
                    f"“{found.group()}” looks like a medical word.",
                    "Say beside it what it is, and add it to glossary.yaml.",
                    line=block.line(_from(block.words, found.start()), diagnostics.lines),
                )


def is_explained(text: str, at: int, plain: str = "") -> bool:
    """True if `text` says what its word at `at` is; `plain`: the plain words for it."""
    opened = text.rfind("(", 0, at)
    if opened > text.rfind(")", 0, at) and words(text[:opened]):
        return True
    wanted = _content(plain)
    return bool(wanted) and wanted <= _content(text)


def _content(text: str) -> set[str]:
    """Return the words that carry the meaning."""
    found = {word.lower().replace("’", "'") for word in words(text)}
    return {word for word in found if len(word) > _LETTERS_OF_FILLERS} - _FILLERS


def _from(text: str, at: int) -> str:
    """Return `text` from the word at character `at` on."""
    return text[text.rfind(" ", 0, at) + 1 :]
