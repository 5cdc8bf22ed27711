"""The text of a new topic file: a commented template, or a copy of the original for a translator."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from textwrap import wrap

from kiosk.content.approval.edit_block import block_lines
from kiosk.content.files.topic_file import read_topic_file
from kiosk.content.files.translations import NOT_YET
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Topic
from kiosk.content.model.samples import TEMPLATE
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.documents.json_schema import first_line
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import walk

_BEGINS = re.compile(r"\s*(- |[a-z-]+:)")

_TEMPLATE = """\
{schema}
# What this page is about, in a few words, for the next person who opens the file.
# A line that starts with # is a comment; patients do not see it. Run "check" after each change.

# The heading of the page, and the words in the menu (leave that line out if they are the same).
title: {title}
menu-label: {title}

# The day of your last change.
last-changed: {today}

# A clinician reads the page; then run "approve". Please do not fill this in by hand.
review:
  status: not yet approved

# Where the facts can be checked.
sources:
  - name: {source}

# Questions that patients could ask about it; at most five. Delete the three lines if there are none.
questions:
  - What does this mean for me?
  - What should I do next?

# The parts of the page. Each has a heading, and a text, or points, or both.
sections:
  - heading: {heading}
    # Start the text on the line below the sign >. An empty line makes a new paragraph.
    # Put comments like this one above "text:"; inside the text they would be shown to patients.
    text: >
      {text}
      Say “you” and “we”.

      Tell patients what they can do. They can call <clinic> at <phone>.

  - heading: {list}
    # At most seven points. Put double quotes around a text with a colon in it.
    points:
      - {first}
      - {second}
"""


def with_originals(path: Path, original: Topic, lines: list[str]) -> list[str]:
    """Return the lines of a topic file with each text that is to be translated once more, in a comment above it."""
    entries = read_topic_file(path, path.name, original.language, fastest_reader()).entries
    beside: dict[int, list[str]] = {}
    for each in walk(entries, TOPIC) if entries else ():
        field = TOPIC.at(each.path)
        if field is None or not field.translated or field.allowed:
            continue
        at = each.node.line - 1
        while at > 0 and not _BEGINS.match(lines[at]):
            at -= 1  # the text of a sign > begins below its name; a comment inside it would be shown
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        beside.setdefault(at, []).extend(f"{indent}# {line}\n" for line in wrap(each.words, 100))
    return [line for at, line in enumerate(lines) for line in (*beside.get(at, ()), line)]


def new_topic(folder: Path, language: str, name: str, original: Topic | None, today: date) -> str | None:
    """Return the text of a file without errors; None if the original's review has no lines of its own.

    Args:
        folder: The content folder.
        language: The language of the new file.
        name: The topic's.
        original: The topic in the language from which it is to be translated; None for a new one.
        today: Becomes the day of the last change.
    """
    if original is None:
        title = name.replace("-", " ").strip().capitalize()[:40] or "New page"
        return _TEMPLATE.format(schema=first_line("topic", 1), title=title, today=today.isoformat(), **TEMPLATE)
    path = folder / original.language / f"{original.name}.yaml"
    lines = with_originals(path, original, path.read_text("utf-8-sig").splitlines(keepends=True))
    made_from = block_lines(lines, "translation")
    if made_from:
        del lines[made_from[0] : made_from[1] + 1]
    block = block_lines(lines, "review")
    if block is None:
        return None
    start, last = block
    note = [
        f"# To be translated from {language_name(original.language)}; until then, patients read that text. Then run\n",
        f'#   kiosk translated {language}/{name} --by "NAME"\n',
        "# with the name of the translator.\n",
        "translation:\n",
        f'  from: "{NOT_YET}"\n',
        "  translator: not yet translated\n",
        "review:\n",
        "  status: not yet approved\n",
    ]
    return "".join([*lines[:start], *note, *lines[last + 1 :]])
