"""A repair is tried before it is advised: the file is right after it, and no word is lost or joined to another text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.files.source_file import read_lines
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.repair.advise import repaired
from kiosk.content.repair.edit import Slip
from kiosk.content.repair.mend import mend, outcome
from kiosk.content.schema.field import Field
from kiosk.content.schema.fields import FILES
from tests.conftest import ROOT

GROUPS = {kind.name: kind.group for kind in FILES}
READER = fastest_reader()
TOPIC = """\
title: The signs
menu-label: The signs
last-changed: 2026-11-22
review:
  status: not yet approved
sources:
  - name: A publisher
    address: https://www.example.org/
questions:
  - What could be the cause?
sections:
  - heading: Tell us
    text: >
      Tell your care team about any of the signs. Then we can look for
      the cause.
  - heading: Signs to tell us about
    points:
      - Bone pain that lasts
      - Weight loss, or no wish to eat
      - A cough that stays
""".splitlines()
WORDS = """\
words:
  - write: MBC
    say: metastatic breast cancer
  - write: nadir
    say: nay deer
""".splitlines()
CLINIC = (ROOT / "content/clinic.yaml").read_text().splitlines()


def texts(lines: list[str], group: Field) -> list[str]:
    """Every name and text of a file, as letters and digits."""

    def inside(value: Value) -> list[str]:
        match value:
            case Text():
                return [value.clean]
            case Items():
                return [text for item in value.items for text in inside(item)]
            case Entries():
                return [text for name, each in value.entries for text in (name.clean, *inside(each))]

    entries = read_lines(Diagnostics("", lines), group, READER)
    assert entries is not None
    return [re.sub(r"[^\w]+", " ", text).strip().lower() for text in inside(entries)]


def typed(lines: list[str], old: str, *new: str) -> list[str]:
    """Return `lines` with `new` in place of the line that begins with `old`."""
    at = next(number for number, line in enumerate(lines) if line.strip().startswith(old))
    return [*lines[:at], *new, *lines[at + 1 :]]


@pytest.mark.parametrize(
    ("faulty", "line", "becomes"),
    [
        (typed(TOPIC, "- Weight", "      - Weight loss, or no wish to eat", "      A rash"), 20, "      - A rash"),
        (typed(TOPIC, "- Weight", "        Weight loss, or no wish to eat"), 19,
         "      - Weight loss, or no wish to eat"),
        (typed(TOPIC, "- Bone", "      * Bone pain that lasts"), 18, "      - Bone pain that lasts"),
        (typed(TOPIC, "- Bone", "      ‐ Bone pain that lasts"), 18, "      - Bone pain that lasts"),
        (typed(TOPIC, "- heading: Signs", "    heading: Signs to tell us about"), 16,
         "  - heading: Signs to tell us about"),
        (typed(TOPIC, "title", " title: The signs"), 1, "title: The signs"),
        (typed(TOPIC, "- A cough", "      - A cough", "that stays"), 21, "        that stays"),
        (typed(typed(TOPIC, "text: >", "    text:"), "the cause", "      the cause: now."), 13, "    text: >"),
        *((typed(TOPIC, "- Weight", f"{' ' * spaces}- Weight loss, or no wish to eat"), 19,
           "      - Weight loss, or no wish to eat") for spaces in (4, 5, 8)),
        (typed(TOPIC, "points:", "points:"), 17, "    points:"),
        (typed(TOPIC, "- A cough", "      - A cough: that stays"), 20, '      - "A cough: that stays"'),
        (typed(TOPIC, "menu-label", "Menu-label: The signs"), 2, "menu-label: The signs"),
    ],
)  # fmt: skip
def test_each_slip_is_undone_on_its_own_line(faulty: list[str], line: int, becomes: str):
    (edit,) = mend(faulty, GROUPS["topic"], READER)
    assert (edit.first, edit.after) == (line, (becomes,))


def test_a_word_and_how_it_is_said_get_their_names():
    (edit,) = mend([*WORDS, "  Nguyen: nwin"], GROUPS["words"], READER)
    assert edit.after == ("  - write: Nguyen", "    say: nwin")


def test_the_lost_dash_of_a_word_costs_no_other_word():
    (edit,) = mend(typed(WORDS, "- write: nadir", "    write: nadir"), GROUPS["words"], READER)
    assert edit.after == ("  - write: nadir",)


def test_lines_whose_sign_was_taken_away_but_not_the_space_are_moved():
    faulty = [line.replace("# show-unapproved", " show-unapproved") for line in CLINIC]
    (edit,) = mend(faulty, GROUPS["clinic"], READER)
    assert edit.after == ("show-unapproved: no",)


def test_notes_that_belong_to_a_name_are_taken_in_with_it():
    faulty = [line.replace("# opening-hours", "opening-hours") for line in CLINIC]
    (edit,) = mend(faulty, GROUPS["clinic"], READER)
    assert edit.slip is Slip.COMMENT
    assert edit.after[1].startswith("  - days:")
    assert not any("closed-on" in line for line in edit.after)


def test_two_slips_are_undone_together_and_counted_in_the_file_as_it_was():
    faulty = typed(typed(TOPIC, "title", " title: The signs"), "- A cough", "      A cough that stays")
    edits = mend(faulty, GROUPS["topic"], READER)
    assert [edit.first for edit in edits] == [1, 20]
    assert repaired(faulty, edits) == TOPIC


def test_what_nobody_can_guess_is_not_guessed():
    assert mend(typed(TOPIC, "last-changed", "last-changed: soon"), GROUPS["topic"], READER) == ()
    assert mend(["%&/ (", "]["], GROUPS["topic"], READER) == ()


SLIPS: dict[str, Callable[[str], str]] = {
    "dash lost": lambda line: re.sub(r"^( *)- ", r"\1", line),
    "dash for spaces": lambda line: re.sub(r"^( *)- ", r"\1  ", line),
    "star": lambda line: re.sub(r"^( *)- ", r"\1* ", line),
    "bullet": lambda line: re.sub(r"^( *)- ", r"\1• ", line),
    "long dash": lambda line: re.sub(r"^( *)- ", r"\1– ", line),
    "dash without space": lambda line: re.sub(r"^( *)- ", r"\1-", line),
    "a space more": lambda line: " " + line,
    "two spaces more": lambda line: "  " + line,
    "four spaces more": lambda line: "    " + line,
    "a space less": lambda line: line.removeprefix(" "),
    "two spaces less": lambda line: line.removeprefix("  "),
    "no spaces": lambda line: line.lstrip(),
    "no colon": lambda line: re.sub(r"^( *(?:- )?[a-z-]+):(?= )", r"\1", line),
    "no space after the colon": lambda line: re.sub(r"^( *(?:- )?[a-z-]+): (?=\w)", r"\1:", line),
    "capital letter": lambda line: re.sub(r"^( *(?:- )?)([a-z])(?=[a-z-]*:)", lambda m: m[1] + m[2].upper(), line),
}


@pytest.mark.slow
@pytest.mark.parametrize("slip", SLIPS)
def test_any_slip_in_any_text_is_undone_without_losing_or_joining_a_word(slip: str):
    chosen = random.Random(slip)
    files = [(path, GROUPS["topic"]) for path in sorted((ROOT / "content").glob("e[ns]/*.yaml"))]
    files += [(ROOT / "content/clinic.yaml", GROUPS["clinic"]), (ROOT / "content/words.yaml", GROUPS["words"])]
    tried = 0
    for _ in range(400):
        path, group = chosen.choice(files)
        right = Path(path).read_text().splitlines()
        at = chosen.randrange(len(right))
        slipped = SLIPS[slip](right[at])
        faulty = [*right[:at], slipped, *right[at + 1 :]]
        if not right[at].strip() or right[at].lstrip().startswith("#") or slipped == right[at]:
            continue
        if outcome(faulty, group, READER).fault == (0, 0, 0):
            assert texts(faulty, group) == texts(right, group), (
                f"{path.name}, line {at + 1}: {slipped!r} is not noticed"
            )
            continue
        edits = mend(faulty, group, READER)
        assert edits, f"{path.name}, line {at + 1}: {slipped!r}"
        assert texts(repaired(faulty, edits), group) == texts(right, group), f"{path.name}, line {at + 1}: {edits}"
        tried += 1
        if tried == 8:
            return
    assert tried
