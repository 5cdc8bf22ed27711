"""The release that is published for this kiosk, verified by TUF: signed, not a rollback attack, not held back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    RepositoryError,
    SlowRetrievalError,
)
from tuf.api.metadata import Metadata, Root, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.fleet.bundle_names import MOST_PACKED
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive.fetch import NotSecureError, base_of, fetcher_for
from kiosk.fleet.receive.report import Report, moment_of
from kiosk.fleet.receive.settings import Settings
from kiosk.fleet.release import NEXT, WHOLE, Release, release_of
from kiosk.fleet.ring import is_in
from kiosk.machine.files import flush_folder

_LIMITS = UpdaterConfig(
    max_root_rotations=64, root_max_length=65_536, timestamp_max_length=8_192, snapshot_max_length=65_536
)

_CLOCK_DRIFT = timedelta(hours=1)
"""How much a clock may be set back without counting as wrong."""


class RemoteRelease(NamedTuple):
    """A release, and how to download it."""

    release: Release
    seen: dict[str, int]
    """The versions of root and timestamp that verified it."""
    trust: str
    """See `Report.trust`."""
    updater: Updater

    def fetch(self, place: Path) -> bytes:
        """Download and return the bundle, verified; `place` is a temporary file. Raises TUF's errors."""
        self.updater.download_target(self.release.target, str(place))
        return place.read_bytes()


def find_release(settings: Settings, report: Report, now: datetime) -> RemoteRelease:
    """Ask the source of `settings`. Raises FleetError, and TUF's errors, for `explain`."""
    metadata = settings.folder / "metadata"
    metadata.mkdir(parents=True, exist_ok=True)
    for left in metadata.glob("tmp*"):
        left.unlink()
    base, given = base_of(settings.source), _trusted_root(settings.root)
    trust = sha256(given).hexdigest()[:16]
    updater = Updater(
        str(metadata),
        f"{base}/metadata",
        target_base_url=f"{base}/targets",
        fetcher=fetcher_for(settings.source, settings.proxy, settings.certificates),
        config=_LIMITS,
        bootstrap=given,
    )
    updater.refresh()
    # Another network, with another root, has its own versions.
    seen = _seen(metadata, report if report.trust == trust else Report(), now)
    flush_folder(metadata)
    release = _release_for(updater, settings)
    if release.target.length > MOST_PACKED:
        raise FleetError(
            "too-large", "The publication is larger than a kiosk accepts. Tell the person who published it."
        )
    return RemoteRelease(release, seen, trust, updater)


def _trusted_root(path: Path) -> bytes:
    """Return the bytes of this kiosk's `root.json`, checked here so that its errors are not blamed on the server."""
    to_do = "Copy root.json from the network's folder to there."
    try:
        raw = path.read_bytes()
        root = Metadata[Root].from_bytes(raw)
        if root.signed.type != Root.type:
            raise RepositoryError(f"not a root but a {root.signed.type}")
        root.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
    except OSError as error:
        raise FleetError("no-root", f"{path} cannot be read ({error.strerror}). {to_do}") from error
    except RepositoryError as error:
        raise FleetError("no-root", f"{path} is damaged, or another file. {to_do}") from error
    return raw


def _seen(metadata: Path, report: Report, now: datetime) -> dict[str, int]:
    """Return the versions that were just verified.

    TUF forgets the versions it has seen if its files are damaged, and trusts the clock: so check both again.
    """
    root = Metadata[Root].from_file(str(metadata / "root.json")).signed
    timestamp = Metadata[Timestamp].from_file(str(metadata / "timestamp.json")).signed
    seen = {"root": root.version, "timestamp": timestamp.version}
    if (root.version, timestamp.version) < (report.seen.get("root", 0), report.seen.get("timestamp", 0)):
        raise BadVersionNumberError(f"{seen} after {report.seen}")
    newest = max(now, moment_of(report.reached) or now)
    if timestamp.is_expired(newest.astimezone(UTC)):
        raise ExpiredMetadataError("the timestamp had expired at a moment that has been")
    return seen


def _release_for(updater: Updater, settings: Settings) -> Release:
    """Return the release for this kiosk's ring, or else the one for all."""
    upcoming = release_of(updater.get_targetinfo(f"{settings.channel}/{NEXT}"))
    if upcoming and is_in(settings.kiosk, upcoming.percent):
        return upcoming
    whole = release_of(updater.get_targetinfo(f"{settings.channel}/{WHOLE}"))
    if whole is None:
        sentence = f"Nothing is published for the channel “{settings.channel}”. Check “channel” in fleet.yaml."
        raise FleetError("no-channel", sentence)
    return whole


def explain(error: Exception, settings: Settings, report: Report, now: datetime) -> FleetError:
    """Return what an error of TUF or of the disk means for staff."""
    if isinstance(error, FleetError):
        return error
    found = _explain(error, settings.source)
    newest = moment_of(report.reached)
    if newest and newest - now > _CLOCK_DRIFT and found.code in ("not-secure", "expired", "unreachable"):
        sentence = (
            f"The clock of this machine says {now:%Y-%m-%d}, but {newest:%Y-%m-%d} has passed already. Set the clock. "
            f"{found}"
        )
        return FleetError("clock", sentence)
    return found


def _explain(error: Exception, source: str) -> FleetError:
    match error:
        case NotSecureError():
            sentence = f"{source} could not prove its identity. Check the clock, and “certificates” in fleet.yaml."
            return FleetError("not-secure", sentence)
        case SlowRetrievalError():
            return FleetError("too-slow", f"{source} was too slow. The kiosk tries again later.")
        case DownloadLengthMismatchError():
            return FleetError("too-large", f"{source} sent more than expected. Somebody may have changed it.")
        case DownloadHTTPError():
            return FleetError("unreachable", f"{source} does not have the files ({error.status_code}).")
        case DownloadError():
            return FleetError("unreachable", f"{source} cannot be reached. Check the network, or the USB stick.")
        case ExpiredMetadataError():
            sentence = (
                f"What {source} offers is signed, but for an earlier time: something newer is held back, nobody has "
                "run “fleet renew” there, or the clock of this machine is ahead."
            )
            return FleetError("expired", sentence)
        case BadVersionNumberError():
            return FleetError("older", f"{source} offers something older than this kiosk has seen. It is rejected.")
        case RepositoryError():
            return FleetError("tampered", f"What {source} offers is not signed correctly. It is rejected.")
    return FleetError("disk", f"The content could not be written here ({error}). Check the disk of this machine.")
