"""Random and hostile bytes through real terminals: no kiosk may end, and a key has to repaint after each stream."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle, repeat
from multiprocessing import get_context
from pathlib import Path

from bench.soak.row import Row, spread
from kiosk.content.model.library import Library
from tests.pty.terminal import KIOSK, Terminal
from tests.pty.test_hostile_input import PIECES
from tests.pty.test_touch import REPORTS

STREAMS = int(os.environ.get("KIOSK_STREAMS", "10000"))
KIOSKS = 4
"""So many at once; each gets its share of the streams, one after the other."""
LENGTHS = range(200, 1_900)
"""Bytes of a stream: a terminal holds 4,095 that nobody has read yet."""
OPEN_S = 0.12
"""After so long without a byte an open sequence is given up."""
SOON_S = 0.5
"""Within so long a key has to repaint."""
DEAF_S = 10.0


@dataclass(frozen=True)
class Outcome:
    """What came of one kiosk's share."""

    sent: int
    """Bytes."""
    waits: list[float]
    """Seconds from a key to what it changed, after each stream."""
    ended: int
    """How often the app ended, or was started again."""


def streams(seed: int, count: int) -> Iterator[bytes]:
    """So many streams: known threats, halves of them, reports of a pointer, keys, and bytes by chance."""
    chance = random.Random(seed)
    for _ in range(count):
        length, stream = chance.choice(LENGTHS), bytearray()
        while len(stream) < length:
            kind = chance.random()
            if kind < 0.4:
                piece = chance.choice(PIECES + REPORTS)
                stream += piece[: chance.randrange(1, len(piece) + 1)] if chance.random() < 0.3 else piece
            elif kind < 0.6:
                stream += chance.choice(b"w0123456789tTcehlms +-.,\r\t\x7f").to_bytes()
            else:
                stream += chance.randbytes(chance.randrange(1, 40))
        yield bytes(stream[:length])


def app(terminal: Terminal) -> str:
    """The process that draws, below the supervisor; empty while there is none."""
    return Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().strip()


def answer(terminal: Terminal) -> float:
    """Seconds from a key to what it changes. One that changes nothing where the visitor is, is followed by another."""
    before, begun = len(terminal.output), time.monotonic()
    keys = cycle("w0")
    while len(terminal.output) == before and time.monotonic() - begun < DEAF_S:
        terminal.send(next(keys))
        terminal.read(0.1)
    return terminal.came - begun if len(terminal.output) > before else DEAF_S


def share(seed: int, count: int, device: str) -> Outcome:
    """One kiosk gets so many streams."""
    sent, waits, ended = 0, [], 0
    with Terminal((*KIOSK, "run", "--device", device)) as terminal:
        terminal.wait_for("Before you start", 60)
        terminal.settle(1.0)
        running = app(terminal)
        for stream in streams(seed, count):
            terminal.send(stream)
            sent += len(stream)
            quiet_at = time.monotonic() + 5
            while terminal.read(0.03) and time.monotonic() < quiet_at:
                del terminal.output[:]
            terminal.read(OPEN_S)
            waits.append(answer(terminal))
            if app(terminal) != running:
                ended += 1
                terminal.settle(3.0)
                running = app(terminal)
    return Outcome(sent, waits, ended)


def run(library: Library, scratch: Path) -> Row:
    """All streams, in several kiosks at once."""
    devices = []
    for pointer in "none", "touch":  # every other kiosk has a touch screen
        devices.append(str(scratch / f"{pointer}.yaml"))
        (scratch / f"{pointer}.yaml").write_text(f"sound: off\ntext-size: plain\npointer: {pointer}\n")
    begun = time.monotonic()
    with ProcessPoolExecutor(KIOSKS, mp_context=get_context("spawn")) as pool:
        shares = list(pool.map(share, range(KIOSKS), repeat(-(-STREAMS // KIOSKS)), cycle(devices)))
    waits = [wait for each in shares for wait in each.waits]
    ended, sent = sum(each.ended for each in shares), sum(each.sent for each in shares)
    late = sum(wait > SOON_S for wait in waits)
    outcome = (
        f"{len(waits):,} streams, {sent / 1e6:.1f} MB in {time.monotonic() - begun:.0f} s, {KIOSKS} kiosks at once: "
        f"{ended} ends; a key then repaints after {spread(waits)}, {late} later than 500 ms"
    )
    asked = "10,000 (10 MB), no exit; a key repaints within 500 ms after each"
    return Row("Hostile byte streams", outcome, asked, ended == 0 and late == 0 and len(waits) >= STREAMS)
