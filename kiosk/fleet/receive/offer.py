"""What the network offers this kiosk, found right by TUF: signed, not older than what was seen, not held back."""

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
"""By how much a clock may have been set back without being wrong."""


class Offer(NamedTuple):
    """One release, and how to get it."""

    release: Release
    seen: dict[str, int]
    """The versions of root and timestamp with which it was found right."""
    trust: str
    """See `Report.trust`."""
    updater: Updater

    def fetch(self, place: Path) -> bytes:
        """The bytes of the bundle, as they were signed. `place` is for what is on its way. Raises as TUF does."""
        self.updater.download_target(self.release.target, str(place))
        return place.read_bytes()


def offer_of(settings: Settings, report: Report, now: datetime) -> Offer:
    """Asks the source of `settings`. Raises FleetError, and TUF's errors, which `told` explains."""
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
    # Another network, with another root, starts to count anew.
    seen = _seen(metadata, report if report.trust == trust else Report(), now)
    flush_folder(metadata)
    release = _mine(updater, settings)
    if release.target.length > MOST_PACKED:
        raise FleetError("too-large", "What was published is larger than a kiosk takes. Tell whoever published it.")
    return Offer(release, seen, trust, updater)


def _trusted_root(path: Path) -> bytes:
    """The bytes of this kiosk's own `root.json`; what is wrong with them is no fault of the server's."""
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
    """The versions that were found right just now.

    TUF forgets what it has seen where its files are damaged, and believes the clock: so both are looked at again.
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


def _mine(updater: Updater, settings: Settings) -> Release:
    """What the ring that this kiosk is in gets, or else what all get."""
    upcoming = release_of(updater.get_targetinfo(f"{settings.channel}/{NEXT}"))
    if upcoming and is_in(settings.kiosk, upcoming.percent):
        return upcoming
    whole = release_of(updater.get_targetinfo(f"{settings.channel}/{WHOLE}"))
    if whole is None:
        sentence = f"Nothing is published for the channel “{settings.channel}”. Look at the channel in fleet.yaml."
        raise FleetError("no-channel", sentence)
    return whole


def told(error: Exception, settings: Settings, report: Report, now: datetime) -> FleetError:
    """What one of TUF's errors, or the disk's, means for staff."""
    if isinstance(error, FleetError):
        return error
    found = _told(error, settings.source)
    newest = moment_of(report.reached)
    if newest and newest - now > _CLOCK_DRIFT and found.code in ("not-secure", "expired", "unreachable"):
        sentence = (
            f"The clock of this machine says {now:%Y-%m-%d}, but {newest:%Y-%m-%d} has been already. Set the clock. "
            f"{found}"
        )
        return FleetError("clock", sentence)
    return found


def _told(error: Exception, source: str) -> FleetError:
    match error:
        case NotSecureError():
            sentence = f"{source} could not prove who it is. Look at the clock, and at “certificates” in fleet.yaml."
            return FleetError("not-secure", sentence)
        case SlowRetrievalError():
            return FleetError("too-slow", f"{source} was too slow. It is tried again later.")
        case DownloadLengthMismatchError():
            return FleetError("too-large", f"{source} sent more than was to come. Somebody may have changed it.")
        case DownloadHTTPError():
            return FleetError("unreachable", f"{source} does not have the files ({error.status_code}).")
        case DownloadError():
            return FleetError("unreachable", f"{source} cannot be reached. Look at the network, or the stick.")
        case ExpiredMetadataError():
            sentence = (
                f"What {source} offers is signed, but for an earlier time: something newer is held back, nobody has "
                "run “fleet renew” there, or the clock of this machine is ahead."
            )
            return FleetError("expired", sentence)
        case BadVersionNumberError():
            return FleetError(
                "older", f"{source} offers something older than what this kiosk has seen. It is not taken."
            )
        case RepositoryError():
            return FleetError("tampered", f"What {source} offers is not signed as it must be. It is not taken.")
    return FleetError("disk", f"The content could not be written here ({error}). Look at the disk of this machine.")
