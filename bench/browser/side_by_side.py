"""A browser in kiosk mode beside the kiosk: the same texts, as `kiosk export web` writes them.

Run `python -m bench browser`. Both are full screen on a virtual screen without a graphics card, one after the other;
only the screen is looked at. Needs chromium, xterm, Xvfb and matchbox.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.browser.packages import of_debian, of_locks
from bench.browser.screen import Screen, watched_screen
from bench.report import report
from bench.rest import family
from tests.pty.terminal import KIOSK, ROOT
from tests.terminal.virtual_screen import XTERM

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
STARTS = 5
SETTLED_S = 0.6
"""Without a change, a page is done."""


class Peer(NamedTuple):
    """One of the two, and how it is started."""

    name: str
    command: tuple[str, ...]


@contextmanager
def running(peer_command: Sequence[str], screen: Screen) -> Iterator[int]:
    """Start a program on the screen and yield its process; end all of it."""
    program = subprocess.Popen(
        peer_command,
        cwd=ROOT,
        env={**screen.env, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield program.pid
    finally:
        for pid in reversed(family(program.pid) if program.poll() is None else []):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        program.wait()
        screen.still(0.5)


def memory_mb(pid: int) -> float:
    """Return the memory of a process and all below it, shared pages divided among those that share them (PSS)."""
    rollups = (Path(f"/proc/{each}/smaps_rollup").read_text() for each in family(pid))
    return sum(int(line.split()[1]) for text in rollups for line in text.splitlines() if line.startswith("Pss:")) / 1024


def start(peer: Peer, screen: Screen) -> tuple[float, float]:
    """Return the ms from the call until nearly all of the first page is there, and the MB then."""
    begun = time.monotonic()
    with running(peer.command, screen) as pid:
        return (screen.whole_at() - begun) * 1000, memory_mb(pid)


def peers(folder: Path) -> list[Peer]:
    """Return both, with the site that the browser shows."""
    device, site = folder / "device.yaml", folder / "site"
    device.write_text("sound: off\ntext-size: plain\n")
    make = (*KIOSK, "export", "web", "--unapproved", str(site))
    subprocess.run(make, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    options = ("--kiosk", "--no-first-run", "--no-default-browser-check", "--hide-crash-restore-bubble")
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    profile = f"--user-data-dir={folder / 'profile'}"
    return [
        Peer("the kiosk in xterm", (*XTERM, "-e", *KIOSK, "run", "--device", str(device))),
        Peer("chromium --kiosk", (CHROMIUM, *options, *root, profile, (site / "en" / "index.html").as_uri())),
    ]


def main() -> None:
    """Prints the lines of both."""
    if not CHROMIUM:
        print("chromium: not installed here")  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as name, watched_screen(Path(name) / "screen") as screen:
        both = peers(Path(name))
        found: dict[str, list[tuple[float, float]]] = {peer.name: [] for peer in both}
        for run in range(STARTS + 1):
            for peer in both:
                figures = start(peer, screen)
                if run:  # the first one makes what later ones find
                    found[peer.name].append(figures)
        for which, (what, unit) in enumerate((("start to the first page", "ms"), ("memory at the first page", "MB"))):
            base = statistics.median(each[which] for each in found[both[0].name])
            for peer in both:
                values = [each[which] for each in found[peer.name]]
                report(f"{peer.name}: {what}", values, unit, ratio=statistics.median(values) / base)
    for name, packages in {
        "the kiosk in xterm": ("xterm", "python3", "python3-venv", "libpulse0"),
        "chromium": ("chromium",),
    }.items():
        count, size = of_debian(*packages)
        report(f"{name}: packages of Debian that it needs", [count], "packages")
        report(f"{name}: their size", [size], "MB")
    count, size = of_locks()
    report("the kiosk: packages of Python beside those, the natural voice included", [count], "packages")
    report("the kiosk: their size", [size], "MB")


if __name__ == "__main__":
    main()
