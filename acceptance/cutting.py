"""The power goes while a new text is being written, and comes back."""

from __future__ import annotations

import subprocess
import time

from acceptance.evening import FIRST, KIOSK, RECEIVED, Evening
from acceptance.failed import StepFailedError
from acceptance.machine import wait_for
from acceptance.receiving import PUBLISHED, RECEIVE, SHOWN

NEXT = ("when-to-seek-care", "treatments", "signs", "ongoing-care")
NEXT_SHOWN = "3 Treatments"
NOTICED_WITHIN_S = 60.0


def cut_power(evening: Evening) -> str:
    """In the middle of a visit, with the voice speaking and a publication half unpacked."""
    evening.network.publish(PUBLISHED, NEXT)
    begun = evening.loudspeaker.now
    evening.screen.press("1")  # wakes
    evening.screen.press("1")
    evening.loudspeaker.wait_for_sound(begun)
    processes = len(evening.machine.processes("kiosk.service"))
    staging = evening.disk.tree / RECEIVED.strip("/") / "staging"
    receiving = subprocess.Popen(
        evening.machine.inside(("systemctl", "start", RECEIVE)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + NOTICED_WITHIN_S
    while not any(path.is_file() for path in staging.rglob("*")):
        if time.monotonic() > end:
            raise StepFailedError("no publication was seen on its way")
    evening.machine.freeze(RECEIVE)  # it is quicker than the cut
    evening.machine.cut()
    receiving.wait()
    evening.loudspeaker.stop()
    left = sum(path.is_file() for path in staging.rglob("*"))
    return f"SIGKILL to all at once, {processes} processes of the kiosk among them; {left} files lie half received"


def stand_again(evening: Evening) -> str:
    """Nobody does anything but to switch it on. The text is the one before, or the next one where that was whole."""
    seconds = evening.switch_on()
    evening.agree()
    texts = (SHOWN, NEXT_SHOWN)
    wait_for(lambda: any(map(evening.screen.shows, texts)), 15, lambda: f"neither of {texts}, but: {evening.screen}")
    shown = next(text for text in texts if evening.screen.shows(text))
    evening.finish()
    current = f"{RECEIVED}/current/"
    checked = evening.machine.run(("env", "--chdir=/opt/kiosk", *KIOSK, "check", current))
    if checked.returncode:
        raise StepFailedError(f"the texts are not whole: {checked.stdout.strip()}")
    whole = checked.stdout.strip().splitlines()[-1]
    return f"“{FIRST}” {seconds:.0f} s after the start; “{shown}” in the menu; check says: {whole}"


def receive_after_all(evening: Evening) -> str:
    """The next look takes what was cut off, and tidies up."""
    evening.machine.call("systemctl", "start", RECEIVE)
    evening.agree()
    evening.screen.wait_for(NEXT_SHOWN, seconds=20)
    evening.finish()
    staging = evening.disk.tree / RECEIVED.strip("/") / "staging"
    if any(path.is_file() for path in staging.rglob("*")):
        raise StepFailedError("remains of the cut are still there")
    return f"“{NEXT_SHOWN}” is in the menu; no remains of the cut"
