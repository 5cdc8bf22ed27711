"""`make acceptance-vm`: the image in QEMU, on a kernel of its own: typed at by key codes, looked at and listened to.

One line for each step; status 1 if one failed. The image itself is not changed: QEMU writes into a copy of it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from acceptance.disk import ROOT, said
from acceptance.emulator import Emulator
from acceptance.failed import StepFailedError
from acceptance.screen import plain

FIRST = "Before you start"
UNWELL = "trouble breathing"
"""On the first of the care cards; a reader of pictures does not get every title in drawn letters."""
STARTS_WITHIN_S = 600.0
PROGRAMS = ("qemu-system-x86_64", "qemu-img", "mcopy", "tesseract")
SETUP_OFFSET = 2 * 1024 * 1024
"""Bytes before the partition for answers; deploy/image/make.sh says so too."""
ANSWERS = 'name: Clinic of the trial\nphone: 212-555-0100\nstaff-pin: "271828"\nkeys: standard\nscreen-width-mm: 340\n'
LEADING_NOWHERE = (
    "ctrl+alt+f1", "ctrl+alt+f2", "ctrl+alt+f3", "ctrl+alt+f7", "alt+f2", "alt+left", "ctrl+alt+delete",
    "alt+sysrq+b", "alt+sysrq+e", "alt+sysrq+k", "power", "sleep", "ctrl+c", "ctrl+z", "alt+f4", "ctrl+alt+backspace",
)  # fmt: skip
"""Keys that lead away from the program on other machines."""


def first_page(machine: Emulator) -> str:
    """The answers lie on the disk, so nothing is asked."""
    seconds = machine.wait_for(FIRST, STARTS_WITHIN_S)
    return f"“{FIRST}” is on the screen {seconds:.0f} s after the start"


def voice(machine: Emulator) -> str:
    """A key wakes it, and it speaks."""
    begun = machine.heard()
    machine.press("spc")
    machine.wait_until(lambda: machine.loud_since(begun) > 1, 120, lambda: "nothing is heard")
    return f"{machine.loud_since(begun):.0f} s of speech were recorded by then"


def unwell(machine: Emulator) -> str:
    """E shows the care cards from the first page."""
    machine.press("e")
    machine.wait_for(UNWELL, 60)
    return f"“{UNWELL}” is on the screen"


def number_pad(machine: Emulator) -> str:
    """0 goes back, by the code of the key, with Num Lock off and on."""
    for _ in range(2):
        machine.press("kp_0")
        machine.wait_until(lambda: UNWELL not in plain(machine.read()), 60, lambda: "the cards are still shown")
        machine.press("num_lock")
        machine.press("e")
        machine.wait_for(UNWELL, 60)
    return "the digit 0 leads back with Num Lock off and on"


def ways_out(machine: Emulator) -> str:
    """Whatever is pressed, the kiosk is there, and the machine has not started again."""
    machine.press(*LEADING_NOWHERE)
    machine.press("e")
    machine.wait_for(UNWELL, 90)
    if machine.resets():
        raise StepFailedError("the machine has started again")
    return f"{len(LEADING_NOWHERE)} combinations; E still shows the cards, and nothing was started again"


def pulled_plug(machine: Emulator) -> str:
    """QEMU is killed while the machine starts, and while the kiosk runs."""
    told = []
    for seconds in (20.0, 45.0):  # in the visit of the step before, too
        machine.cut()
        machine.start()
        time.sleep(seconds)
        machine.cut()
        machine.start()
        told.append(f"{machine.wait_for(FIRST, STARTS_WITHIN_S):.0f} s")
    return f"cut in the visit, and 20 and 45 s after a start: the first page after {' and '.join(told)}"


def clock(machine: Emulator) -> str:
    """The clock's battery is empty."""
    machine.cut()
    machine.start("-rtc", "base=1970-01-02T00:00:00")
    return f"“{FIRST}” after {machine.wait_for(FIRST, STARTS_WITHIN_S):.0f} s"


STEPS: tuple[tuple[str, Callable[[Emulator], str]], ...] = (
    ("The image starts for the first time", first_page),
    ("A key: it speaks", voice),
    ("E: I feel unwell", unwell),
    ("The number pad, with Num Lock off and on", number_pad),
    ("Keys that lead away", ways_out),
    ("The plug is pulled", pulled_plug),
    ("The clock says 1970", clock),
)


def main() -> int:
    """Starts a copy of the image and takes all steps, also after one that failed."""
    parser = argparse.ArgumentParser(prog="python -m acceptance.virtual", description=__doc__)
    parser.add_argument("--image", type=Path, default=ROOT / "build" / "image" / "kiosk.img")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "virtual", help="for the copy and pictures")
    given = parser.parse_args()
    if lacking := [name for name in PROGRAMS if shutil.which(name) is None]:
        _say(f"Programs are not installed here: {', '.join(lacking)}.")
        return 1
    if not given.image.exists():
        _say(f"There is no {given.image}: run “make image” first.")
        return 1
    given.folder.mkdir(parents=True, exist_ok=True)
    copy = given.folder / "copy.img"
    subprocess.run(("cp", "--sparse=always", given.image, copy), check=True)
    answers = given.folder / "kiosk.yaml"
    answers.write_text(ANSWERS)
    said("mcopy", "-o", "-i", f"{copy}@@{SETUP_OFFSET}", answers, "::/kiosk.yaml")
    machine = Emulator(copy, given.folder)
    begun, failed = time.monotonic(), 0
    _say(f"{said('qemu-system-x86_64', '--version').splitlines()[0]}, TCG, 2 processors, 2 GB:\n")
    try:
        machine.start()
        for number, (title, step) in enumerate(STEPS, 1):
            try:
                seen = step(machine)
            except (StepFailedError, OSError, subprocess.SubprocessError) as fault:
                seen, failed = f"FAILED: {fault}", failed + 1
            minutes, seconds = divmod(int(time.monotonic() - begun), 60)
            _say(f"{minutes:2}:{seconds:02}  {title}\n       {seen}")
            machine.keep(f"step-{number}.png")
    finally:
        machine.cut()
    _say(f"{len(STEPS)} steps, {failed} failed.")
    return min(failed, 1)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
