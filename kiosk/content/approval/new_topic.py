"""The text of a new topic file: a commented template, or a copy of the original for a translator."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.content.approval.edit_review import review_lines
from kiosk.content.model.library import Topic
from kiosk.content.model.samples import TEMPLATE
from kiosk.content.schema.json_schema import first_line

NOT_YET = "0" * 16
"""The fingerprint of no text, so that patients read the first language until the translation is ready."""

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


def new_topic(folder: Path, name: str, original: Topic | None, today: date) -> str | None:
    """Return the text of a file without errors; None if the original's review is not laid out in lines of its own.

    Args:
        folder: The content folder.
        name: The topic's.
        original: The topic in the clinic's first language, for a translation.
        today: Becomes the day of the last change.
    """
    if original is None:
        title = name.replace("-", " ").strip().capitalize()[:40] or "New page"
        return _TEMPLATE.format(schema=first_line("topic", 1), title=title, today=today.isoformat(), **TEMPLATE)
    path = folder / original.language / f"{original.name}.yaml"
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    block = review_lines(lines)
    if block is None:
        return None
    start, last = block
    note = [
        f"# To be translated from “{original.language}”. Patients read that page until the line “from” is\n",
        f"#   from: {original.written}\n",
        "translation:\n",
        f'  from: "{NOT_YET}"\n',
        "  translator: not yet translated\n",
        "review:\n",
        "  status: not yet approved\n",
    ]
    return "".join([*lines[:start], *note, *lines[last + 1 :]])
