"""Check for new content once: fetch, verify, swap. Whatever goes wrong, patients keep what they have."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import DownloadError, RepositoryError

from kiosk.content.parsing.diagnostic import WHOLE_FOLDER
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive.fitness import Fitness, fitness
from kiosk.fleet.receive.release_store import ReleaseStore
from kiosk.fleet.receive.remote_release import RemoteRelease, explain, find_release
from kiosk.fleet.receive.report import Report, read_report, write_report
from kiosk.fleet.receive.settings import Settings
from kiosk.fleet.time_limit import TooSlowError, time_limit


def receive(settings: Settings, now: datetime) -> Report:
    """Check once; return the report, which is also stored in the folder of `settings`.

    Raises nothing, whatever a server, a USB stick, the clock or the disk does; FleetError only if another check is
    running.
    """
    store = ReleaseStore(settings.folder)
    try:
        with store.alone():
            return _receive(settings, store, now)
    except OSError as error:
        return _failure(read_report(settings.folder), explain(error, settings, Report(), now), now)


def _receive(settings: Settings, store: ReleaseStore, now: datetime) -> Report:
    before = read_report(settings.folder)
    try:
        report = _check_once(settings, store, before, now)
    except TooSlowError:
        slow = FleetError("too-slow", f"{settings.source} was too slow. The kiosk tries again later.")
        report = _failure(before, slow, now)
    except (FleetError, RepositoryError, DownloadError, OSError) as error:
        report = _failure(before, explain(error, settings, before, now), now)
    store.tidy()
    if not write_report(settings.folder, report) and not report.problem:
        full = FleetError("disk", "The report could not be written. Check the disk of this machine.")
        report = _failure(report, full, now)
    return report


def _check_once(settings: Settings, store: ReleaseStore, before: Report, now: datetime) -> Report:
    store.tidy()
    with time_limit(settings.time_limit_s):
        remote = find_release(settings, before, now)
        wanted = remote.release.content
        present = store.content() == wanted
        place = None if present else store.find(wanted)
        packed = b"" if present or place else _fetched(remote, store)
    if present:
        known = before.content == wanted
        return _success(before, remote, before.review_due if known else _due(_checked(store.current, settings)), now)
    if place:
        checked = _checked(place, settings)
    else:
        staged = store.stage(packed, wanted)
        checked = _checked(staged, settings)
        place = store.keep(staged)
    store.swap(place)
    return _success(before, remote, _due(checked), now)


def _fetched(remote: RemoteRelease, store: ReleaseStore) -> bytes:
    staging = store.folder / "staging"
    staging.mkdir(exist_ok=True)
    return remote.fetch(staging / "bundle.tar.gz")


def _checked(folder: Path, settings: Settings) -> Fitness:
    """Check the content with this version of the program. Raises FleetError if patients must not see it."""
    found = fitness(folder)
    if found.unapproved and not settings.accept_unapproved:
        sentence = (
            f"No clinician has approved {', '.join(found.unapproved[:3])}, so this kiosk rejects the content. "
            "For a trial, write accept-unapproved: yes in fleet.yaml."
        )
        raise FleetError("not-approved", sentence)
    return found


def _due(found: Fitness) -> str:
    return found.earliest_due.isoformat() if found.earliest_due else ""


def _success(before: Report, remote: RemoteRelease, review_due: str, now: datetime) -> Report:
    release = remote.release
    moment = now.isoformat(timespec="seconds")
    return Report(
        looked=moment,
        # A clock that was set back must not move the last confirmation back.
        reached=max(moment, before.reached),
        number=release.number,
        content=release.content,
        published=release.published,
        approved=release.approved,
        review_due=review_due,
        trust=remote.trust,
        seen=remote.seen,
    )


def _failure(before: Report, error: FleetError, now: datetime) -> Report:
    """Return the report of a failed check."""
    sentence = str(error)
    if error.diagnostics:
        first = error.diagnostics[0]
        sentence += f" {first.message}" if first.file == WHOLE_FOLDER else f" {first.place}: {first.message}"
    return replace(before, looked=now.isoformat(timespec="seconds"), problem=error.code, sentence=sentence)
