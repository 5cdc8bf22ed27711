"""The signed folder of a network: `public/` is for a web server, a CDN or a USB stick; nothing in it is secret.

New files are written first and `timestamp.json` last, so a reader of `public/` always finds one complete state.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.one_at_a_time import one_at_a_time
from kiosk.fleet.publish.key_files import KeyRing
from kiosk.fleet.publish.roles import role_for
from kiosk.machine.files import rewrite

PUBLIC = "public"
KEYS = "keys"
ROOT_FILE = "root.json"
"""Given to a kiosk when it is set up; the content manager's machine verifies the public folder by it."""
KEPT_SNAPSHOTS = 40
"""Nobody asks for older ones: each is replaced the next day."""
_Kind = TypeVar("_Kind", Root, Timestamp, Snapshot, Targets)
_JSON = JSONSerializer(compact=True)


class Network:
    """A network's folder, with the available keys."""

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self.folder = folder
        self.metadata = folder / PUBLIC / "metadata"
        self.bundles = folder / PUBLIC / "targets"
        self.keys = keys

    @contextmanager
    def alone(self, patience_s: float | None = None) -> Iterator[None]:
        """Hold the lock for a change, from before the first read: see `one_at_a_time`.

        Also raises FleetError if there is no network.
        """
        path = self.folder / ROOT_FILE
        if not path.is_file():
            raise _missing(path)
        with one_at_a_time(self.folder, patience_s):
            yield

    # Reading

    def roots(self) -> list[Metadata[Root]]:
        """Return all versions of the root, oldest first, each verified by the one before it.

        Raises FleetError if there is no network, or somebody has changed it without the keys.
        """
        trusted = self._read(self.folder / ROOT_FILE, Root)
        chain: list[Metadata[Root]] = []
        while (path := self.metadata / f"{len(chain) + 1}.root.json").is_file():
            root = self._read(path, Root)
            try:
                for judge in (*chain[-1:], root):
                    judge.signed.verify_delegate("root", root.signed_bytes, root.signatures)
            except RepositoryError as error:
                raise _changed(path) from error
            chain.append(root)
        own = trusted.signed.version
        if len(chain) < own or chain[own - 1].to_bytes() != trusted.to_bytes():
            raise _changed(self.metadata / f"{own}.root.json")
        return chain

    def targets(self, version: int = 0) -> Metadata[Targets]:
        """Return a publication, by default the newest. Raises FleetError as `roots` does."""
        roots = self.roots()
        version = version or self._versions(roots)[2]
        return self._verified(self.metadata / f"{version}.targets.json", Targets, roots)

    def timestamp(self) -> Metadata[Timestamp]:
        """Return the newest timestamp. Raises FleetError as `roots` does."""
        return self._verified(self.metadata / "timestamp.json", Timestamp, self.roots())

    def snapshot(self) -> Metadata[Snapshot]:
        """Return the snapshot that the timestamp names. Raises FleetError as `roots` does."""
        roots = self.roots()
        return self._verified(self.metadata / f"{self._versions(roots)[1]}.snapshot.json", Snapshot, roots)

    def _versions(self, roots: list[Metadata[Root]]) -> tuple[int, int, int]:
        """Return the versions of timestamp, snapshot and targets; zeros before the first are signed."""
        path = self.metadata / "timestamp.json"
        if not path.exists():
            return 0, 0, 0
        timestamp = self._verified(path, Timestamp, roots).signed
        version = timestamp.snapshot_meta.version
        snapshot = self._verified(self.metadata / f"{version}.snapshot.json", Snapshot, roots).signed
        return timestamp.version, version, snapshot.meta["targets.json"].version

    def _verified(self, path: Path, kind: type[_Kind], roots: list[Metadata[Root]]) -> Metadata[_Kind]:
        """Return a file verified by any root, since an old file was signed with the keys of its time."""
        found = self._read(path, kind)
        for root in reversed(roots):
            with suppress(RepositoryError):
                root.signed.verify_delegate(kind.type, found.signed_bytes, found.signatures)
                return found
        raise _changed(path)

    def _read(self, path: Path, kind: type[_Kind]) -> Metadata[_Kind]:
        try:
            found: Metadata[_Kind] = Metadata.from_bytes(path.read_bytes())
        except FileNotFoundError:
            raise _missing(path) from None
        except DeserializationError as error:
            raise _changed(path) from error
        if not isinstance(found.signed, kind):
            raise _changed(path)
        return found

    # Writing

    def add_bundle(self, path: str, packed: bytes) -> TargetFile:
        """Store a bundle where kiosks look for the target `path`. Raises OSError."""
        target = TargetFile.from_data(path, packed, ["sha256"])
        channel, _, name = path.rpartition("/")
        place = self.bundles / channel / f"{sha256(packed).hexdigest()}.{name}"
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists() or place.read_bytes() != packed:
            rewrite(place, packed)
        return target

    def bundle(self, target: TargetFile) -> bytes:
        """Return the bytes of a bundle. Raises FleetError if they are missing or not what was signed."""
        channel, _, name = target.path.rpartition("/")
        place = self.bundles / channel / f"{target.hashes['sha256']}.{name}"
        try:
            packed = place.read_bytes()
            target.verify_length_and_hashes(packed)
        except (OSError, RepositoryError) as error:
            raise _changed(place) from error
        return packed

    def publish(self, targets: Targets, now: datetime) -> None:
        """Sign `targets` as a new version, with snapshot and timestamp. Raises FleetError and OSError."""
        roots = self.roots()
        targets.version = self._versions(roots)[2] + 1
        self._sign(targets, roots[-1].signed, now, f"{targets.version}.targets.json")
        self._freshen(targets.version, roots, now)

    def renew(self, now: datetime) -> None:
        """Sign a new timestamp: nothing newer is held back. Also sign the targets if their keys have changed.

        Raises FleetError and OSError.
        """
        roots = self.roots()
        version = self._versions(roots)[2]
        targets = self._verified(self.metadata / f"{version}.targets.json", Targets, roots)
        try:
            roots[-1].signed.verify_delegate("targets", targets.signed_bytes, targets.signatures)
        except RepositoryError:
            self.publish(targets.signed, now)
            return
        self._freshen(version, roots, now)

    def write_root(self, root: Root, before: Root | None, now: datetime) -> None:
        """Sign a root with its own keys and those that `before` requires. Raises FleetError and OSError."""
        root.expires = (now + role_for("root").lifetime).replace(microsecond=0)
        signed = Metadata(root)
        for judge in filter(None, (before, root)):
            keys = [judge.get_key(keyid) for keyid in judge.roles["root"].keyids]
            for signer in self.keys.signers(keys, judge.roles["root"].threshold, "the root"):
                signed.sign(signer, append=True)
        self.metadata.mkdir(parents=True, exist_ok=True)
        self.bundles.mkdir(parents=True, exist_ok=True)
        raw = signed.to_bytes(_JSON)
        rewrite(self.metadata / f"{root.version}.root.json", raw)
        rewrite(self.folder / ROOT_FILE, raw)

    def _freshen(self, targets_version: int, roots: list[Metadata[Root]], now: datetime) -> None:
        old_timestamp, old_snapshot, _ = self._versions(roots)
        snapshot = Snapshot(old_snapshot + 1, meta={"targets.json": MetaFile(targets_version)})
        timestamp = Timestamp(old_timestamp + 1, snapshot_meta=MetaFile(snapshot.version))
        self._sign(snapshot, roots[-1].signed, now, f"{snapshot.version}.snapshot.json")
        self._sign(timestamp, roots[-1].signed, now, "timestamp.json")
        self._prune(f"{version}.snapshot.json" for version in range(1, snapshot.version - KEPT_SNAPSHOTS))

    def _sign(self, signed: _Kind, root: Root, now: datetime, name: str) -> None:
        role = root.roles[signed.type]
        signed.expires = (now + role_for(signed.type).lifetime).replace(microsecond=0)
        metadata = Metadata(signed)
        keys = [root.get_key(keyid) for keyid in role.keyids]
        for signer in self.keys.signers(keys, role.threshold, f"the {role_for(signed.type).name}"):
            metadata.sign(signer, append=True)
        rewrite(self.metadata / name, metadata.to_bytes(_JSON))

    def _prune(self, names: Iterable[str]) -> None:
        for name in names:
            with suppress(FileNotFoundError):
                os.unlink(self.metadata / name)


def _missing(path: Path) -> FleetError:
    return FleetError("no-network", f"{path} is missing. “fleet init” makes a network's folder.")


def _changed(path: Path) -> FleetError:
    sentence = (
        f"{path} is not as it was signed: somebody has changed or removed it without the keys. Nothing is published. "
        "Restore the folder from a copy, and find out who can write to it."
    )
    return FleetError("public-changed", sentence)
