"""The notes for staff beside the page: reading time, reading grade, problems."""

from __future__ import annotations

from kiosk.content.advice.reading_grade import GRADE_OF_TOPIC, grade_topic
from kiosk.content.advice.wording import GRADED
from kiosk.content.model.library import Topic
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.preview.draft import ReadDraft
from kiosk.preview.speaking_time import in_words, said_at, said_on, seconds_to_say
from kiosk.visit.session.visit import Visit

KEYS = "Left, right: page.  S: size.  O: questions, phone.  Space: read aloud.  Up, down: these notes.  Q: quit."


def notes(file: str, size: str, read_draft: ReadDraft, visit: Visit | None, remark: str = "") -> list[str]:
    """Return the lines of the panel; each may be wrapped.

    Args:
        file: Name of the file.
        size: Name of the screen size.
        read_draft: State of the file.
        visit: The visit to the topic; None if there is nothing to show.
        remark: A line on the last key.
    """
    lines = [f"{file}: {_where(visit)}, {size}", *([remark] if remark else [])]
    if read_draft.outdated and read_draft.library:
        lines.append("The file has a mistake. You see its last correct version.")
    lines.append("")
    topic = _topic(read_draft)
    if topic and read_draft.library and visit:
        rules = read_draft.library.words
        view, place = visit.state.view, visit.state.here
        here, all_ = seconds_to_say(said_on(view, place), rules), seconds_to_say(said_at(view, place.name), rules)
        lines += [f"Read aloud: this page {in_words(here)}, all pages {in_words(all_)}.", reading(topic), ""]
    return [*lines, *_problems(read_draft.problems), KEYS]


def _topic(read_draft: ReadDraft) -> Topic | None:
    if read_draft.library is None:
        return None
    return next(topic for topics in read_draft.library.topics.values() for topic in topics.values())


def _where(visit: Visit | None) -> str:
    return f"page {visit.page.number} of {visit.page.count}" if visit else "nothing to show yet"


def reading(topic: Topic) -> str:
    """Return the reading grade of the whole topic as a sentence."""
    graded = grade_topic(topic)
    if topic.language not in GRADED:
        return f"{graded.words} words."
    judged = "good" if graded.grade <= GRADE_OF_TOPIC else f"too hard; up to {GRADE_OF_TOPIC:.0f} is good"
    return f"{graded.words} words, for readers of school year {max(1.0, graded.grade):.0f} ({judged})."


def _problems(problems: tuple[Diagnostic, ...]) -> list[str]:
    """Return the problems, each with its line and its fix."""
    mistakes = sum(problem.level is Level.ERROR for problem in problems)
    if not problems:
        return ["No mistakes.", ""]
    counts = [f"to fix: {mistakes}"] if mistakes else []
    counts += [f"to look at: {len(problems) - mistakes}"] if len(problems) > mistakes else []
    lines = [", ".join(counts).capitalize() + ".", ""]
    for problem in problems:
        sign = "✗" if problem.level is Level.ERROR else "!"
        place = f"Line {problem.line}: " if problem.line else ""
        lines += [f"{sign} {place}{problem.message}", *([f"    {problem.excerpt}"] if problem.excerpt else [])]
        lines += [f"  {problem.fix}", ""]
    return lines
