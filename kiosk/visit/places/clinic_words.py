"""Fills the clinic's own words into texts, and answers for the numbers that it lacks.

A sentence that would send patients to a number that nobody has typed, or that the clinic does not have, is replaced or
left out. So no page, code for phones or notice shows or says a number that is not the clinic's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from kiosk.content.model.library import Clinic, Urgency
from kiosk.content.model.samples import is_sample_phone
from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.terms.sheet import Part, Role
from kiosk.visit.terms.told import Told, cut_to
from kiosk.visit.terms.wording import Wording

PHONE, NIGHT, CLINIC_NAME = "phone", "night-phone", "clinic"
_STAND_IN = "0"
"""In place of a number that the clinic lacks, until its sentence is left out."""


class _Filled(NamedTuple):
    """A written text with the clinic's words in it."""

    told: Told
    names: tuple[str, ...]
    """The placeholder of each of `told.numbers`."""


class ClinicWords:
    """The words of one clinic, for patients in one language."""

    def __init__(
        self, clinic: Clinic, language: str, wording: Wording, wordings: Mapping[str, Wording] | None = None
    ) -> None:
        """`language`: of the patient, with its `wording`; `wordings`: of all, for texts in another language."""
        self._language = language
        self._wording = wording
        self._wordings = wordings or {}
        self._numbers = clinic.numbers
        self._has_night = bool(clinic.night_phone)
        self._words = {**self._numbers, CLINIC_NAME: clinic.name}
        self._pattern = re.compile("<(" + "|".join(self._words) + ")>")
        self._samples = {name for name in (PHONE, NIGHT) if is_sample_phone(self._numbers[name])}
        if PHONE in self._samples:
            self._samples.add(NIGHT)

    def told(self, written: str, language: str = "") -> Told:
        """Return a text of the content as patients get it; empty if nothing of it is left.

        `written`: with placeholders such as `<phone>`; `language`: of the text, empty for the patient's.
        """
        if "<" not in written:
            return Told(written)
        filled = self._fill(written)
        if all(self._has(name) for name in filled.names):
            return filled.told
        return _joined(self._sentences(filled, self._wording_of(language)))

    def title(self, written: str, language: str = "") -> Told:
        """Return a title or the words of a choice, which must not be empty."""
        told, wording = self.told(written, language), self._wording_of(language)
        return told if told.text else Told(wording("Ask at the desk for our number."))

    def parts(
        self,
        role: Role,
        written: str,
        level: Urgency | None = None,
        with_next: bool = False,
        language: str = "",
        say: str = "",
    ) -> list[Part]:
        """Return a text of the content as a part of a page; none if nothing of it is left. See `Part`."""
        told = self.told(written, language)
        if not told.text:
            return []
        said = self.told(say, language).text
        return [Part(role, told.text, level, with_next, language, said, told.numbers)]

    def _has(self, name: str) -> bool:
        """True if the clinic has a number of its own for the placeholder `name`."""
        return bool(self._numbers[name]) and name not in self._samples and (name != NIGHT or self._has_night)

    def _fill(self, written: str) -> _Filled:
        pieces: list[str] = []
        spans: list[tuple[int, int]] = []
        names: list[str] = []
        at = length = 0
        for found in self._pattern.finditer(written):
            before, word = written[at : found.start()], self._words[found[1]]
            start = length + len(before)
            if found[1] != CLINIC_NAME:
                word = word or _STAND_IN
                spans.append((start, start + len(word)))
                names.append(found[1])
            pieces += (before, word)
            at, length = found.end(), start + len(word)
        return _Filled(Told("".join([*pieces, written[at:]]), tuple(spans)), tuple(names))

    def _sentences(self, filled: _Filled, wording: Wording) -> Iterator[Told]:
        """Yield the sentences, with the kiosk's own in place of those that name a number that the clinic lacks."""
        (text, numbers), asked = filled.told, False
        for start, end in _whole(sentence_spans(text), numbers):
            named = {name for name, span in zip(filled.names, numbers, strict=True) if start <= span[0] < end}
            missing = {name for name in named if not self._has(name)}
            if missing & self._samples:
                if not asked:
                    yield Told(wording("Ask at the desk for our number."))
                asked = True
            elif not missing or (self._numbers[NIGHT] and missing == {NIGHT} and PHONE in named):
                yield Told(text[start:end], cut_to(numbers, start, end))
            elif missing == {NIGHT} and self._numbers[NIGHT]:
                yield Told(wording("We answer this number day and night."))

    def _wording_of(self, language: str) -> Wording:
        if language in ("", self._language):
            return self._wording
        return self._wordings.get(language) or Wording()


def _whole(spans: list[tuple[int, int]], numbers: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the sentences at `spans`, those that meet inside a number as one."""
    waiting: tuple[int, int] | None = None
    for start, end in spans:
        start = waiting[0] if waiting else start
        waiting = (start, end) if any(first < end < last for first, last in numbers) else None
        if waiting is None:
            yield start, end
    if waiting:
        yield waiting


def _joined(sentences: Iterator[Told]) -> Told:
    text, numbers = "", []
    for each in sentences:
        text += " " if text else ""
        numbers += [(len(text) + start, len(text) + end) for start, end in each.numbers]
        text += each.text
    return Told(text, tuple(numbers))
