"""Score sheets: how well one exact text can be understood and acted on, answered question by question.

Two published instruments, whose questions are named by number only: the PEMAT for printed materials (AHRQ) and the
Clear Communication Index (CDC). As their user guides say, a score is points over the questions that apply, in percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.content.files.source_file import read_file
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.library import Library, Topic
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.score_fields import SCORE

FOLDER = "scores"
UNDERSTANDABILITY, ACTIONABILITY, CLEAR_COMMUNICATION = "understandability", "actionability", "clear-communication"
QUESTIONS = {
    UNDERSTANDABILITY: (*range(1, 13), *range(15, 20)),
    ACTIONABILITY: tuple(range(20, 27)),
    CLEAR_COMMUNICATION: tuple(range(1, 21)),
}
"""Numbers of the questions; 13 and 14 of the PEMAT are for videos only."""
ENOUGH = {UNDERSTANDABILITY: 80, ACTIONABILITY: 70, CLEAR_COMMUNICATION: 90}
"""Percent: this project's own limits, and for the last one the CDC's passing score."""
_NO_POINT = ("disagree", "no")
_OUT = "not applicable"


@dataclass(frozen=True)
class Sheet:
    """A score sheet that has been read."""

    topic: str
    language: str
    text: str
    """`Topic.written` of the text that was scored."""
    kind: str
    answers: dict[str, dict[int, str]]
    """Part → number of the question → answer."""

    def percent(self, part: str) -> float:
        """Return the points over the questions that apply, from 0 to 100; 0 if none does."""
        counted = [answer for answer in self.answers[part].values() if answer != _OUT]
        return 100 * sum(answer not in _NO_POINT for answer in counted) / len(counted) if counted else 0.0


def read_sheet(
    path: Path, shown: str, language: str, reader: Reader
) -> tuple[Sheet | None, Entries | None, Diagnostics]:
    """Return the sheet (None if it has diagnostics), the entries of its file, and the diagnostics."""
    diagnostics = Diagnostics(shown, optional=True)
    root = read_file(path, SCORE, diagnostics, reader)
    if root is None or diagnostics.report():
        return None, root, diagnostics
    answers = {part: _answers(root, part) for part in QUESTIONS}
    for part, questions in QUESTIONS.items():
        for number in questions:
            if number not in answers[part]:
                _at(root, part, "missing-answer", f"Question {number} of “{part}” has no answer.",
                    "Answer each question once.", diagnostics)  # fmt: skip
    if diagnostics.report():
        return None, root, diagnostics
    sheet = Sheet(_text(root, "topic"), language, _text(root, "text"), _text(root, "kind"), answers)
    return sheet, root, diagnostics


def check_scores(folder: Path, library: Library, notes: dict[str, Diagnostics], reader: Reader) -> None:
    """Add warnings about the score sheets in `folder`, if there are any, to `notes`."""
    for language, topics in library.topics.items():
        place = folder / FOLDER / language
        for path in sorted(place.glob("*.yaml")) if place.is_dir() else []:
            shown = f"{FOLDER}/{language}/{path.name}"
            sheet, root, notes[shown] = read_sheet(path, shown, language, reader)
            spoilt = sheet is not None and (notes.get(f"{language}/{sheet.topic}.yaml") or notes[shown]).failed
            if sheet and root and not spoilt:  # an unreadable topic does exist
                _compare(topics.get(sheet.topic), sheet, root, notes[shown])


def _compare(topic: Topic | None, sheet: Sheet, root: Entries, diagnostics: Diagnostics) -> None:
    """Warn about a sheet for another text, and about scores that are too low."""
    if topic is None:
        _at(root, "topic", "unknown-topic", f"There is no topic “{sheet.topic}” in this language.",
            "Correct the name, or delete the file.", diagnostics)  # fmt: skip
    elif sheet.text != topic.written:
        _at(root, "text", "score-old", "The text was changed after it was scored.",
            f"Score it again, and then type “text: {topic.written}”.", diagnostics)  # fmt: skip
    elif topic:
        _quotes(topic, root, diagnostics)
    for part, enough in ENOUGH.items():
        percent = sheet.percent(part)
        if percent < enough:
            _at(root, part, "score-low", f"The score for “{part}” is {percent:.0f} %, below {enough} %.",
                "Look at the answers without a point, and improve the text.", diagnostics)  # fmt: skip


def _quotes(topic: Topic, root: Entries, diagnostics: Diagnostics) -> None:
    """Warn about each quote that the page does not have."""
    page = [" ".join(block.as_written.split()) for block in topic.blocks]
    listed = [entry for part in QUESTIONS if isinstance(part_of := root.get(part), Items) for entry in part_of.items]
    quotes = [entry.get("quote") for entry in listed if isinstance(entry, Entries)]
    for quote in (root.get("main-message"), *quotes):
        if isinstance(quote, Text) and not any(quote.clean in text for text in page):
            diagnostics.warn("quote-gone", f"The page does not say “{shortened(quote.clean, 60)}”.",
                             "Quote words of the page, exactly as they are written.",
                             line=quote.line, column=quote.column)  # fmt: skip


def _answers(root: Entries, part: str) -> dict[int, str]:
    """Return number of the question → answer."""
    listed = root.get(part)
    found: dict[int, str] = {}
    for entry in listed.items if isinstance(listed, Items) else []:
        if isinstance(entry, Entries):
            found[int(_text(entry, "item"))] = _text(entry, "answer")
    return found


def _text(entries: Entries, name: str) -> str:
    value = entries.get(name)
    return value.clean if isinstance(value, Text) else ""


def _at(root: Entries, name: str, code: str, message: str, fix: str, diagnostics: Diagnostics) -> None:
    place = next((key for key, _ in root.entries if key.clean == name), None)
    diagnostics.warn(code, message, fix, line=place.line if place else 0, column=place.column if place else 0)
