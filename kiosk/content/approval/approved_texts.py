"""Copies of the texts that clinicians approved, so that `diff` can show later changes.

`content/approved/<language>/<topic>-<fingerprint>.json` contains exactly what was hashed, so a copy can be verified
by its name. The running kiosk never reads them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from kiosk.content.model.block import Role
from kiosk.content.model.fingerprint import approved_text, digits
from kiosk.content.model.library import Topic
from kiosk.content.model.word_rules import WordRule
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.machine.files import write_whole

FOLDER = "approved"


def path_of(folder: Path, topic: Topic, fingerprint: str) -> Path:
    """Return the path of the approved copy of a topic."""
    return folder / FOLDER / topic.language / f"{topic.name}-{fingerprint}.json"


def keep(folder: Path, topic: Topic, rules: Sequence[WordRule]) -> None:
    """Save `topic` as it is now seen, and heard with `rules`. Raises OSError if it cannot be written."""
    path = path_of(folder, topic, topic.fingerprint)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, approved_text(topic.blocks, rules, topic.language).encode("utf-8"))


def approved_lines(folder: Path, topic: Topic) -> list[Line] | None:
    """Return the page that was approved; None without an approval, or if its copy is missing or altered."""
    text = _kept(folder, topic)
    return lines_of(text) if text and not _is_of_older_form(text) else None


def is_of_older_form(folder: Path, topic: Topic) -> bool:
    """True if the approval was recorded before approvals covered pronunciations."""
    text = _kept(folder, topic)
    return bool(text) and _is_of_older_form(text)


def _kept(folder: Path, topic: Topic) -> str:
    """Return the copy if it matches its fingerprint, else an empty text."""
    fingerprint = topic.review.text
    try:
        text = path_of(folder, topic, fingerprint).read_text("utf-8")
    except (OSError, ValueError):
        return ""
    return text if fingerprint and digits(text) == fingerprint else ""


def _is_of_older_form(text: str) -> bool:
    return "said" not in json.loads(text)


@dataclass(frozen=True)
class Line:
    """A heading, paragraph, point or line of a card."""

    where: str
    """What it is, in the words of staff."""
    words: str


def present_lines(topic: Topic, rules: Sequence[WordRule]) -> list[Line]:
    """Return `topic` as it is now seen, and heard with `rules`."""
    return lines_of(approved_text(topic.blocks, rules, topic.language))


def lines_of(text: str) -> list[Line]:
    """Return the lines of a page as `fingerprint.approved_text` writes it: in reading order, then pronunciations."""
    page = json.loads(text)
    texts = dict(page["text"])
    lines = [Line(_where(path, texts), words) for path, words in texts.items()]
    for write, say, language, anywhere in page["said"]:
        limits = [
            *([f"only in “{language}”"] if language else []),
            *(["also inside a longer word"] if anywhere else []),
        ]
        lines.append(Line(f"how “{write}” is said (words.yaml)", ", ".join([say, *limits])))
    return lines


def _where(path: str, texts: dict[str, str]) -> str:
    """Describe the text at `path` for staff: `point under “In the bones”`, `how soon of card 2`."""
    names = path.split("/")
    field = TOPIC.at(path)
    called = field.called or field.name if field else next(n for n in reversed(names) if not n.isdecimal())
    called = called.replace("-", " ")
    group = TOPIC.at("/".join(names[:2]))
    if field is None or group is None or not group.fields:
        return called
    heading = next((each for each in group.fields if each.role is Role.HEADING), None)
    if heading is None:
        return f"{called} of {group.name} {int(names[1]) + 1}"
    words = texts.get(f"{names[0]}/{names[1]}/{heading.name}")
    return f"{called} under “{words}”" if words and field is not heading else called


@dataclass(frozen=True)
class Change:
    """One difference; `old` is empty for an addition, `new` for a removal."""

    where: str
    old: str
    new: str


def changes(old: list[Line], new: list[Line]) -> list[Change]:
    """Return the differences in reading order."""
    found: list[Change] = []
    matcher = SequenceMatcher(None, [line.words for line in old], [line.words for line in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        pairs = _pairs(gone, come)
        partner = dict(pairs)
        matched = {second for _, second in pairs}
        position = 0
        for index, line in enumerate(gone):
            if index in partner:
                while position < partner[index]:
                    if position not in matched:
                        found.append(Change(come[position].where, "", come[position].words))
                    position += 1
                found.append(Change(come[position].where, line.words, come[position].words))
                position += 1
            else:
                found.append(Change(line.where, line.words, ""))
        found += [Change(line.where, "", line.words) for line in come[position:]]
    return found


def _pairs(gone: list[Line], come: list[Line]) -> list[tuple[int, int]]:
    """Pair lines that were reworded: same kind, same order, and similar or the only candidates."""
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
    """Return the old and new words of a changed line, with [brackets] around the differences."""
    old, new = change.old.split(), change.new.split()
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = kind == "equal"
        left += old[a:b] if same or a == b else ["[" + " ".join(old[a:b]) + "]"]
        right += new[c:d] if same or c == d else ["[" + " ".join(new[c:d]) + "]"]
    return " ".join(left), " ".join(right)
