"""Hardships that the tests know how to cause, at the counts of a soak."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.soak.row import Row
from kiosk.content.model.library import Library
from tests.pty.terminal import ROOT


def _suite(hardship: str, asked: str, file: str, **counts: str) -> Row:
    begun = time.monotonic()
    command = (sys.executable, "-P", "-m", "pytest", "-q", "-s", file)
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **counts}, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if " ms, n = " in line]
    said = "; ".join(lines) or done.stdout.strip().splitlines()[-1]
    outcome = f"{', '.join(counts.values())} in {time.monotonic() - begun:.0f} s: {said}"
    return Row(hardship, outcome, asked, done.returncode == 0)


def mutations(library: Library, scratch: Path) -> Row:
    """Content files of a running kiosk, spoilt at random."""
    asked = "10,000: never blank, never a fault, last good copy kept"
    return _suite("Content mutations", asked, "tests/content/parsing/test_any_mutation.py", KIOSK_MUTATIONS="10000")


def kills(library: Library, scratch: Path) -> Row:
    """The voice process, killed."""
    asked = "1,000: keys under 100 ms (p95), speech back within 1 s"
    return _suite("SIGKILL of the voice", asked, "tests/sound/test_faults_of_sound.py", KIOSK_KILLS="1000")
