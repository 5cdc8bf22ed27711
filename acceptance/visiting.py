"""A visitor with a number pad: what is seen and what is heard."""

from __future__ import annotations

from acceptance.evening import FIRST, MENU, UNIT, Evening
from acceptance.failed import StepFailedError

QUIET_WITHIN_S = 4.0
"""Of which 1.5 are the silence itself."""
TOPIC = "Tell us about a symptom that lasts"


def first_start(evening: Evening) -> str:
    """The machine starts by itself, with its units."""
    evening.machine.cut()
    seconds = evening.switch_on()
    unit = evening.machine.unit(UNIT, "Type", "StatusText", "ActiveState", "User", "WatchdogUSec")
    if unit["ActiveState"] != "active" or unit["Type"] != "notify":
        raise StepFailedError(f"kiosk.service: {unit}")
    if failed := evening.machine.call("systemctl", "--failed", "--quiet", "--no-legend").split():
        raise StepFailedError(f"units that have failed: {' '.join(failed)}")
    told = f"Type=notify said “{unit['StatusText']}”, user {unit['User']}, no failed unit"
    return f"“{FIRST}” is on the screen {seconds:.0f} s after the start; {told}"


def sandbox(evening: Evening) -> str:
    """As systemd judges the unit that runs."""
    told = evening.machine.call("systemd-analyze", "security", "--no-pager", "--threshold=15", UNIT)
    exposure = told.strip().splitlines()[-1].partition(": ")[2].split()[0]
    programs = sorted({line.split()[0].rpartition("/")[2] for line in evening.machine.processes(UNIT).values()})
    return f"exposure {exposure} of 10; in it run {', '.join(programs)}"


def listen(evening: Evening) -> str:
    """A key wakes it; then 1 on the first page: agree, and have it read."""
    begun = evening.loudspeaker.now
    evening.screen.press("1")
    evening.screen.press("1")
    evening.loudspeaker.wait_for_sound(begun)
    evening.screen.wait_for(MENU, "Treatments", "I feel unwell")
    evening.loudspeaker.wait_for_silence(seconds=180)
    return f"“{MENU}” is on the screen; {evening.loudspeaker.seconds_of_sound(begun):.0f} s of speech, then silence"


def read_topic(evening: Evening) -> str:
    """2 opens the first topic, which is read until a key stops it."""
    begun = evening.loudspeaker.now
    evening.screen.press("2")
    evening.loudspeaker.wait_for_sound(begun)
    evening.screen.wait_for(TOPIC)
    if evening.loudspeaker.seconds_of_sound(begun) < 1:
        raise StepFailedError("it was hardly heard")
    evening.screen.press("star")
    evening.loudspeaker.wait_for_silence(seconds=QUIET_WITHIN_S)
    hushed = evening.loudspeaker.now
    evening.screen.press("star")
    evening.loudspeaker.wait_for_sound(hushed)
    return f"“{TOPIC} …” is on the screen and heard; star is silence; star again reads on"


def feel_unwell(evening: Evening) -> str:
    """0 leads back, 1 is “I feel unwell”, and 8 ends the visit."""
    evening.screen.press("0")
    evening.screen.wait_for(MENU)
    evening.screen.press("1")
    evening.screen.wait_for("I feel unwell", "Tell staff now")
    evening.screen.press("0")
    evening.screen.wait_for(MENU)
    evening.finish()
    return f"the cards of help, the menu, and “{FIRST}” again"
