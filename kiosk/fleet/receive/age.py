"""Tells staff how old the content of this kiosk is, and why it is not newer."""

from __future__ import annotations

from datetime import datetime

from kiosk.fleet.receive.report import Report, moment_of
from kiosk.fleet.receive.settings import Settings
from kiosk.fleet.receive.shelf import Shelf
from kiosk.fleet.ring import place


def age_lines(settings: Settings, report: Report, now: datetime) -> list[str]:
    """A few sentences. `now` is this machine's clock, which may be wrong, and then it is said so."""
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
        if Shelf(settings.folder).content() != report.content:
            lines.append("The files have been changed on this machine. The next “fleet receive” puts them right.")
    if report.problem:
        lines.append(f"The last look, on {report.looked[:16].replace('T', ' ')} UTC, failed: {report.sentence}")
    return lines


def _age(report: Report, now: datetime) -> str:
    reached = moment_of(report.reached)
    if reached is None:
        return "It was never made sure that this is the newest."
    days = (now - reached).days
    if days < -1:
        return f"The clock of this machine is wrong: it says {now:%Y-%m-%d}, but it was {reached:%Y-%m-%d} already."
    return f"It was last made sure {_ago(days)} that this is what the kiosk is to have."


def _ago(days: int) -> str:
    if days <= 0:
        return "today"
    return "one day ago" if days == 1 else f"{days} days ago"
