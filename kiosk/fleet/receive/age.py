"""How old the content of this kiosk is, and why it is not newer, for staff."""

from __future__ import annotations

from datetime import datetime

from kiosk.fleet.receive.release_store import ReleaseStore
from kiosk.fleet.receive.report import Report, moment_of
from kiosk.fleet.receive.settings import Settings
from kiosk.fleet.ring import place


def age_lines(settings: Settings, report: Report, now: datetime) -> list[str]:
    """Return a few sentences. `now` is this machine's clock; if it must be wrong, a sentence says so."""
    lines = [f"Kiosk {settings.kiosk}, channel “{settings.channel}”, at {place(settings.kiosk):.2f} % of all kiosks."]
    if not report.content:
        lines.append("This kiosk has not received any content yet.")
    else:
        lines.append(f"Release {report.number}, content {report.content[:16]}, published on {report.published[:10]}.")
        lines.append(_age(report, now))
        if not report.approved:
            lines.append("No clinician has approved all of it.")
        if report.review_due:
            lines.append(f"The next review is due on {report.review_due}.")
        if ReleaseStore(settings.folder).content() != report.content:
            lines.append("The files have been changed on this machine. The next “fleet receive” restores them.")
    if report.problem:
        lines.append(f"The last check, on {report.looked[:16].replace('T', ' ')} UTC, failed: {report.sentence}")
    return lines


def _age(report: Report, now: datetime) -> str:
    reached = moment_of(report.reached)
    if reached is None:
        return "It was never confirmed that this is the newest."
    days = (now - reached).days
    if days < -1:
        return f"The clock of this machine is wrong: it says {now:%Y-%m-%d}, but {reached:%Y-%m-%d} has passed."
    return f"It was last confirmed {_ago(days)} that this is the right content for the kiosk."


def _ago(days: int) -> str:
    if days <= 0:
        return "today"
    return "one day ago" if days == 1 else f"{days} days ago"
