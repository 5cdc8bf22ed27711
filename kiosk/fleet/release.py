"""One content in one channel, with its signed fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tuf.api.metadata import TargetFile, Targets

from kiosk.fleet.fleet_error import FleetError

WHOLE, NEXT = "whole.tar.gz", "next.tar.gz"
"""The target of all kiosks of a channel, and the target of those in the ring."""


@dataclass(frozen=True)
class Release:
    """One content in one channel."""

    number: int
    """Increases with every publication in any channel, rollbacks included."""
    before: int
    """The release that a rollback restores; 0 for none."""
    content: str
    """`Bundle.content`."""
    published: str
    """ISO 8601, UTC."""
    approved: bool
    """True if a clinician approved everything in it."""
    note: str
    percent: int
    """Percent of the channel's kiosks that get it."""
    target: TargetFile

    def as_json(self) -> dict[str, Any]:
        """Return the signed fields that go with the bundle."""
        return {name: value for name, value in vars(self).items() if name != "target"}


def release_of(target: TargetFile | None) -> Release | None:
    """Return the release of a target; None for None. Raises FleetError if its signed fields have another form."""
    if target is None:
        return None
    document = target.custom
    kinds = {"number": int, "before": int, "content": str, "published": str, "approved": bool, "note": str,
             "percent": int}  # fmt: skip
    if not isinstance(document, dict) or not all(type(document.get(name)) is kind for name, kind in kinds.items()):
        raise FleetError("not-understood", "The publication has a form that this version does not know.")
    return Release(**{name: document[name] for name in kinds}, target=target)


def whole_of(targets: Targets, channel: str) -> Release | None:
    """Return what all kiosks of `channel` get."""
    return release_of(targets.targets.get(f"{channel}/{WHOLE}"))


def next_of(targets: Targets, channel: str) -> Release | None:
    """Return what the kiosks in the ring get."""
    return release_of(targets.targets.get(f"{channel}/{NEXT}"))


def channels_of(targets: Targets) -> list[str]:
    """Return the names of all channels."""
    return sorted({path.rsplit("/", 1)[0] for path in targets.targets})
