"""The network publishes a text, and the kiosk gets it while it runs."""

from __future__ import annotations

from acceptance.evening import RECEIVED, Evening
from acceptance.failed import StepFailedError

MENU_ORDER = ("signs", "when-to-seek-care", "ongoing-care", "treatments")
PUBLISHED = ("when-to-seek-care", "signs", "ongoing-care", "treatments")
SHOWN = "3 Symptoms"
"""Below “I feel unwell”, where it stood second before."""
RECEIVE = "kiosk-fleet-receive.service"
LIVE_WITHIN_S = 20.0


def before(evening: Evening) -> str:
    """What the timers have done so far: nothing is published yet."""
    timers = evening.machine.call("systemctl", "list-timers", "--no-legend", "kiosk-fleet-*").splitlines()
    if len(timers) != 2:
        raise StepFailedError(f"two timers were to run, and not {len(timers)}")
    link = (evening.disk.tree / RECEIVED.strip("/") / "current").readlink()
    return f"{len(timers)} timers run; “current” still leads to {link}"


def receive(evening: Evening) -> str:
    """The unit of the timer is started now, and not in a quarter of an hour."""
    evening.network.publish(MENU_ORDER, PUBLISHED)
    evening.machine.call("systemctl", "start", RECEIVE)
    told = evening.kiosk("fleet", "kiosk")
    evening.agree()
    seconds = evening.screen.wait_for(SHOWN, seconds=LIVE_WITHIN_S)
    evening.finish()
    link = (evening.disk.tree / RECEIVED.strip("/") / "current").readlink()
    if link.parts[0] != "releases":
        raise StepFailedError(f"“current” leads to {link}")
    return f"“{SHOWN}” is in the menu {seconds:.1f} s after it was opened; {told.strip().splitlines()[1]}"


def health(evening: Evening) -> str:
    """What the other timer writes for Prometheus."""
    evening.machine.call("systemctl", "start", "kiosk-fleet-health.service")
    told = evening.disk.text(f"{RECEIVED.strip('/')}/health/kiosk.prom")
    wanted = ("kiosk_up 1.0", "kiosk_content_whole 1.0", "kiosk_content_approved 1.0", "kiosk_sound_working 1.0")
    lacking = [each for each in wanted if each not in told]
    if lacking:
        raise StepFailedError(f"not told: {', '.join(lacking)}")
    return ", ".join(wanted)
