"""The content manager's overview of a network: channels, keys, and what must be signed again by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from tuf.api.metadata import Root

from kiosk.fleet.publish.key_files import name_of
from kiosk.fleet.publish.network import Network
from kiosk.fleet.publish.roles import ROLES
from kiosk.fleet.release import channels_of, next_of, whole_of

_SOON = {"freshness": timedelta(days=7)}
_USUALLY_SOON = timedelta(days=60)


def overview(network: Network, now: datetime) -> list[str]:
    """Return the overview as lines. Raises FleetError as `Network` does."""
    root = network.roots()[-1].signed
    return [*_channels(network), "", *_keys(root), "", *_dates(network, root, now)]


def _channels(network: Network) -> Iterator[str]:
    targets = network.targets().signed
    names = channels_of(targets)
    yield "Channels:" if names else "Nothing is published yet."
    for name in names:
        for release in filter(None, (whole_of(targets, name), next_of(targets, name))):
            who = "all kiosks" if release.percent >= 100 else f"the first {release.percent} %"
            line = f"  {name}: {who} have release {release.number} of {release.published[:10]}, {release.content[:16]}"
            yield line + ("" if release.approved else ", NOT APPROVED") + (f" ({release.note})" if release.note else "")


def _keys(root: Root) -> Iterator[str]:
    yield "Keys:"
    for role in ROLES:
        holders = root.roles[role.signs[0]]
        names = ", ".join(name_of(root.get_key(keyid)) for keyid in holders.keyids)
        yield f"  {role.name}: {holders.threshold} of {names} must sign; {role.is_for}."


def _dates(network: Network, root: Root, now: datetime) -> Iterator[str]:
    yield "To be signed again before:"
    expiry = {
        "root": (root.expires, "“fleet rotate-key” with any root key"),
        "content": (network.targets().signed.expires, "the next “fleet publish”"),
        "freshness": (
            min(network.timestamp().signed.expires, network.snapshot().signed.expires),
            "“fleet renew”",
        ),
    }
    for name, (expires, by) in expiry.items():
        left = expires - now
        soon = "  <- SOON" if left < _SOON.get(name, _USUALLY_SOON) else ""
        yield f"  {expires:%Y-%m-%d} {name}, by {by}{'  <- OVER' if left < timedelta() else soon}"
