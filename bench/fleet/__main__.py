"""Prints what a web server has to do for many kiosks, measured with real looks and the same requests many times."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import resource
import shutil
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.fleet.crowd import Tally, crowd, request
from bench.fleet.relay import Relay
from bench.fleet.web import HTTP, HTTPS, Nginx
from kiosk.fleet.bundle import pack
from kiosk.fleet.publish.channels import Channels
from kiosk.fleet.receive.receiver import receive
from tests.conftest import ROOT
from tests.fleet.house import NOW, House

LOOKS_A_DAY = 96
"""Every quarter of an hour."""


class Bench:
    """The shipped content, published; and one kiosk that has it."""

    def __init__(self, place: Path, nginx: Nginx, house: House) -> None:
        self.place, self.nginx, self.house = place, nginx, house
        self.release = 0

    def publish(self) -> None:
        """Other content than before, as large as what is shipped."""
        self.release += 1
        folder = self.place / "content"
        if not folder.exists():
            shutil.copytree(ROOT / "content", folder)
        clinic = folder / "clinic.yaml"
        lines = [line for line in clinic.read_text().splitlines() if not line.startswith("phone:")]
        clinic.write_text("\n".join([*lines, f"phone: 555-{self.release:04}"]) + "\n")
        Channels(self.house.network, NOW).publish(pack(folder), "stable", 100, True, "")

    def look(self, port: int) -> tuple[list[str], list[int], list[tuple[int, int]]]:
        """What a real look asks for: paths, statuses, and the bytes of each request and answer as nginx counts them."""
        before = len(self.nginx.log())
        report = self.receive(f"http://127.0.0.1:{port}")
        assert report == "", report
        time.sleep(1.5)  # nginx flushes its log every second
        rows = [line.split() for line in self.nginx.log()[before:]]
        return [row[4] for row in rows], [int(row[1]) for row in rows], [(int(row[2]), int(row[3])) for row in rows]

    def receive(self, source: str) -> str:
        """A real look; the code of the problem, if any."""
        trusting = replace(self.house.settings, accept_unapproved=True, certificates=self.nginx.certificate)
        return receive(replace(trusting, source=source), datetime.now(UTC)).problem

    def on_the_wire(self, tls: bool) -> int:
        """Bytes of one real look, both ways."""
        with Relay(HTTPS if tls else HTTP) as relay:
            assert self.receive(f"http{'s' if tls else ''}://127.0.0.1:{relay.port}") == ""
            return relay.bytes


def tell(line: str) -> None:
    """One line of the report, at once."""
    print(line, flush=True)  # noqa: T201


def said(name: str, tally: Tally, seconds: float) -> None:
    """One line of the table."""
    took = sorted(value * 1000 for value in tally.looks)
    p50, p99 = statistics.median(took), took[min(len(took) - 1, round(0.99 * len(took)))]
    tell(
        f"{name:46} n {len(took):6}  errors {len(tally.errors):3}  {len(took) / seconds:6.0f}/s  "
        f"p50 {p50:7.1f}  p99 {p99:7.1f}  max {took[-1]:7.1f} ms"
    )
    for error in sorted(set(tally.errors))[:3]:
        tell(f"    {error}")


def main() -> None:
    """The table."""
    options = argparse.ArgumentParser()
    options.add_argument("--kiosks", type=int, default=10_000)
    options.add_argument("--seconds", type=float, default=100.0, help="in which all of them look once")
    given = options.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o755)
        (place / "house").mkdir()
        house = House(place / "house")
        with Nginx(place / "web", house.public) as nginx:
            _measure(Bench(place, nginx, house), given.kiosks, given.seconds)


def _measure(bench: Bench, kiosks: int, seconds: float) -> None:
    cores = len(os.sched_getaffinity(0))
    tell(f"{datetime.now(UTC):%Y-%m-%d}  {platform.machine()}, {cores} cores that clients, nginx and others share")
    bench.publish()
    first = bench.look(HTTP)
    idle = bench.look(HTTP)
    bench.publish()
    update = bench.look(HTTP)
    for name, look in (("first", first), ("nothing new", idle), ("new content", update)):
        sent, got = (sum(each) for each in zip(*look[2], strict=True))
        tell(f"{name + ':':14} {len(look[0])} requests, {sent} bytes up, {got} bytes down  {' '.join(look[0])}")
        for path, (length, _) in zip(look[0], look[2], strict=True):
            assert len(request(("127.0.0.1", HTTP), path)) == length, "not the request of a real look"
    for tls in (False, True):
        small = bench.on_the_wire(tls)
        bench.publish()
        large = bench.on_the_wire(tls)
        name = "https" if tls else "http"
        tell(f"{name} on the wire: {small} bytes when nothing is new, {large} with new content; "
              f"{small * LOOKS_A_DAY / 1e6:.2f} MB a kiosk a day at {LOOKS_A_DAY} looks")  # fmt: skip
    bench.publish()
    update = bench.look(HTTP)
    idle = bench.look(HTTP)
    for name, look, within, tls in (
        ("nothing new, http", idle, seconds, False),
        ("nothing new, https", idle, seconds, True),
        ("new content for all, http", update, seconds, False),
        ("new content for all, https", update, seconds, True),
        ("nothing new, http, as fast as it goes", idle, 0.0, False),
        ("nothing new, https, as fast as it goes", idle, 0.0, True),
    ):
        port, context = (HTTPS, bench.nginx.trusting) if tls else (HTTP, None)
        before = time.monotonic()
        tally = asyncio.run(crowd(("127.0.0.1", port), look[0], look[1], kiosks, within, context))
        said(f"{name}, within {within:.0f} s" if within else name, tally, time.monotonic() - before)
    took = []
    for _ in range(100):
        before = time.process_time()
        assert bench.receive(f"https://127.0.0.1:{HTTPS}") == ""
        took.append((time.process_time() - before) * 1000)
    tell(f"a real look, nothing new, https: {statistics.median(took):.0f} ms of the kiosk's processor, n {len(took)}")


if __name__ == "__main__":
    main()
