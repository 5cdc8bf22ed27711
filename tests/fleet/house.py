"""A network and a kiosk of it, in a folder of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk.content.approval.edit_review import with_approval
from kiosk.content.reader import read_content
from kiosk.fleet.bundle import content_of, pack
from kiosk.fleet.publish.channels import Channels
from kiosk.fleet.publish.key_files import KeyRing
from kiosk.fleet.publish.network import KEYS, Network
from kiosk.fleet.publish.new_network import make_network
from kiosk.fleet.receive.fitness import require_fit
from kiosk.fleet.receive.receiver import receive
from kiosk.fleet.receive.report import Report
from kiosk.fleet.receive.settings import Settings
from kiosk.fleet.release import Release
from tests.content.sample_clinic import FILES, ClinicFolder, confirm

OLD, NEW = "212-444-0101", "212-444-0102"
"""Two phone numbers, by which contents are told apart."""
NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)


def no_passphrase(name: str) -> str:
    """The keys of tests have none."""
    return ""


def clinic(place: Path, phone: str) -> ClinicFolder:
    """Content that differs from other content by the clinic's phone number, and that a clinician has approved."""
    folder = ClinicFolder(place)
    for file, text in FILES.items():
        folder.write(file, text.replace("phone: 212-444-0100", f"phone: {phone}"))
    confirm(folder.path)
    approve(folder)
    return folder


def approve(folder: ClinicFolder) -> None:
    """Approves each text as it is."""
    everything = read_content(folder.path).everything
    assert everything is not None
    today = date.today()
    for name, topic in everything.topics["en"].items():
        path = folder.path / f"en/{name}.yaml"
        due = today + timedelta(days=300)
        after = with_approval(path.read_bytes(), "A. Example", "Nurse", today, due, topic.fingerprint)
        assert after is not None
        path.write_bytes(after)


class House:
    """Publishes and receives; `now` is the clock of both unless another is named."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folder = place / "fleet"
        self.public = self.folder / "public"
        make_network(self.folder, no_passphrase, NOW)
        self.settings = Settings(
            source=str(self.public),
            channel="stable",
            kiosk="clinic-1",
            root=self.folder / "root.json",
            folder=place / "kiosk",
            time_limit_s=60.0,
            kiosk_state=place / "state",
        )
        self.current = place / "kiosk" / "current"

    @property
    def network(self) -> Network:
        return Network(self.folder, KeyRing([self.folder / KEYS], no_passphrase))

    def content(self, phone: str) -> Path:
        """A folder with approved content; the same for the same phone number."""
        place = self.place / f"content-{phone}"
        return place if place.exists() else clinic(place, phone).path

    def publish(self, phone: str, channel: str = "stable", ring: int = 100, now: datetime = NOW) -> Release:
        """Publishes what `content` gives."""
        folder = self.content(phone)
        require_fit(folder, date.today())
        return Channels(self.network, now).publish(pack(folder), channel, ring, True, "")

    def promote(self, source: str, channel: str, ring: int | None = None) -> Release:
        return Channels(self.network, NOW).promote(source, channel, ring)

    def rollback(self, channel: str | None = None) -> list[str]:
        done, _ = Channels(self.network, NOW).rollback(channel)
        return [name for name, _ in done]

    def receive(self, now: datetime | None = None, **other: object) -> Report:
        """One look of the kiosk, with other settings where some are named."""
        return receive(replace(self.settings, **other), now or datetime.now(UTC))  # type: ignore[arg-type]

    @property
    def phone(self) -> str:
        """The phone number that patients of the kiosk see: proof of which content they have, whole and right."""
        library = read_content(self.current).library
        assert library is not None
        phone = library.clinic.phone
        assert content_of(self.current) == content_of(self.content(phone)), "the content is not whole"
        return phone
