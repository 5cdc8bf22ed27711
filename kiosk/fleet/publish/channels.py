"""Channels: one content for all kiosks of a channel, and possibly a newer one for the first ring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from tuf.api.metadata import TargetFile

from kiosk.fleet.bundle import Bundle
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.publish.network import Network
from kiosk.fleet.release import NEXT, WHOLE, Release, channels_of, next_of, whole_of
from kiosk.fleet.ring import wider

CHANNEL = re.compile(r"[a-z0-9][a-z0-9-]{0,49}", re.ASCII)
"""The form of a channel's name."""


class Channels:
    """Publish, promote and roll back in the channels of a network. All methods raise FleetError and OSError."""

    def __init__(self, network: Network, now: datetime) -> None:
        self._network = network
        self._now = now
        self.targets = network.targets().signed
        self._number = self.targets.version + 1

    def publish(self, bundle: Bundle, channel: str, percent: int, approved: bool, note: str) -> Release:
        """Publish `bundle` for the first `percent` of the kiosks of `channel`, or for all."""
        if not CHANNEL.fullmatch(channel):
            raise FleetError("channel-name", f"“{channel}” cannot be the name of a channel: use a-z, 0-9 and hyphens.")
        self._put(bundle.packed, bundle.content, channel, percent, approved, note)
        return self._done(channel)

    def promote(self, source: str, channel: str, percent: int | None, unapproved: bool = False) -> Release:
        """Publish the content of all kiosks of `source` for the next ring of `channel`, or its first `percent`."""
        tried = whole_of(self.targets, source)
        if tried is None:
            raise FleetError("no-channel", f"Nothing is published in “{source}”.{self._known()}")
        if not tried.approved and not unapproved:
            raise FleetError("not-approved", f"The content of “{source}” is not approved, so it goes no further.")
        present = next_of(self.targets, channel)
        same = present is not None and present.content == tried.content
        if percent is None:
            first = whole_of(self.targets, channel) is None
            percent = 100 if first else wider(present.percent if same and present else 0)
        packed = self._network.bundle(tried.target)
        self._put(packed, tried.content, channel, percent, tried.approved, tried.note)
        return self._done(channel)

    def rollback(self, channel: str | None) -> tuple[list[tuple[str, Release]], list[FleetError]]:
        """Take back the content of `channel`, or, without one, the newest content in every channel.

        A ring with newer content goes back to what all kiosks have; otherwise all go back to the content before.
        Returns what each changed channel has now, and why others are unchanged; raises the first of these reasons if
        nothing could be taken back.
        """
        bad = ""
        if channel is not None:
            affected = [channel]
        else:
            newest = max(self._releases(), key=lambda each: each[1].number, default=None)
            if newest is None:
                raise FleetError("nothing-before", "Nothing is published yet, so nothing can be taken back.")
            bad = newest[1].content
            affected = list(dict.fromkeys(name for name, each in self._releases() if each.content == bad))
        done: list[str] = []
        kept: list[FleetError] = []
        for name in affected:
            try:
                self._take_back(name, bad)
                done.append(name)
            except FleetError as error:
                kept.append(error)
        if not done:
            raise kept[0]
        return [(name, self._done(name, last=name == done[-1])) for name in done], kept

    def _releases(self) -> Iterator[tuple[str, Release]]:
        for name in channels_of(self.targets):
            for release in (whole_of(self.targets, name), next_of(self.targets, name)):
                if release:
                    yield name, release

    def _take_back(self, channel: str, bad: str) -> None:
        """Take back the content `bad`, or, if that is empty, the newest in the channel."""
        whole = whole_of(self.targets, channel)
        if whole is None:
            raise FleetError("no-channel", f"Nothing is published in “{channel}”.{self._known()}")
        if f"{channel}/{NEXT}" in self.targets.targets and whole.content != bad:
            self._put_whole(channel, whole, whole.before)
            return
        before = self._earlier(channel, whole.before)
        if before is None:
            sentence = (
                f"There was nothing in “{channel}” before release {whole.number}. Publish corrected content instead."
            )
            raise FleetError("nothing-before", sentence)
        self._put_whole(channel, before, before.before)

    def _earlier(self, channel: str, number: int) -> Release | None:
        return whole_of(self._network.targets(number).signed, channel) if number else None

    def _put_whole(self, channel: str, old: Release, before: int) -> None:
        """Publish the bytes of `old` again, for all, as a higher release."""
        packed = self._network.bundle(old.target)
        self.targets.targets.pop(f"{channel}/{NEXT}", None)
        self._add(packed, f"{channel}/{WHOLE}", old, before, 100)

    def _put(self, packed: bytes, content: str, channel: str, percent: int, approved: bool, note: str) -> None:
        whole = whole_of(self.targets, channel)
        if whole is not None and whole.content == content:
            raise FleetError("already-there", f"All kiosks of “{channel}” have this content already.")
        if percent < 100 and whole is None:
            raise FleetError(
                "first-for-all", f"The first content of “{channel}” goes to all its kiosks: use --ring 100."
            )
        target = TargetFile(0, {"sha256": ""}, "")
        made = self._now.strftime("%Y-%m-%dT%H:%M:%SZ")
        release = Release(0, 0, content, made, approved, note, percent, target)
        before = whole.number if whole else 0
        if percent >= 100:
            self.targets.targets.pop(f"{channel}/{NEXT}", None)
        self._add(packed, f"{channel}/{WHOLE if percent >= 100 else NEXT}", release, before, percent)

    def _add(self, packed: bytes, path: str, release: Release, before: int, percent: int) -> None:
        fields = {**release.as_json(), "number": self._number, "before": before, "percent": percent}
        target = self._network.add_bundle(path, packed)
        target.unrecognized_fields["custom"] = fields
        self.targets.targets[path] = target

    def _done(self, channel: str, last: bool = True) -> Release:
        if last:
            self._network.publish(self.targets, self._now)
        release = next_of(self.targets, channel) or whole_of(self.targets, channel)
        assert release is not None
        return release

    def _known(self) -> str:
        names = channels_of(self.targets)
        return f" There is: {', '.join(names)}." if names else " Nothing is published anywhere yet."
