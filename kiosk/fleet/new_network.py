"""Makes a network: its keys, its first root, and an empty list of channels."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from securesystemslib.signer import Key
from tuf.api.metadata import Root, Targets

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.key_files import AskPassphrase, KeyRing, make_key, name_of
from kiosk.fleet.network import KEYS, ROOT_FILE, Network
from kiosk.fleet.roles import ROLES, role_named


class Holders(NamedTuple):
    """How many keys there are for a role, and how many of them must sign."""

    keys: int
    threshold: int


USUAL = {"root": Holders(3, 2), "content": Holders(1, 1), "freshness": Holders(1, 1)}
UNATTENDED = ("freshness",)
"""Roles whose key has no passphrase, because a timer signs with it."""


def make_network(folder: Path, ask: AskPassphrase, now: datetime, holders: Mapping[str, Holders] = USUAL) -> Network:
    """Makes the network in the new folder `folder`, all keys in its `keys/`.

    Raises FleetError where there is one already, or a threshold cannot be met, and OSError where it cannot be written.
    """
    if (folder / ROOT_FILE).exists():
        raise FleetError("network-exists", f"There is a network in {folder} already. It is not overwritten.")
    for name, (count, threshold) in holders.items():
        if not 1 <= threshold <= count:
            raise FleetError("threshold", f"{threshold} of {count} keys for {name} is not possible.")
    root = Root(consistent_snapshot=True)
    secrets: dict[str, str] = {}
    for role in ROLES:
        for number in range(1, holders[role.name].keys + 1):
            name = f"{role.name}-{number}"
            secrets[name] = "" if role.name in UNATTENDED else ask(name)
            key = make_key(folder / KEYS, name, secrets[name])
            for tuf_role in role.signs:
                root.add_key(key, tuf_role)
        for tuf_role in role.signs:
            root.roles[tuf_role].threshold = holders[role.name].threshold
    network = Network(folder, KeyRing([folder / KEYS], secrets.__getitem__))
    network.write_root(root, None, now)
    network.publish(Targets(), now)
    return network


def replace_key(network: Network, name: str, ask: AskPassphrase, now: datetime) -> str:
    """Makes a new key in place of the one called `name`, which counts for nothing from now on; returns its name.

    The old private key is not needed. Raises FleetError where there is no such key, or too few root keys are at hand.
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
    key = make_key(network.folder / KEYS, fresh, "" if role_name in UNATTENDED else ask(fresh))
    for tuf_role in role.signs:
        root.revoke_key(gone.keyid, tuf_role)
        root.add_key(key, tuf_role)
    try:
        network.write_root(root, old, now)
    except FleetError:
        (network.folder / KEYS / f"{fresh}.pem").unlink()
        raise
    network.renew(now)
    return fresh


def key_names(root: Root) -> list[str]:
    """The names of all keys that count, by role."""
    return [name_of(key) for role in ROLES for key in _keys_of(root, role.signs[0])]


def _keys_of(root: Root, tuf_role: str) -> list[Key]:
    return [root.get_key(keyid) for keyid in root.roles[tuf_role].keyids]


def _names_ever(network: Network) -> set[str]:
    return {name for root in network.roots() for name in key_names(root.signed)}
