"""The texts that clinicians approved, kept beside the content so that later changes can be told in words.

`content/approved/<language>/<topic>-<fingerprint>.json` holds exactly what the fingerprint stands for, so that a
copy proves itself. Nothing in the running kiosk reads it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from kiosk.content.approval.edit_review import write_whole
from kiosk.content.model.fingerprint import approved_text, digits
from kiosk.content.model.library import Topic

FOLDER = "approved"


def path_of(folder: Path, topic: Topic, fingerprint: str) -> Path:
    """Where the approved text of a topic is kept."""
    return folder / FOLDER / topic.language / f"{topic.name}-{fingerprint}.json"


def keep(folder: Path, topic: Topic) -> None:
    """Keeps the text of `topic` as it is now. Raises OSError where it cannot be written."""
    path = path_of(folder, topic, topic.fingerprint)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, approved_text(topic).encode("utf-8"))


def approved_lines(folder: Path, topic: Topic) -> list[Line] | None:
    """The text for which the topic's approval stands; None where there is none, or its copy is missing or changed."""
    fingerprint = topic.review.text
    try:
        text = path_of(folder, topic, fingerprint).read_text("utf-8")
    except (OSError, ValueError):
        return None
    return lines_of(text) if fingerprint and digits(text) == fingerprint else None


@dataclass(frozen=True)
class Line:
    """A heading, a paragraph, a point or a line of a card."""

    where: str
    """What it is, in the words of staff."""
    words: str


def present_lines(topic: Topic) -> list[Line]:
    """The text of `topic` as it is now."""
    return lines_of(approved_text(topic))


def lines_of(text: str) -> list[Line]:
    """The lines of a text as `fingerprint.approved_text` writes it, in the order in which they are read."""
    said = json.loads(text)
    lines = [Line("title", said["title"]), Line("words in the menu", said["menu-label"])]
    for heading, paragraphs, points in said["sections"]:
        under = f" under “{heading}”" if heading else ""
        lines += [Line("heading", heading)] if heading else []
        lines += [Line("paragraph" + under, words) for words in paragraphs]
        lines += [Line("point" + under, words) for words in points]
    for number, (level, contact, how_soon, when, points) in enumerate(said["cards"], start=1):
        card = f" of card {number}"
        lines += [
            Line("level" + card, level),
            Line("whom to contact" + card, contact),
            Line("how soon" + card, how_soon),
        ]
        lines += [Line("words before the points" + card, when)] if when else []
        lines += [Line("point" + card, words) for words in points]
    lines += [Line("question to ask", words) for words in said.get("questions", ())]
    if said.get("web-address"):
        lines.append(Line("web page to take along", said["web-address"]))
    return lines + [Line("source", f"{name} {address}".strip()) for name, address in said["sources"]]


@dataclass(frozen=True)
class Change:
    """One difference: `old` is empty for what is new, `new` for what was taken out."""

    where: str
    old: str
    new: str


def changes(old: list[Line], new: list[Line]) -> list[Change]:
    """What is different, in the order in which patients read it."""
    found: list[Change] = []
    matcher = SequenceMatcher(None, [line.words for line in old], [line.words for line in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        pairs = _pairs(gone, come)
        partner = dict(pairs)
        told = {second for _, second in pairs}
        position = 0
        for index, line in enumerate(gone):
            if index in partner:
                while position < partner[index]:
                    if position not in told:
                        found.append(Change(come[position].where, "", come[position].words))
                    position += 1
                found.append(Change(come[position].where, line.words, come[position].words))
                position += 1
            else:
                found.append(Change(line.where, line.words, ""))
        found += [Change(line.where, "", line.words) for line in come[position:]]
    return found


def _pairs(gone: list[Line], come: list[Line]) -> list[tuple[int, int]]:
    """Lines that are the same line with other words: of the same sort, in the same order, and alike or alone."""
    pairs: list[tuple[int, int]] = []
    start = 0
    for index, line in enumerate(gone):
        for other in range(start, len(come)):
            same_sort = line.where.split(" under ")[0] == come[other].where.split(" under ")[0]
            alike = SequenceMatcher(None, line.words, come[other].words).ratio() > 0.5
            if same_sort and (alike or len(gone) == len(come) == 1):
                pairs.append((index, other))
                start = other + 1
                break
    return pairs


def marked(change: Change) -> tuple[str, str]:
    """The old and the new words of a line that was changed, with [brackets] around what is not in the other."""
    old, new = change.old.split(), change.new.split()
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = kind == "equal"
        left += old[a:b] if same or a == b else ["[" + " ".join(old[a:b]) + "]"]
        right += new[c:d] if same or c == d else ["[" + " ".join(new[c:d]) + "]"]
    return " ".join(left), " ".join(right)
