r"""Where a rule of `words.yaml` holds: the one answer for the voice, which says it, and for approvals, which cover it.

A rule is found in the text without what nobody sees (`clean`). A word that is written with capitals behind its first
letter, such as MBC, is found only as it is written, any other in any case; inside of a longer word only where it
counts `anywhere`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.content.model.clean import clean
from kiosk.content.model.library import WordRule


def pattern_of(rule: WordRule) -> str:
    """The regular expression of `rule`, without groups, for a text that went through `clean`; empty for no word."""
    write = clean(rule.write)[0].strip()
    if not write:
        return ""
    exact = write[1:] != write[1:].lower()
    word = re.escape(write) if exact else f"(?i:{re.escape(write)})"
    return word if rule.anywhere else rf"(?<!\w){word}(?!\w)"


def holds_in(rule: WordRule, language: str) -> bool:
    """Whether `rule` is one of `language`."""
    return rule.language in (None, "", language)


def touching(rules: Iterable[WordRule], language: str, texts: Iterable[str]) -> tuple[WordRule, ...]:
    """The rules that change how some of `texts` are said in `language`, in the order in which they are tried.

    Rather one too many: a rule counts that a longer one precedes, and one that holds where two texts meet, since the
    voice gets some of them together.
    """
    texts = list(texts)
    said = "\n".join(clean(mark.join(texts) + mark)[0] for mark in ("; ", ". "))
    hits = [
        rule
        for rule in rules
        if holds_in(rule, language) and (pattern := pattern_of(rule)) and re.search(pattern, said)
    ]
    # By the word that they are for: in the file they may stand in any order.
    return tuple(sorted(hits, key=lambda rule: (-len(rule.write), rule.write.lower())))
