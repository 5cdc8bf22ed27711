"""Three days of visits on a clock that is handed in, while the wall clock jumps by ten years either way."""

from __future__ import annotations

import asyncio
import gc
import random
from datetime import datetime, timedelta
from pathlib import Path

from textual import events

from bench.soak.resources import resources
from bench.soak.row import Row
from kiosk.content.model.library import Library
from kiosk.terminal.key_map import STANDARD
from kiosk.ui.app import KioskApp
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import WARNING

HOURS = 72
TICK_S = 0.25
YEARS = timedelta(days=3652)


class HandClock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def _days(library: Library, hours: float) -> Row:
    clock, chance = HandClock(), random.Random(2)
    app = KioskApp(Attendant(library, Grid(80, 24), clock()), None, text_size="plain", clock=clock)
    longest = library.clinic.warn_after + library.clinic.countdown
    visits = resets = wrong = 0
    warm = None
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        while clock.now < hours * 3600:
            visits += 1
            for _ in range(chance.randrange(1, 30)):
                key = chance.choice([*STANDARD])
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await pilot.pause()
                clock.now += chance.uniform(0.2, 20.0)
                app._tick()
            there = not app.attendant.at_rest
            quiet = 0.0
            while quiet < longest + 1:
                clock.now += 5.0
                quiet += 5.0
                app._tick()
            await pilot.pause()
            resets += there and app.attendant.at_rest
            wrong += not app.attendant.at_rest or app.attendant.page.sheet != "disclaimer"
            clock.now += chance.uniform(0, 600)
            if warm is None and clock.now > hours * 3600 / 3:  # by then all that is loaded late has been
                gc.collect()
                warm = resources()
        gc.collect()
        after = resources()
    assert warm is not None
    growth = 100 * (after.memory_kb - warm.memory_kb) / warm.memory_kb
    same = (after.descriptors, after.threads) == (warm.descriptors, warm.threads)
    outcome = (
        f"{hours:.0f} h, {visits:,} visits, {resets:,} resets, {wrong} wrong, memory {growth:+.1f} % from day 1 to 3, "
        f"descriptors and threads as before: {same}"
    )
    return Row("Simulated visits", outcome, "72 h, memory under +5 %, no growth", growth < 5 and same and not wrong)


def days(library: Library, scratch: Path, hours: float = HOURS) -> Row:
    """Visits of random keys, each left to the idle clock."""
    return asyncio.run(_days(library, hours))


def jumps(library: Library, scratch: Path, visits: int = 2_000) -> Row:
    """The wall clock jumps at every look; the idle clock must ask and end to the second all the same."""
    chance = random.Random(3)
    wrong = 0
    now = 0.0
    attendant = Attendant(library, Grid(80, 24), now)
    ask, end = library.clinic.warn_after, library.clinic.warn_after + library.clinic.countdown
    for _ in range(visits):
        attendant.act(Action.OTHER, now)
        attendant.act(Action.CHOOSE, now)
        since = now
        while now - since < end + 1:
            now += TICK_S
            attendant.tick(now, False, datetime.now() + chance.uniform(-1, 1) * YEARS)
            quiet = now - since
            wrong += (attendant.page.sheet == WARNING) != (ask <= quiet < end)
            wrong += attendant.at_rest != (quiet >= end)
    outcome = f"{visits:,} visits under random jumps: {wrong} false or missed"
    return Row("Wall-clock jumps of up to 10 years", outcome, "no false and no missed reset", wrong == 0)
