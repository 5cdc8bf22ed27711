r"""Where a rule of `words.yaml` applies: one answer for the voice, which says it, and for approvals, which cover it.

Rules are matched in the cleaned text (`clean`). A word with capitals after its first letter, such as MBC, matches only
as written, any other in any case; inside a longer word only if the rule applies `anywhere`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.content.model.clean import clean


@dataclass(frozen=True)
class WordRule:
    """How to say a word, such as `MBC`, that the voice would say wrongly."""

    write: str
    say: str
    """What the voice says instead."""
    language: str | None = None
    """The only one it is for; None for all."""
    anywhere: bool = False
    """True if it also applies inside longer words."""


def pattern_of(rule: WordRule) -> str:
    """Return the regular expression of `rule`, without groups, for a text from `clean`; empty for no word."""
    write = clean(rule.write)[0].strip()
    if not write:
        return ""
    exact = write[1:] != write[1:].lower()
    word = re.escape(write) if exact else f"(?i:{re.escape(write)})"
    return word if rule.anywhere else rf"(?<!\w){word}(?!\w)"


def holds_in(rule: WordRule, language: str) -> bool:
    """True if `rule` is for `language`."""
    return rule.language in (None, "", language)


def touching(rules: Iterable[WordRule], language: str, texts: Iterable[str]) -> tuple[WordRule, ...]:
    """Return the rules that change how some of `texts` are said in `language`, in the order in which they are tried.

    Better one too many: a rule counts even if a longer one comes first, or if it only matches where two texts meet,
    since the voice gets some of them together.
    """
    texts = list(texts)
    spoken = "\n".join(clean(mark.join(texts) + mark)[0] for mark in ("; ", ". "))
    hits = [
        rule
        for rule in rules
        if holds_in(rule, language) and (pattern := pattern_of(rule)) and re.search(pattern, spoken)
    ]
    # Sorted by word, so that their order in the file does not matter.
    return tuple(sorted(hits, key=lambda rule: (-len(rule.write), rule.write.lower())))
