"""A folder in which every command of docs/fleet.md can be called as it is shown there."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk.content.approval.edit_review import with_approval
from kiosk.content.reader import read_content
from tests.content.sample_clinic import as_own

PASSPHRASE = "four words for examples"


def prepare(folder: Path) -> None:
    """`folder` holds a copy of the shipped content; a network, a stick and a kiosk's settings come beside it."""
    from kiosk.fleet.bundle import pack
    from kiosk.fleet.publish.channels import Channels
    from kiosk.fleet.publish.key_files import KeyRing
    from kiosk.fleet.publish.network import KEYS, Network
    from kiosk.fleet.publish.new_network import make_network

    def ask(name: str) -> str:
        return PASSPHRASE

    now = datetime.now(UTC)
    make_network(folder / "fleet", ask, now)
    network = Network(folder / "fleet", KeyRing([folder / "fleet" / KEYS], ask))
    for phone, channels in (
        ("212-444-0001", ("stable", "canary")),
        ("212-444-0002", ("stable",)),
        ("212-444-0003", ("canary",)),
    ):
        content = folder / f"content-{phone}"
        shutil.copytree(folder / "content", content)
        as_own(content, phone)
        approve_all(content)
        for channel in channels:
            Channels(network, now).publish(pack(content), channel, 100, True, "An example")
    as_own(folder / "content")
    approve_all(folder / "content")
    shutil.copytree(folder / "fleet" / "public", folder / "stick" / "fleet")
    source = (folder / "fleet" / "public").as_uri()
    (folder / "fleet.yaml").write_text(f"from: {source}\nroot: fleet/root.json\nfolder: kiosk\n")


def approve_all(content: Path) -> None:
    """As if a clinician had approved every text in every language."""
    everything = read_content(content).everything
    assert everything is not None
    for language, own in everything.topics.items():
        for name, topic in own.items():
            path = content / language / f"{name}.yaml"
            due = date.today() + timedelta(days=365)
            after = with_approval(path.read_bytes(), "A. Example", "Nurse", date.today(), due, topic.fingerprint)
            assert after is not None
            path.write_bytes(after)
