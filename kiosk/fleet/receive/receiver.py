"""One look for new content: fetch, check, swap. Whatever goes wrong, patients keep what they have."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import DownloadError, RepositoryError

from kiosk.content.parsing.diagnostic import WHOLE_FOLDER
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive.fitness import Fitness, fitness
from kiosk.fleet.receive.offer import Offer, offer_of, told
from kiosk.fleet.receive.report import Report, read_report, write_report
from kiosk.fleet.receive.settings import Settings
from kiosk.fleet.receive.shelf import Shelf
from kiosk.fleet.time_limit import TooSlowError, time_limit


def receive(settings: Settings, now: datetime) -> Report:
    """Looks once, and returns how it went, which is kept in the folder of `settings` too.

    Raises nothing for what a server, a stick, the clock or the disk does; FleetError only where another look is
    under way.
    """
    shelf = Shelf(settings.folder)
    try:
        with shelf.alone():
            return _receive(settings, shelf, now)
    except OSError as error:
        return _after(read_report(settings.folder), told(error, settings, Report(), now), now)


def _receive(settings: Settings, shelf: Shelf, now: datetime) -> Report:
    before = read_report(settings.folder)
    try:
        report = _looked(settings, shelf, before, now)
    except TooSlowError:
        slow = FleetError("too-slow", f"{settings.source} was too slow. It is tried again later.")
        report = _after(before, slow, now)
    except (FleetError, RepositoryError, DownloadError, OSError) as error:
        report = _after(before, told(error, settings, before, now), now)
    shelf.tidy()
    if not write_report(settings.folder, report) and not report.problem:
        full = FleetError("disk", "How it went could not be written. Look at the disk of this machine.")
        report = _after(report, full, now)
    return report


def _looked(settings: Settings, shelf: Shelf, before: Report, now: datetime) -> Report:
    shelf.tidy()
    with time_limit(settings.time_limit_s):
        offer = offer_of(settings, before, now)
        wanted = offer.release.content
        present = shelf.content() == wanted
        place = None if present else shelf.find(wanted)
        packed = b"" if present or place else _fetched(offer, shelf)
    if present:
        known = before.content == wanted
        return _well(before, offer, before.review_due if known else _due(_judged(shelf.current, settings)), now)
    if place:
        judged = _judged(place, settings)
    else:
        staged = shelf.stage(packed, wanted)
        judged = _judged(staged, settings)
        place = shelf.keep(staged)
    shelf.swap(place)
    return _well(before, offer, _due(judged), now)


def _fetched(offer: Offer, shelf: Shelf) -> bytes:
    staging = shelf.folder / "staging"
    staging.mkdir(exist_ok=True)
    return offer.fetch(staging / "bundle.tar.gz")


def _judged(folder: Path, settings: Settings) -> Fitness:
    """Read by this very version of the program. Raises FleetError where patients are not to be shown it."""
    found = fitness(folder)
    if found.unapproved and not settings.accept_unapproved:
        sentence = (
            f"No clinician has approved {', '.join(found.unapproved[:3])}, so this kiosk does not take the content. "
            "To try it out all the same: accept-unapproved: yes in fleet.yaml."
        )
        raise FleetError("not-approved", sentence)
    return found


def _due(found: Fitness) -> str:
    return found.earliest_due.isoformat() if found.earliest_due else ""


def _well(before: Report, offer: Offer, review_due: str, now: datetime) -> Report:
    release = offer.release
    moment = now.isoformat(timespec="seconds")
    return Report(
        looked=moment,
        # A clock that was set back does not make younger what was made sure of.
        reached=max(moment, before.reached),
        number=release.number,
        content=release.content,
        published=release.published,
        approved=release.approved,
        review_due=review_due,
        trust=offer.trust,
        seen=offer.seen,
    )


def _after(before: Report, error: FleetError, now: datetime) -> Report:
    """The report when nothing came of a look."""
    sentence = str(error)
    if error.diagnostics:
        first = error.diagnostics[0]
        sentence += f" {first.message}" if first.file == WHOLE_FOLDER else f" {first.place}: {first.message}"
    return replace(before, looked=now.isoformat(timespec="seconds"), problem=error.code, sentence=sentence)
