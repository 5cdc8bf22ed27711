"""Somebody at the desk edits a text: wrong at first, then right."""

from __future__ import annotations

from acceptance.evening import CONTENT, KIOSK, MENU, Evening
from acceptance.failed import StepFailedError
from acceptance.visiting import TOPIC

FILE = "en/signs.yaml"
RIGHT, TYPO, BETTER = "menu-label: Symptoms", "menu-lable: Symptoms", "menu-label: Signs to tell us about"
SAMPLES = 2
"""The clinic's name and number, which nobody has typed: the sign for staff counts them too."""
WITH_ERROR, WITHOUT = f"§{SAMPLES + 1}", f"§{SAMPLES}"
LIVE_WITHIN_S = 20.0
"""Looks are two seconds apart, and two of them must be equal."""


def mistype(evening: Evening) -> str:
    """A letter in the wrong place."""
    evening.edit(FILE, RIGHT, TYPO)
    evening.screen.wait_for(WITH_ERROR, seconds=LIVE_WITHIN_S)
    evening.agree()
    evening.screen.wait_for("Symptoms")
    evening.screen.press("2")
    evening.screen.wait_for(TOPIC)
    evening.screen.press("0")
    evening.screen.wait_for(MENU)
    evening.finish()
    return f"{WITH_ERROR} is on the first page; patients still open “Symptoms” and read what was right last"


def ask_check(evening: Evening) -> str:
    """What the desk is told."""
    command = ("runuser", "-u", "kiosk", "--", *KIOSK, "check", CONTENT)
    done = evening.machine.run(("env", "--chdir=/opt/kiosk", *command))
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    wanted = (f"Error in {FILE}, line ", TYPO, f"“{RIGHT}”")
    if done.returncode != 1 or not all(any(each in line for line in lines) for each in wanted):
        raise StepFailedError(f"check ended with {done.returncode} and said: {' / '.join(lines)}")
    at = next(number for number, line in enumerate(lines) if line.startswith("Error"))
    return " ".join(lines[at : at + 4])


def mend(evening: Evening) -> str:
    """The mistake is mended, and the label changed."""
    evening.edit(FILE, TYPO, BETTER)
    evening.agree()
    seconds = evening.screen.wait_for("Signs to tell us about", seconds=LIVE_WITHIN_S)
    evening.finish()
    evening.screen.wait_for(WITHOUT)
    return f"“Signs to tell us about” is in the menu {seconds:.1f} s after it was opened; {WITHOUT}"
