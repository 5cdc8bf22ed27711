"""Draws a whole visit as one moving picture, `docs/pictures/visit.svg`: `make screenshots`.

The real app is brought from page to page by a visitor's keys, and each page is one frame. Style sheets alone move it; a
reader who asked for less motion sees the main menu only.
"""

from __future__ import annotations

import asyncio
import os
import re
from time import monotonic
from typing import NamedTuple

from screenshots import PICTURES, ROOT, Silent, drawn_everywhere, until

from kiosk.content.reader import read_content
from kiosk.locale.wordings import wordings
from kiosk.ui.app import KioskApp
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.speech_text.utterance import Utterance

COLUMNS, ROWS = 64, 18
AT_REST = 1
"""Index of the frame that is shown where nothing shall move."""


class Frame(NamedTuple):
    """A page of the visit: the keys that lead to it from the one before, and how long it is seen."""

    keys: tuple[str, ...]
    place: str
    seconds: float = 2.0
    word: int | None = None
    """Index of the word that is highlighted in the first sentence below the heading, as it is spoken."""


VISIT = (
    Frame((), "disclaimer", 3),
    Frame(("space", "enter"), "menu", 2),
    Frame(("down",), "menu", 1.5),
    Frame(("enter",), "signs", 0.6, 0),
    *(Frame((), "signs", 0.6, word) for word in range(1, 6)),
    Frame(("c",), "signs", 2),
    Frame(("c", "c", "c", "e"), "feel-unwell", 3),
    Frame(("1",), "feel-unwell/1", 4),
    Frame(("l",), "feel-unwell/1", 3),
)


async def frames() -> list[tuple[Frame, str]]:
    """Return each frame with its picture as SVG."""
    library = read_content(ROOT / "content").library
    if library is None:
        raise SystemExit("The content has errors: see “python3 run_kiosk.py check”.")
    attendant = Attendant(library, Grid(COLUMNS, ROWS), monotonic(), wordings())
    app = KioskApp(attendant, lambda app: Silent(), text_size="plain")  # type: ignore[arg-type,return-value]
    found = []
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        for frame in VISIT:
            await pilot.press(*frame.keys)
            await until(pilot, app, frame.place)
            if frame.word is not None:
                _speak(app, frame.word)
                await pilot.pause(0.2)
            found.append((frame, drawn_everywhere(app.export_screenshot(simplify=True))))
    return found


def _speak(app: KioskApp, word: int) -> None:
    """Report to the app that this word of the page's second sentence is being spoken."""
    page = app.attendant.page
    unit = page.units[1]
    utterance = Utterance(page.sentence(unit), app.attendant.visit.settings.language, unit)
    spoken = list(re.finditer(r"\w+", utterance.text))[word]
    if word == 0:
        app.started(utterance)
    app.word(utterance, spoken.start(), spoken.end())


def moving(pictures: list[tuple[Frame, str]]) -> str:
    """Return one picture that shows each of `pictures` for its time, again and again."""
    lasts = sum(frame.seconds for frame, _ in pictures)
    head = re.search(r"<svg[^>]*>", pictures[0][1])
    assert head is not None
    rules, layers, at = [], [], 0.0
    for number, (frame, svg) in enumerate(pictures):
        begin, at = at / lasts * 100, at + frame.seconds
        end = at / lasts * 100
        seen = f"0%{{opacity:{int(number == 0)}}} {begin:.2f}%,{end - 0.01:.2f}%{{opacity:1}} {end:.2f}%"
        rules.append(f"@keyframes f{number} {{{seen},100%{{opacity:0}}}}")
        rules.append(f"#f{number} {{animation: f{number} {lasts:g}s step-end infinite}}")
        own = re.sub(r"(terminal-)?\b(terminal-\d+)", rf"\2-{number}", svg)
        inner = own.partition(">")[2].rpartition("</svg>")[0]
        layers.append(f'<g id="f{number}" opacity="{int(number == AT_REST)}">{inner}</g>')
    still = "@media (prefers-reduced-motion: reduce) {g {animation: none !important}}"
    return f"{head.group()}<style>{' '.join(rules)} {still}</style>\n" + "\n".join(layers) + "\n</svg>\n"


def main() -> None:
    """Draw the visit."""
    os.environ.update(TERM="xterm-256color", TMUX="none")
    path = PICTURES / "visit.svg"
    path.write_text(moving(asyncio.run(frames())), "utf-8")
    print(path.relative_to(ROOT))  # noqa: T201 - it is a tool


if __name__ == "__main__":
    main()
