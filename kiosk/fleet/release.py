"""One content in one channel, and what is signed of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tuf.api.metadata import TargetFile, Targets

from kiosk.fleet.fleet_error import FleetError

WHOLE, NEXT = "whole.tar.gz", "next.tar.gz"
"""The target of all kiosks of a channel, and that of those in the ring."""


@dataclass(frozen=True)
class Release:
    """One content in one channel."""

    number: int
    """Grows with everything that is published, wherever; a rollback is a higher number too."""
    before: int
    """The release that a rollback leads back to; 0 for none."""
    content: str
    """`Bundle.content`."""
    published: str
    """ISO 8601, UTC."""
    approved: bool
    """Whether everything in it was approved by a clinician."""
    note: str
    percent: int
    """How many of the channel's kiosks get it."""
    target: TargetFile

    def as_json(self) -> dict[str, Any]:
        """The signed fields that go with the bundle."""
        return {name: value for name, value in vars(self).items() if name != "target"}


def release_of(target: TargetFile | None) -> Release | None:
    """What is said of a bundle; None for none. Raises FleetError where the signed fields are in another form."""
    if target is None:
        return None
    document = target.custom
    kinds = {"number": int, "before": int, "content": str, "published": str, "approved": bool, "note": str,
             "percent": int}  # fmt: skip
    if not isinstance(document, dict) or not all(type(document.get(name)) is kind for name, kind in kinds.items()):
        raise FleetError("not-understood", "What was published is in a form that this version does not know.")
    return Release(**{name: document[name] for name in kinds}, target=target)


def whole_of(targets: Targets, channel: str) -> Release | None:
    """What all kiosks of `channel` get."""
    return release_of(targets.targets.get(f"{channel}/{WHOLE}"))


def next_of(targets: Targets, channel: str) -> Release | None:
    """What the first of them get."""
    return release_of(targets.targets.get(f"{channel}/{NEXT}"))


def channels_of(targets: Targets) -> list[str]:
    """The names of all channels."""
    return sorted({path.rsplit("/", 1)[0] for path in targets.targets})
