"""Draws the pictures of `docs/pictures`: `make screenshots`.

The real app runs with the shipped content, and is brought to each page by the keys that a visitor would press. What
it draws then is the picture. The voice is played by a stand-in, so that no sound is needed.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from textual.pilot import Pilot

from kiosk.content.reader import read_content
from kiosk.device.device import Device
from kiosk.locale.wordings import wordings
from kiosk.preview.app import PreviewApp
from kiosk.preview.draft import Draft
from kiosk.ui.app import KioskApp
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.sheet import Role

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
FONTS = '"DejaVu Sans Mono", Menlo, Consolas, monospace'
"""A system font, so that no viewer has to fetch one."""
CELL_WIDTH, CELL_HEIGHT, FIRST_ROW = 12.2, 24.4, 1.5
"""Size of a cell in the exported picture, and the top of its first row."""
BORDER = 10
"""Empty space around the screen, in units of the picture."""
UNDERLINE = 0.9
"""Position of an underline, as a fraction of a cell's height."""
LIT_WORD = 3
"""Index of the highlighted word in the highlighted sentence."""
LONGEST_WAIT_S = 10.0

_SOLID = {
    "▀": ((0, 0, 1, 0.5),),
    "▄": ((0, 0.5, 1, 1),),
    "█": ((0, 0, 1, 1),),
    "▌": ((0, 0, 0.5, 1),),
    "▐": ((0.5, 0, 1, 1),),
    "▖": ((0, 0.5, 0.5, 1),),
    "▗": ((0.5, 0.5, 1, 1),),
    "▘": ((0, 0, 0.5, 0.5),),
    "▝": ((0.5, 0, 1, 0.5),),
    "▙": ((0, 0, 0.5, 1), (0.5, 0.5, 1, 1)),
    "▟": ((0.5, 0, 1, 1), (0, 0.5, 0.5, 1)),
    "▛": ((0, 0, 1, 0.5), (0, 0.5, 0.5, 1)),
    "▜": ((0, 0, 1, 0.5), (0.5, 0.5, 1, 1)),
    "▚": ((0, 0, 0.5, 0.5), (0.5, 0.5, 1, 1)),
    "▞": ((0.5, 0, 1, 0.5), (0, 0.5, 0.5, 1)),
    "┃": ((0.4, 0, 0.6, 1),),
    "━": ((0, 0.45, 1, 0.55),),
}
"""Characters that a terminal draws without gaps, as rectangles: left, top, right, bottom."""


@dataclass(frozen=True)
class Picture:
    """One picture: the size of the terminal, the keys to press, and the place where they lead."""

    name: str
    columns: int
    rows: int
    keys: Sequence[str]
    place: str
    lit: bool = False
    """True to highlight a sentence and a word, as during speech."""
    text_size: str = Device.text_size
    """As in `device.yaml`."""
    mistakes: int = 0
    """Number of content errors in the sign for staff."""


_MENU = ("space", "enter")
PLAN = (
    Picture("menu", 120, 34, (*_MENU, "down"), "menu", text_size="plain"),
    Picture("menu-lens", 80, 24, (*_MENU, "down"), "menu"),
    Picture("menu-large", 80, 24, (*_MENU, "t", "t", "down"), "menu"),
    Picture("menu-light", 64, 18, (*_MENU, "c"), "menu", text_size="plain"),
    Picture("menu-spanish", 64, 18, (*_MENU, "l"), "menu", text_size="plain"),
    Picture("menu-46x13", 46, 13, _MENU, "menu"),
    Picture("menu-20x6", 20, 6, _MENU, "menu"),
    Picture("topic", 80, 24, (*_MENU, "2"), "signs", lit=True),
    Picture("topic-plain", 120, 34, (*_MENU, "2"), "signs", lit=True, text_size="plain"),
    Picture("care-cards", 64, 18, (*_MENU, "e"), "feel-unwell", text_size="plain"),
    Picture("care-card", 64, 18, (*_MENU, "e", "1"), "feel-unwell/1", text_size="plain"),
    Picture("take-away", 80, 24, (*_MENU, "2", "4", "pagedown"), "signs/take-away", text_size="plain"),
    Picture("staff-sign", 80, 24, (), "disclaimer", text_size="plain", mistakes=2),
)


class Silent:
    """A narrator that says nothing."""

    sounding = False

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments, **named: None


async def take(picture: Picture) -> str:
    """Return the picture as SVG."""
    library = read_content(ROOT / "content").library
    if library is None:
        raise SystemExit("The content has errors: see “python3 run_kiosk.py check”.")
    app = KioskApp(
        Attendant(library, Grid(80, 24), monotonic(), wordings()),
        lambda app: Silent(),  # type: ignore[arg-type,return-value]
        text_size=picture.text_size,
    )
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        await until(pilot, app, "disclaimer")
        await pilot.press(*picture.keys)
        await until(pilot, app, picture.place)
        if picture.mistakes:
            app.set_problems(picture.mistakes)
            await pilot.pause(0.2)
        if picture.lit:
            _light(app)
            await pilot.pause(0.2)
        return drawn_everywhere(app.export_screenshot(simplify=True))


async def take_preview(spoilt: bool) -> str:
    """Return the preview of a topic; with `spoilt`, of one that was just saved with a mistake."""
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        copytree(ROOT / "content", content)
        path = content / "en" / "signs.yaml"
        app = PreviewApp(Draft(path, date.today()), path.name)
        async with app.run_test(size=(122, 27)) as pilot:
            if spoilt:
                text = path.read_text("utf-8")
                path.write_text(text.replace("You have bone or joint pain that lasts.", "Pain: in the bones"), "utf-8")
                await pilot.pause(2.0)
            await pilot.pause(0.2)
            return drawn_everywhere(app.export_screenshot(simplify=True))


async def until(pilot: Pilot[int], app: KioskApp, place: str) -> None:
    """Wait until the page of `place` is on the screen."""
    end = asyncio.get_running_loop().time() + LONGEST_WAIT_S
    while app.attendant.page.sheet != place:
        if asyncio.get_running_loop().time() > end:
            raise SystemExit(f"The keys lead to “{app.attendant.page.sheet}” instead of “{place}”.")
        await pilot.pause(0.05)
    await pilot.pause(0.2)


def _light(app: KioskApp) -> None:
    """Report to the app that the first sentence of the page is being spoken."""
    page = app.attendant.page
    unit = next((unit for unit in page.units if page.part(unit).role is Role.TEXT), page.units[0])
    text = page.sentence(unit)
    words = list(re.finditer(r"\w+", text))
    word = words[min(LIT_WORD, len(words) - 1)]
    utterance = Utterance(text, app.attendant.visit.settings.language, unit)
    app.started(utterance)
    app.word(utterance, word.start(), word.end())


def drawn_everywhere(svg: str) -> str:
    """Return the picture so that it looks the same everywhere: no fonts to fetch, solid characters as rectangles."""
    svg = re.sub(r"@font-face\s*{.*?}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    edge = re.search(r'clip-terminal">\s*<rect x="0" y="0" width="(.*?)" height="(.*?)"', svg)
    assert edge is not None, "the export of Textual has changed"
    width, height = map(float, edge.groups())
    # The export cuts off the feet of the last row.
    height = round((height + 1) / CELL_HEIGHT) * CELL_HEIGHT + FIRST_ROW
    svg = svg.replace(edge.group(), edge.group().replace(f'height="{edge[2]}"', f'height="{height:g}"'))
    left, top = map(float, re.findall(r'translate\((\d+), (\d+)\)" clip-path', svg)[0])
    x, y = left - BORDER, top + FIRST_ROW - BORDER
    width, height = width + 2 * BORDER, height - FIRST_ROW + 2 * BORDER
    svg = re.sub(r'viewBox=".*?"', f'viewBox="{x:g} {y:g} {width:g} {height:g}" xml:space="preserve"', svg, count=1)
    ground = re.findall(r'clip-terminal\)">\s*<rect fill="(.*?)"', svg)[0]
    frame = f'<rect fill="{ground}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="8"/>'
    svg = re.sub(r'<rect fill="[^"]*" stroke="rgba[^>]*/>', frame, svg, count=1)
    svg = re.sub(r'<text class="[^"]*-title".*?</g>\s*', "", svg, count=1, flags=re.DOTALL)
    pattern = (
        r'<text class="([^"]*)" x="([^"]*)" y="([^"]*)" textLength="[^"]*" clip-path="url\(#([^"]*)\)">(.*?)</text>'
    )
    underlined = set(re.findall(r"\.(\S+) {[^}]*underline[^}]*}", svg))
    svg = re.sub(pattern, lambda match: _solid_signs(match, match[1] in underlined), svg)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _solid_signs(match: re.Match[str], underlined: bool) -> str:
    """Return a run of text with its solid characters as rectangles."""
    look, x, y, clip, text = match.groups()
    signs = unescape(text)
    if not any(sign in _SOLID for sign in signs):
        return match.group()
    top = int(clip.rsplit("-", 1)[1]) * CELL_HEIGHT + FIRST_ROW
    rectangles = []
    others = []
    for at, sign in enumerate(signs):
        left = float(x) + at * CELL_WIDTH
        for x0, y0, x1, y1 in _SOLID.get(sign, ()):
            rectangles.append(
                f"M{left + x0 * CELL_WIDTH:.1f} {top + y0 * CELL_HEIGHT:.1f}"
                f"h{(x1 - x0) * CELL_WIDTH:.1f}v{(y1 - y0) * CELL_HEIGHT:.1f}h{(x0 - x1) * CELL_WIDTH:.1f}z"
            )
        if sign not in _SOLID and not sign.isspace():
            others.append(f'<text class="{look}" x="{left:.1f}" y="{y}">&#{ord(sign)};</text>')
    if underlined:
        width = len(signs) * CELL_WIDTH
        rectangles.append(f"M{float(x):.1f} {top + UNDERLINE * CELL_HEIGHT:.1f}h{width:.1f}v1.5h-{width:.1f}z")
    path = f'<path class="{look}" shape-rendering="crispEdges" d="{"".join(rectangles)}"/>'
    return path + "".join(others)


def main() -> None:
    """Draw all pictures."""
    # A terminal that can change its own font would be asked to, and the pictures would depend on it.
    os.environ.update(TERM="xterm-256color", TMUX="none")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for picture in PLAN:
        _write(picture.name, asyncio.run(take(picture)))
    _write("preview", asyncio.run(take_preview(spoilt=False)))
    _write("preview-mistake", asyncio.run(take_preview(spoilt=True)))


def _write(name: str, svg: str) -> None:
    path = PICTURES / f"{name}.svg"
    path.write_text(svg, encoding="utf-8")
    print(path.relative_to(ROOT))  # noqa: T201 - it is a tool


if __name__ == "__main__":
    main()
