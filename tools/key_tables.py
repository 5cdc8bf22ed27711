"""Writes the files made from the rows of `Action`: the standard key map as YAML, and the table of keys in the README.

python tools/key_tables.py
"""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.terminal.key_maps.key_map_file import FOLDER
from kiosk.terminal.key_maps.key_names import ARRIVES, shown_name
from kiosk.visit.terms.action import PICKS, Action, help_lines
from kiosk.visit.terms.keys import MOVING

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
STANDARD = FOLDER / "standard.yaml"
HEAD = f"""\
# An ordinary keyboard. Made from kiosk/visit/terms/action.py by tools/key_tables.py.
about: An ordinary keyboard, with or without a number pad.
moving: {MOVING[0]}
keys:
"""
MARKS = ("<!-- keys: made by tools/key_tables.py -->\n", "<!-- end of keys -->\n")
ON_KEYCAPS = {"escape": "Esc", "shift-tab": "Shift+Tab", "T": "Shift+T"}
"""The label on keyboards, if it differs from the kiosk's name of the key."""


def standard_map() -> str:
    """Return the text of `standard.yaml`."""
    lines = [HEAD]
    for action in Action:
        if action.keys:
            name = "" if shown_name(action.keys[0]) == action.called else f", name: {action.called}"
            lines.append(f"  {action.value}: {{press: [{', '.join(action.keys)}]{name}}}\n")
    lines.append("languages:\n  # Ayuda, dónde, idioma.\n")
    for action in Action:
        for language, letter in action.own.items():
            lines.append(
                f"  - {{language: {language}, action: {action.value}, press: [{letter}], name: {letter.upper()}}}\n"
            )
    return "".join(lines)


def key_table() -> str:
    """Return the table of the README, in Markdown."""
    lines = ["| Key | What it does |\n", "|---|---|\n"]
    for line in help_lines():
        keys = [f"`{_keycap(key)}`" for action in line for key in _told(action)]
        if keys:
            lines.append(f"| {' '.join(keys)} | {_jobs(line)} |\n")
    first, last = _keycap(PICKS[0].keys[0]), _keycap(PICKS[-1].keys[0])
    lines.insert(3, f"| `{first}` to `{last}` | {PICKS[0].job} |\n")
    return "".join(lines)


def with_table(text: str) -> str:
    """Return the README with the present table. Raises ValueError if its place is not marked."""
    start, end = (text.index(mark) for mark in MARKS)
    return text[: start + len(MARKS[0])] + key_table() + text[end:]


def _jobs(line: tuple[Action, ...]) -> str:
    first, *others = (action.job for action in line)
    return "; ".join([first, *(job[0].lower() + job[1:] for job in others)])


def _told(action: Action) -> tuple[str, ...]:
    """Return the keys to list: without the shifted character of a key and without rare keys."""
    return tuple(key for key in action.keys if not re.fullmatch(r"volume-.*|.*-than|equals|underscore", key))


def _keycap(key: str) -> str:
    sign = ARRIVES.get(key, ("",))[0]
    return ON_KEYCAPS.get(key) or (sign if len(sign) == 1 else shown_name(key).title())


def main() -> None:
    """Write both files."""
    STANDARD.write_text(standard_map(), "utf-8")
    README.write_text(with_table(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
