"""How hard a text is to read, as the Flesch-Kincaid grade: the school year that it asks for.

Pure and offline. The formula is pinned as first published (Kincaid and others, 1975):
0.39 × words per sentence + 11.8 × syllables per word − 15.59.
Syllables are counted by rule, with a short list of words that the rules get wrong. A point of a list is
graded by itself: points joined without full stops would look like one endless sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.content.model.library import Topic
from kiosk.content.model.sentences import sentence_spans

GRADE_OF_TOPIC = 6.0
"""The limit for a topic as a whole."""
GRADE_OF_BLOCK = 8.0
"""The limit for one paragraph or point."""
EASIEST_GRADE = 3.5
"""Below it, running text sounds stilted: warmth and the real words need a few syllables."""
WORDS_IN_SENTENCE = 20
"""Longer sentences are hard to follow by ear."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,]\d+)*", re.UNICODE)
_DIGIT_RUN = re.compile(r"\d")
_BREAK = re.compile(r"\n\s*\n")

_VOWELS = re.compile(r"[aeiouyáéíóúüàèìòùâêîôûäëïö]+")
_SILENT = re.compile(
    r"(?<![aeiouy])(?<![^aeiouy]l)e$"  # bone, but not table
    r"|(?<![aeiou])(?<![td])ed$"  # changed, stayed, but not needed
    r"|(?<![aeiouysxzcg])(?<!ch)(?<!sh)(?<![^aeiouy]l)es$"  # bones, but not nurses
    r"|(?<![aeiouy])(?<![^aeiouy]l)e(?:ment|ful|less|ness|ly)"  # careful, movement
)
_APART = re.compile(
    r"(?<![cts])ia|(?<=[cts])ia(?![ln])"  # diary, but not social
    r"|(?<![ctsgxln])io|(?<![qg])ua|(?<!g)eo|iu|uou"  # biopsy, usual, video, calcium, continuous
    r"|(?<=[^aeiou])ie(?:r|st)$|[aeiouy]ing|[aeou]y[aeou]"  # easier, being, beyond
    r"|thm$|[ai]sm$"  # rhythm, spasm
)
_SHORT_NOT = re.compile(r"[sd]n['’]t$")

EXCEPTIONS = {
    "area": 3, "areas": 3, "business": 2, "cement": 2, "client": 2, "clients": 2, "colonel": 2, "create": 2,
    "creates": 2, "diet": 2, "diets": 2, "element": 3, "elements": 3, "every": 2, "everybody": 4,
    "everyday": 3, "everyone": 3, "everything": 3, "everywhere": 3, "experience": 4, "eye": 1, "eyes": 1,
    "fluid": 2, "fluids": 2, "fuel": 2, "giant": 2, "headaches": 2,
    "aches": 1, "healthcare": 2, "idea": 3, "ideas": 3, "lifestyle": 2,
    "naked": 2, "nausea": 3, "people": 2, "poem": 2, "quiet": 2, "quietly": 3, "react": 2, "reaction": 3,
    "reactions": 3, "reality": 4, "reassure": 3, "sacred": 2, "science": 2, "someone": 2, "something": 2,
    "sometimes": 2, "somewhere": 2, "somebody": 3, "theatre": 3, "tired": 2, "trial": 2, "trials": 2,
    "whereas": 2, "hundred": 2, "caregiver": 3, "caregivers": 3, "naive": 2, "coordinate": 4, "lion": 2,
    "her": 1, "pet": 1, "diarrhea": 4,
}  # fmt: skip
"""Words that the rules get wrong."""


def words(text: str) -> list[str]:
    """Return the words of a text; a hyphenated word and a number are one word each."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a piece without an end mark counts as one."""
    pieces = _BREAK.split(text)
    found = [piece[start:end] for piece in pieces for start, end in sentence_spans(piece)]
    return [" ".join(sentence.split()) for sentence in found if _WORD.search(sentence)]


def syllables(word: str) -> int:
    """Count the syllables of one word; a number has one for each digit, a hyphenated word those of its parts."""
    if _DIGIT_RUN.search(word):
        return max(1, len(_DIGIT_RUN.findall(word)))
    if word.isupper() and 1 < len(word) <= 5 and word.lower() not in EXCEPTIONS:
        return len(word)  # MRI is read letter by letter, PET is not
    return sum(_syllables_of_part(part) for part in re.split(r"[-]", word) if part) or 1


def _syllables_of_part(part: str) -> int:
    plain = part.lower().replace("’", "").replace("'", "")
    if plain in EXCEPTIONS:
        return EXCEPTIONS[plain]
    count = len(_VOWELS.findall(plain)) + len(_APART.findall(plain)) - len(_SILENT.findall(plain))
    if _SHORT_NOT.search(part.lower()):
        count += 1  # doesn't, couldn't
    return max(1, count)


def flesch_kincaid_grade(text: str) -> float:
    """Return the grade of a text; 0.0 without words. Very easy texts have a negative grade."""
    found = words(text)
    if not found:
        return 0.0
    return _grade(len(found), len(sentences(text)), sum(map(syllables, found)))


def _grade(word_count: int, sentence_count: int, syllable_count: int) -> float:
    return 0.39 * word_count / max(1, sentence_count) + 11.8 * syllable_count / word_count - 15.59


@dataclass(frozen=True)
class BlockGrade:
    """One paragraph, point or line of a card, with its grade."""

    text: str
    grade: float
    longest_sentence: int
    """Number of words in its longest sentence."""


@dataclass(frozen=True)
class TopicGrade:
    """The grade of a topic and of its blocks, in reading order."""

    grade: float
    words: int
    blocks: tuple[BlockGrade, ...]

    @property
    def hard_blocks(self) -> tuple[BlockGrade, ...]:
        """Blocks that a frightened patient may not be able to follow."""
        return tuple(
            block for block in self.blocks if block.grade > GRADE_OF_BLOCK or block.longest_sentence > WORDS_IN_SENTENCE
        )


def grade_block(text: str) -> BlockGrade:
    """Grade one block."""
    longest = max((len(words(sentence)) for sentence in sentences(text)), default=0)
    return BlockGrade(text, flesch_kincaid_grade(text), longest)


def grade_topic(topic: Topic) -> TopicGrade:
    """Grade a whole topic; every block ends a sentence, with or without a full stop."""
    blocks = tuple(grade_block(block.text) for block in topic.blocks if block.graded)
    texts = [block.text for block in blocks]
    return TopicGrade(grade_of(texts), sum(len(words(text)) for text in texts), blocks)


def grade_of(texts: Sequence[str]) -> float:
    """Return the grade of several blocks together; 0.0 without words."""
    found = [word for text in texts for word in words(text)]
    if not found:
        return 0.0
    return _grade(len(found), sum(len(sentences(text)) for text in texts), sum(map(syllables, found)))
