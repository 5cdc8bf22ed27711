"""What more topics cost: 10, 50 and 100 of them in one language; the reader takes no more files than that."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from bench.report import report
from kiosk.content.hashes import content_hash
from kiosk.content.last_good import LastGood
from kiosk.content.reader import read_content
from kiosk.visit.action import Action
from kiosk.visit.attendant import Attendant
from kiosk.visit.grid import Grid
from kiosk.visit.transcript import transcript
from tests.pty.terminal import KIOSK, ROOT, Terminal

COUNTS = (10, 50, 100)
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


def measure(folder: Path, count: int) -> None:
    """All figures for one number of topics."""
    content = grown(folder, count)
    begun = time.perf_counter()
    reading = read_content(content)
    took = milliseconds(begun)
    library = reading.library
    assert library is not None, reading.problems[:2]
    report(f"{count:6,} topics: content read and checked", [took])
    report(f"{count:6,} topics: files a second", [1000 * count / took], "/s")
    last_good = LastGood(folder / "state")
    last_good.save(content, content_hash(content), library)
    begun = time.perf_counter()
    last_good.load(content, content_hash(content))
    report(f"{count:6,} topics: last good copy read", [milliseconds(begun)])
    attendant = Attendant(library, Grid(80, 24), 0.0)
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
    starts = []
    for _ in range(4):
        with Terminal(command, environment={"STATE_DIRECTORY": str(folder / "state")}) as terminal:
            starts.append(terminal.wait_for("Before you start", 120) * 1000)
    report(f"{count:6,} topics: start to painted", starts[1:])


def main() -> None:
    """Prints the figures for each number of topics."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("STATE_DIRECTORY", None)
        for count in COUNTS:
            measure(Path(folder), count)


if __name__ == "__main__":
    main()
