"""Where English stands in for words that a language lacks, so that an English voice says them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_VALUE = re.compile(r"(\{\w+\})")
_SENTENCE = re.compile(r"(?<=[.!?]) ")
_WORD = re.compile(r"[^\W\d_]{2}")
_SHORT = 4
"""Letters; a shorter English word may be one of another language, such as “On” in French."""
_BEGINS = r"(?:(?<=[.!?:,;(] )|(?<![\s\S]))"
_ENDS = r"(?=[.!?:,;)]|\Z)"


class StandIns:
    """The English texts that have stood in so far in one language."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        """Each text, each of its sentences, and each phrase of some words between two values → its pattern."""
        self._pattern: re.Pattern[str] | None = None

    def add(self, text: str) -> None:
        """Note that `text` was shown in English; its values, such as `{title}`, are in the language."""
        if text in self._texts:
            return
        phrases = (each.strip(" ,.:") for each in _VALUE.split(text) if not _VALUE.fullmatch(each))
        for each in (text, *_SENTENCE.split(text), *(phrase for phrase in phrases if " " in phrase)):
            if any(map(str.isalpha, _VALUE.sub("", each))):  # a value alone would fit anything
                self._texts.setdefault(each, _pattern_of(each))
        self._pattern = None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where English is in `text`, from character to character, in order; a number in it is English too."""
        if not self._texts:
            return
        if self._pattern is None:
            # One that begins with a value fits many a text, so it comes last.
            order = sorted(self._texts, key=lambda each: (each[0] == "{", -len(each)))
            self._pattern = re.compile("|".join(f"(?:{self._texts[each]})" for each in order), re.DOTALL)
        for found in self._pattern.finditer(text):
            at = found.start()
            for number in range(1, found.re.groups + 1):
                first, last = found.span(number)
                if first < at or not _WORD.search(text, first, last):
                    continue
                if at < first:
                    yield at, first
                yield from ((first + start, first + end) for start, end in self.spans(text[first:last]))
                at = last
            if at < found.end():
                yield at, found.end()


def _pattern_of(text: str) -> str:
    pieces = _VALUE.split(text)
    value = "([^.!?]+?)" if text.startswith("{") else "(.+?)"
    pattern = "".join(value if _VALUE.fullmatch(each) else re.escape(each) for each in pieces)
    if len(text) <= _SHORT and text.isalpha():
        return _BEGINS + pattern + _ENDS
    before = _BEGINS if text.startswith("{") else r"(?<!\w)" if text[0].isalnum() else ""
    behind = _ENDS if text.endswith("}") else r"(?!\w)" if text[-1].isalnum() else ""
    return before + pattern + behind
