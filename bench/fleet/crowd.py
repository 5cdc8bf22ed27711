"""Many kiosks in one process: each opens a connection of its own and sends what a real look sends, byte for byte."""

from __future__ import annotations

import asyncio
import random
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Tally:
    """What came of a crowd's looks."""

    looks: list[float] = field(default_factory=list)
    """Seconds from the start of each look, connecting included, to its last byte."""
    errors: list[str] = field(default_factory=list)


async def crowd(
    address: tuple[str, int], paths: Sequence[str], wanted: Sequence[int], count: int, seconds: float,
    tls: ssl.SSLContext | None = None,
) -> Tally:  # fmt: skip
    """`count` looks, each at a random moment of `seconds`, as the jitter of the timer has it.

    Args:
        address: Of the web server.
        paths: What a look asks for, in order, on one connection.
        wanted: The statuses that a real look got.
        count: How many kiosks look.
        seconds: In what time.
        tls: For https.
    """
    tally = Tally()
    chance = random.Random(1)
    moments = sorted(chance.uniform(0, seconds) for _ in range(count))
    start = time.monotonic()
    tasks = []
    for moment in moments:
        await asyncio.sleep(max(0.0, start + moment - time.monotonic()))
        tasks.append(asyncio.create_task(_look(address, paths, wanted, tally, tls)))
    await asyncio.gather(*tasks)
    return tally


async def _look(
    address: tuple[str, int], paths: Sequence[str], wanted: Sequence[int], tally: Tally, tls: ssl.SSLContext | None
) -> None:
    start = time.monotonic()
    try:
        async with asyncio.timeout(60):
            reader, writer = await asyncio.open_connection(*address, ssl=tls)
            for path, status in zip(paths, wanted, strict=True):
                writer.write(request(address, path))
                found = await _answer(reader)
                if found != status:
                    tally.errors.append(f"{path}: {found}")
            writer.close()
    except (OSError, TimeoutError, asyncio.IncompleteReadError, ssl.SSLError) as error:
        tally.errors.append(repr(error))
        return
    tally.looks.append(time.monotonic() - start)


def request(address: tuple[str, int], path: str) -> bytes:
    """As http.client writes it for `kiosk.fleet.receive.fetch`; `__main__` compares its length with a real one's."""
    host = f"{address[0]}:{address[1]}"
    return (
        f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: kiosk-fleet\r\nAccept-Encoding: identity\r\n\r\n"
    ).encode()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = next(int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length"))
    await reader.readexactly(length)
    return int(head.split()[1])
