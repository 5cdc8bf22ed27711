"""A million random keys, in the app and in the visit alone."""

from __future__ import annotations

import asyncio
import gc
import random
import time
from pathlib import Path

from textual import events

from bench.soak.resources import resources
from bench.soak.row import Row
from kiosk.content.model.library import Library
from kiosk.terminal.key_map import STANDARD
from kiosk.ui.app import KioskApp
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant

AT_ONCE = 500
"""Keys that are posted before the app is waited for."""
OTHERS = ("f2", "ctrl+c", "ctrl+q", "ctrl+p", "delete", "f24", "x", "ö", "tab", "ctrl+z", "insert")


async def press(library: Library, count: int, seed: int) -> Row:
    """`count` random keys through the app's own queue, with whatever each of them draws."""
    chance = random.Random(seed)
    keys = [*STANDARD, *OTHERS]
    app = KioskApp(Attendant(library, Grid(80, 24), time.monotonic()), None, text_size="plain")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        posted, warm, begun = 0, None, time.monotonic()
        while posted < count:
            for _ in range(min(AT_ONCE, count - posted)):
                key = chance.choice(keys)
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                posted += 1
            await pilot.pause()
            if warm is None and posted >= min(count // 10, 50_000):
                gc.collect()
                warm = resources()
        took = time.monotonic() - begun
        gc.collect()
        after = resources()
        alive = app.is_running
        rows = len(app.attendant.page.rows)
    assert warm is not None
    growth = 100 * (after.memory_kb - warm.memory_kb) / warm.memory_kb
    outcome = f"{posted:,} keys in {took:.0f} s, memory {growth:+.1f} %, running: {alive}, rows on the page: {rows}"
    return Row("Random keys in the app", outcome, "1,000,000, no crash", alive and rows == 24 and posted >= 1_000_000)


def run(library: Library, scratch: Path, count: int = 1_000_000) -> Row:
    """See `press`."""
    return asyncio.run(press(library, count, seed=1))
