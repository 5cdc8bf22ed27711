"""The text of a new topic file: a template with a note at each part, or a page that waits for its translator."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.content.approval.edit_review import review_lines
from kiosk.content.model.library import Topic
from kiosk.content.schema.json_schema import first_line

NOT_YET = "0" * 16
"""Stands for no text, so that patients read the first language until the translator is ready."""

_TEMPLATE = """\
{schema}
# What this page is about, in a few words, for whoever opens the file next.
# A line that starts with # is a note; patients do not see it. Run "check" after each change.

# The heading of the page, and the words in the menu (leave the line out where they are the same).
title: {title}
menu-label: {title}

# The day of your last change.
last-changed: {today}

# A clinician reads the page; then run "approve". Please do not fill this in by hand.
review:
  status: not yet approved

# Where the facts can be looked up.
sources:
  - name: Publisher, title of the page or leaflet

# Questions that patients could ask about it; at most five. Delete the three lines where there are none.
questions:
  - What does this mean for me?
  - What should I do next?

# The parts of the page. Each has a heading, and a text, or points, or both.
sections:
  - heading: A short heading
    # Start the text on the line below the sign >. An empty line makes a new paragraph.
    # Notes like this one stand above "text:"; among the lines of the text they would be shown to patients.
    text: >
      Write here what patients should know. Short sentences are best.
      Say “you” and “we”.

      Tell patients what they can do. They can call <clinic> at <phone>.

  - heading: A list
    # At most seven points. Put a text that has a colon in it between double quotes.
    points:
      - The first point
      - The second point
"""


def new_topic(folder: Path, name: str, original: Topic | None, today: date) -> str | None:
    """A file that is right at once; None where the original has its review in a form that lines cannot be taken from.

    Args:
        folder: The content folder.
        name: The topic's.
        original: The topic in the clinic's first language, where the file is to be a translation of it.
        today: The day.
    """
    if original is None:
        title = name.replace("-", " ").strip().capitalize()[:40] or "New page"
        return _TEMPLATE.format(schema=first_line("topic", 1), title=title, today=today.isoformat())
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
