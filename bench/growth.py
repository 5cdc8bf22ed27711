"""What more topics cost: 10 to 10,000 of them in one language, as many as the reader takes."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.report import report
from bench.rest import family
from bench.soak.resources import resources
from kiosk.content.live.at_start import content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.content.reader import read_content
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.terms.action import Action
from kiosk.visit.transcript import transcript
from tests.pty.terminal import KIOSK, ROOT, Terminal

COUNTS = (10, 100, 1_000, 10_000)
KEYS = 200


def grown(folder: Path, count: int) -> Path:
    """The shipped English content with so many topics; those beyond the shipped ones are copies of the signs."""
    content = folder / f"content-{count}"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("es", "scores", "approved"))
    clinic = content / "clinic.yaml"
    clinic.write_text(clinic.read_text().replace("languages: [en, es]", "languages: [en]"))
    signs = (content / "en" / "signs.yaml").read_text()
    for number in range(count - len(list((content / "en").iterdir()))):
        (content / "en" / f"topic-{number}.yaml").write_text(signs)
    return content


def milliseconds(begun: float) -> float:
    """Since `begun`."""
    return (time.perf_counter() - begun) * 1000


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    begun = time.perf_counter()
    call()
    return milliseconds(begun)


def measure(folder: Path, count: int) -> None:
    """All figures for one number of topics."""
    content = grown(folder, count)
    begun = time.perf_counter()
    whole = read_content(content)
    took = milliseconds(begun)
    assert whole.library is not None, whole.diagnostics[:2]
    report(f"{count:6,} topics: all read and checked", [took])
    report(f"{count:6,} topics: files a second", [1000 * count / took], "/s")
    last_good = LastGood(folder / "state")
    begun = time.perf_counter()
    library = content_at_start(content, last_good).library
    report(f"{count:6,} topics: content at the first start", [milliseconds(begun)])
    begun = time.perf_counter()
    found = content_at_start(content, last_good)
    report(f"{count:6,} topics: content at each other start", [milliseconds(begun)])
    live = LiveContent(content, found, last_good)
    report(f"{count:6,} topics: a look for changes", [timed(live.poll) for _ in range(20)])
    attendant = Attendant(library, Grid(80, 24), 0.0)
    attendant.act(Action.OTHER, 0.0)
    attendant.act(Action.CHOOSE, 0.0)
    keys = []
    for _ in range(KEYS):
        begun = time.perf_counter()
        attendant.act(Action.DOWN, 0.0)
        attendant.page  # noqa: B018 - the page is made when it is asked for
        keys.append(milliseconds(begun))
    report(f"{count:6,} topics: a key in the menu, the visit alone", keys)
    begun = time.perf_counter()
    pages = transcript(library, "en", Grid(80, 24))
    report(f"{count:6,} topics: transcript of {len(pages):,} pages", [milliseconds(begun)])
    device = folder / "silent.yaml"
    device.write_text("sound: off\ntext-size: plain\n")
    command = (*KIOSK, "run", "--content", str(content), "--device", str(device))
    starts, memory = [], []
    for _ in range(6):
        with Terminal(command, environment={"STATE_DIRECTORY": str(folder / "state")}) as terminal:
            starts.append(terminal.wait_for("Before you start", 120) * 1000)
            memory.append(sum(resources(pid).memory_kb / 1024 for pid in family(terminal.pid)))
    report(f"{count:6,} topics: start to painted", starts[1:])
    report(f"{count:6,} topics: memory then", memory[1:], "MB")


def main() -> None:
    """Prints the figures for each number of topics."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("STATE_DIRECTORY", None)
        for count in COUNTS:
            measure(Path(folder), count)


if __name__ == "__main__":
    main()
