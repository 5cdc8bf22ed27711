"""Create a network of kiosks: its keys, its first root, and an empty list of channels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from securesystemslib.signer import Key
from tuf.api.metadata import Root, Targets

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.one_at_a_time import one_at_a_time
from kiosk.fleet.publish.key_files import AskPassphrase, KeyRing, make_key, name_of, new_passphrase
from kiosk.fleet.publish.network import KEYS, ROOT_FILE, Network
from kiosk.fleet.publish.roles import ROLES, role_named


class Holders(NamedTuple):
    """Number of keys of a role, and how many must sign."""

    keys: int
    threshold: int


USUAL = {"root": Holders(3, 2), "content": Holders(1, 1), "freshness": Holders(1, 1)}
UNATTENDED = ("freshness",)
"""Roles whose key has no passphrase, because a timer signs."""


def make_network(folder: Path, ask: AskPassphrase, now: datetime, holders: Mapping[str, Holders] = USUAL) -> Network:
    """Create the network in the new folder `folder`, with all keys in its `keys/`.

    Asks for all passphrases before writing anything; after an interruption it can be called again. Raises FleetError if
    there is a network already or a threshold is impossible, and OSError if it cannot be written.
    """
    _require_none(folder)
    for name, (count, threshold) in holders.items():
        if not 1 <= threshold <= count:
            raise FleetError("threshold", f"{threshold} of {count} keys for {name} is not possible.")
    roles = {f"{role.name}-{number}": role for role in ROLES for number in range(1, holders[role.name].keys + 1)}
    secrets = {name: "" if role.name in UNATTENDED else new_passphrase(ask, name) for name, role in roles.items()}
    network = Network(folder, KeyRing([folder / KEYS], secrets.__getitem__))
    folder.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(folder):
        _require_none(folder)
        with _undo_unless_complete([*_first_files(network), *(_key_file(network, name) for name in roles)]):
            root = Root(consistent_snapshot=True)
            for name, role in roles.items():
                key = make_key(folder / KEYS, name, secrets[name])
                for tuf_role in role.signs:
                    root.add_key(key, tuf_role)
                    root.roles[tuf_role].threshold = holders[role.name].threshold
            network.write_root(root, None, now)
            network.publish(Targets(), now)
    return network


def _require_none(folder: Path) -> None:
    if (folder / ROOT_FILE).exists():
        raise FleetError("network-exists", f"There is a network in {folder} already. It is not overwritten.")


def _first_files(network: Network) -> list[Path]:
    """Return the files of the first root and the first, empty, list of channels."""
    names = ("timestamp.json", "1.snapshot.json", "1.targets.json", "1.root.json")
    return [network.folder / ROOT_FILE, *(network.metadata / name for name in names)]


def _key_file(network: Network, name: str) -> Path:
    return network.folder / KEYS / f"{name}.pem"


@contextmanager
def _undo_unless_complete(paths: Iterable[Path], commit: Path | None = None) -> Iterator[None]:
    """Remove those of `paths` that the block has made if anything interrupts it, even Ctrl+C.

    Once the file `commit` exists they stay, because it refers to them.
    """
    new = [path for path in paths if not path.exists()]
    try:
        yield
    except BaseException:
        if commit is None or not commit.exists():
            for path in new:
                with suppress(OSError):
                    path.unlink()
        raise


def replace_key(network: Network, name: str, ask: AskPassphrase, now: datetime) -> str:
    """Replace the key called `name`, which is no longer valid from now on; return the name of the new one.

    The old private key is not needed. Raises FleetError if there is no such key, or too few root keys are available.
    """
    old = network.roots()[-1].signed
    role_name = name.rsplit("-", 1)[0]
    try:
        role = role_named(role_name)
        gone = next(key for key in _keys_of(old, role.signs[0]) if name_of(key) == name)
    except (KeyError, StopIteration):
        known = ", ".join(key_names(old))
        raise FleetError("no-key", f"The network has no key “{name}”. It has: {known}.") from None
    numbers = [int(each.rsplit("-", 1)[1]) for each in _names_ever(network) if each.rsplit("-", 1)[0] == role_name]
    fresh = f"{role_name}-{max(numbers) + 1}"
    root = Root.from_dict(deepcopy(old.to_dict()))
    root.version += 1
    secret = "" if role_name in UNATTENDED else new_passphrase(ask, fresh)
    key_file, root_file = _key_file(network, fresh), network.metadata / f"{root.version}.root.json"
    with _undo_unless_complete([key_file], root_file):
        key = make_key(key_file.parent, fresh, secret)
        # Remembered, so that nothing has to be asked once the new root is written.
        network.keys.tell(fresh, secret)
        for tuf_role in role.signs:
            root.revoke_key(gone.keyid, tuf_role)
            root.add_key(key, tuf_role)
        network.write_root(root, old, now)
    network.renew(now)
    return fresh


def key_names(root: Root) -> list[str]:
    """Return the names of all valid keys, by role."""
    return [name_of(key) for role in ROLES for key in _keys_of(root, role.signs[0])]


def _keys_of(root: Root, tuf_role: str) -> list[Key]:
    return [root.get_key(keyid) for keyid in root.roles[tuf_role].keyids]


def _names_ever(network: Network) -> set[str]:
    return {name for root in network.roots() for name in key_names(root.signed)}
