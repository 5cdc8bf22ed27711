"""Draws every page of the content as PNG in `build/screenshots`, at three sizes and in all colours.

    python tools/every_page.py [SIZE …]        SIZE: large, middle, small

The pages come from the real app's own view. It needs `rsvg-convert` (Debian: librsvg2-bin). Where ImageMagick's
`montage` is there too, `contact-SIZE-COLOURS.png` shows all pages of a size side by side.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from screenshots import ROOT, drawn_everywhere

from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.terminal.lettering import Plain
from kiosk.ui.app import KioskApp
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.terms.names import ALL_KEYS, DISCLAIMER, MENU, WARNING, WHERE
from kiosk.visit.terms.trail import Place

FOLDER = ROOT / "build" / "screenshots"
ZOOM = 0.6
"""Size of the PNG relative to the SVG, whose cells are 12 by 24 units."""
THUMB = 320
"""Width of a page in a contact sheet, in pixels."""


@dataclass(frozen=True)
class Size:
    """A terminal, and its text size as in `device.yaml`."""

    name: str
    columns: int
    rows: int
    text_size: str


SIZES = (Size("large", 80, 24, "auto"), Size("middle", 46, 13, "plain"), Size("small", 80, 24, "plain"))
"""The lens, as in an unknown terminal; then 9 mm and 4.8 mm of a terminal's own letters."""


def pages(app: KioskApp, library: Library) -> Iterator[tuple[str, Page]]:
    """Yield every page with a name for its file."""
    view = app.attendant.visit.state.view
    warning = view.sheets.warning(round(library.clinic.countdown))
    where = view.sheets.where(view.reader.where(view.page(Place(MENU)), "", round(library.clinic.warn_after)))
    own = {WARNING: warning, WHERE: where}
    places = (*view.sheets.groups.names, *library.clinic.offered, *view.sheets.extras.places())
    for name in (DISCLAIMER, MENU, *places, ALL_KEYS, WARNING, WHERE):
        sheet = own.get(name)
        for number, cut in enumerate(view.cut(name, sheet)[1]):
            remarks = app.attendant.visit.state.remarks
            page = view.page(Place(name, number, cut.first_choice), remarks, sheet)
            yield f"{name.replace('/', '-')}-{number + 1:02}", page


async def draw(size: Size, library: Library) -> list[tuple[Path, str]]:
    """Return every page of one size as the PNG's path and the SVG's text."""
    app = KioskApp(Attendant(library, Grid(80, 24), monotonic()), None, text_size=size.text_size)
    drawn = []
    async with app.run_test(size=(size.columns, size.rows)) as pilot:
        await pilot.pause(0.2)
        look = app._appearance
        assert look is not None
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause(0.1)
            for name, page in pages(app, library):
                app.view.show(page, None, Plain() if page.own_letters else look.lettering)
                app.view.redraw()
                await pilot.pause()
                svg = drawn_everywhere(app.export_screenshot(simplify=True))
                drawn.append((FOLDER / f"{size.name}-{theme.name}" / f"{name}.png", svg))
    return drawn


def write(path: Path, svg: str) -> None:
    """Write the picture as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["rsvg-convert", "--zoom", str(ZOOM), "--output", str(path)], input=svg.encode(), check=True)


def contact_sheet(folder: Path) -> None:
    """Write all pages of a folder side by side."""
    files = sorted(str(file) for file in folder.glob("*.png"))
    shape = ["-tile", "6x", "-geometry", f"{THUMB}x+6+6", "-background", "gray"]
    subprocess.run(["montage", *files, *shape, str(FOLDER / f"contact-{folder.name}.png")], check=True)


def main() -> None:
    """Draw all pages."""
    if not shutil.which("rsvg-convert"):
        raise SystemExit("rsvg-convert is not installed (Debian: apt install librsvg2-bin).")
    library = read_content(ROOT / "content").library
    if library is None:
        raise SystemExit("The content has errors: see “python3 run_kiosk.py check”.")
    # A terminal that can change its own font would be asked to, and the pictures would depend on it.
    os.environ.update(TERM="xterm-256color", TMUX="none")
    for size in [size for size in SIZES if not sys.argv[1:] or size.name in sys.argv[1:]]:
        for theme in THEMES:
            shutil.rmtree(FOLDER / f"{size.name}-{theme.name}", ignore_errors=True)
        drawn = asyncio.run(draw(size, library))
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            list(workers.map(lambda each: write(*each), drawn))
        for folder in sorted({path.parent for path, _ in drawn}) if shutil.which("montage") else []:
            contact_sheet(folder)
        print(f"{size.name}: {len(drawn)} pictures in {FOLDER.relative_to(ROOT)}")  # noqa: T201 - it is a tool


if __name__ == "__main__":
    main()
