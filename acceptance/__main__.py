"""`python -m acceptance [--folder DIR] [--release NAME]`: one line for each step; status 1 at the first that fails."""

from __future__ import annotations

import argparse
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from acceptance import breaking, cutting, editing, installing, receiving, visiting
from acceptance.disk import ROOT, missing
from acceptance.evening import Evening
from acceptance.failed import StepFailedError

PROGRAMS = ("debootstrap", "unshare", "nsenter", "setpriv", "chroot", "tar", "apt-config")
STEPS: tuple[tuple[str, Callable[[Evening], str]], ...] = (
    ("An empty disk becomes a Debian", installing.make_disk),
    ("It is started", installing.start_bare),
    ("deploy/install.sh --fleet … --fleet-root …", installing.install),
    ("deploy/install.sh once more", installing.install_again),
    ("The number pad is chosen, the texts are checked", installing.set_up),
    ("The plug is pulled and put back", visiting.first_start),
    ("systemd judges the unit that runs", visiting.sandbox),
    ("Keypad 1: agree, and listen", visiting.listen),
    ("Keypad 1, star, star: read a topic", visiting.read_topic),
    ("Keypad 0 7 0 8: I feel unwell, and go", visiting.feel_unwell),
    ("Who may look into its memory", breaking.look_into_memory),
    ("The app is killed during a visit (SIGSEGV)", breaking.kill_app),
    ("The unit's first process is killed", breaking.kill_session),
    ("The supervisor hangs (SIGSTOP)", breaking.hang),
    ("A typing mistake gets into a text", editing.mistype),
    ("The desk asks “check”", editing.ask_check),
    ("The mistake is mended, the label changed", editing.mend),
    ("The timers of the network", receiving.before),
    ("A text is published, and received", receiving.receive),
    ("What Prometheus is told", receiving.health),
    ("The power is cut while a text is received", cutting.cut_power),
    ("The power comes back", cutting.stand_again),
    ("The next look", cutting.receive_after_all),
    ("deploy/install.sh --uninstall", installing.take_away),
)
FAULTS = (StepFailedError, AssertionError, OSError, subprocess.SubprocessError)


def play(evening: Evening, steps: Sequence[tuple[str, Callable[[Evening], str]]], say: Callable[[str], None]) -> int:
    """Takes all steps in order; returns 0, or 1 after the first that failed."""
    begun = time.monotonic()
    for title, step in steps:
        try:
            seen = step(evening)
        except FAULTS as fault:
            say(f"{_clock(begun)}  {title}\n       FAILED: {fault}")
            return 1
        say(f"{_clock(begun)}  {title}\n       {seen}")
    say(f"{_clock(begun)}  The evening is over: {len(steps)} steps, nothing failed.")
    return 0


def main() -> int:
    """Prepares the tools, plays the evening, and ends all that it has started."""
    parser = argparse.ArgumentParser(prog="python -m acceptance", description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "acceptance", help="where disk and tools lie")
    parser.add_argument("--release", default="trixie", choices=["trixie"], help="which Debian")
    given = parser.parse_args()
    if lacking := missing(PROGRAMS):
        print(lacking, file=sys.stderr)  # noqa: T201
        return 1
    given.folder.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    evening = Evening(given.folder.resolve(), given.release)
    try:
        evening.workbench.make()
        print(f"{platform.machine()}, {platform.system()}, one evening:\n", flush=True)  # noqa: T201
        return play(evening, STEPS, lambda line: print(line, flush=True))  # noqa: T201
    except FAULTS as fault:
        print(f"The evening could not begin: {fault}", file=sys.stderr)  # noqa: T201
        return 1
    finally:
        evening.close()


def _clock(begun: float) -> str:
    minutes, seconds = divmod(int(time.monotonic() - begun), 60)
    return f"{minutes:2}:{seconds:02}"


if __name__ == "__main__":
    sys.exit(main())
