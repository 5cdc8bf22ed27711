"""What the kiosk costs while nobody is there: memory and processor of all its processes."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bench.own_server import own_server
from bench.report import report
from bench.soak.resources import resources
from tests.pty.terminal import KIOSK, Terminal

SECONDS = 20.0
TICK = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """The process and all below it."""
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in below for each in family(int(child)))]


def processor_s(pids: list[int]) -> float:
    """Seconds of a processor that they have used."""
    fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    return sum(int(each[11]) + int(each[12]) for each in fields) / TICK


def main() -> None:
    """Prints memory and processor at rest, the voice process included."""
    with own_server() as server:
        device = server.folder / "device.yaml"
        device.write_text("text-size: plain\n")
        with Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment) as terminal:
            terminal.wait_for("Before you start")
            terminal.settle(2.0)
            pids = family(terminal.pid)
            used, begun = processor_s(pids), time.monotonic()
            while time.monotonic() - begun < SECONDS:
                terminal.read(1.0)
            share = 100 * (processor_s(pids) - used) / (time.monotonic() - begun)
            report(f"processor at rest, {len(pids)} processes", [share], "% of one")
            report("memory at rest, all processes", [sum(resources(pid).memory_kb for pid in pids) / 1024], "MB")


if __name__ == "__main__":
    main()
