"""Somebody owns the web server, or the way to it: patients still get nothing that was not signed for now."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tuf.api.metadata import Metadata, Targets

from kiosk.fleet.bundle import pack
from kiosk.fleet.bundle_names import MOST_PACKED
from kiosk.fleet.publish.channels import Channels
from kiosk.fleet.release import WHOLE
from tests.fleet.house import DAY, NEW, NOW, OLD, House
from tests.fleet.receive.test_unpacking import HARMFUL
from tests.fleet.web_server import WebServer


def metadata(house: House, name: str) -> Path:
    return house.public / "metadata" / name


def swap_folder(house: House, other: Path) -> None:
    shutil.rmtree(house.public)
    shutil.copytree(other, house.public)


def test_replay_an_older_state_is_refused(house: House, web: WebServer):
    house.publish(OLD)
    before = house.place / "before"
    shutil.copytree(house.public, before)
    house.publish(NEW)
    house.receive(source=web.address)
    swap_folder(house, before)
    assert house.receive(source=web.address).problem == "older"
    assert house.phone == NEW


def test_replay_is_refused_even_where_the_kiosk_has_lost_its_own_metadata(house: House, web: WebServer):
    house.publish(OLD)
    before = house.place / "before"
    shutil.copytree(house.public, before)
    house.publish(NEW)
    house.receive(source=web.address)
    swap_folder(house, before)
    for damage in (b"", b"{}", None):
        for path in (house.settings.folder / "metadata").glob("*.json"):
            if damage is None:
                path.unlink()
            elif not path.is_symlink():
                path.write_bytes(damage)
        assert house.receive(source=web.address).problem == "older"
        assert house.phone == NEW


def test_freeze_a_state_that_is_held_back_is_noticed(house: House, web: WebServer):
    """What the server offers was right once, but has not been renewed: something newer may be hidden."""
    house.publish(OLD)
    assert house.receive(NOW + 13 * DAY, source=web.address).problem == ""
    assert house.receive(NOW + 15 * DAY, source=web.address).problem == "expired"
    house.network.renew(NOW + 15 * DAY)
    assert house.receive(NOW + 15 * DAY, source=web.address).problem == ""
    assert house.phone == OLD


def test_freeze_metadata_that_has_expired_is_refused(house: House, web: WebServer):
    house.publish(OLD)
    assert house.receive(source=web.address).problem == ""
    house.publish(NEW, now=NOW - 15 * DAY)
    assert house.receive(source=web.address).problem == "expired"
    assert house.phone == OLD


def test_freeze_a_clock_that_was_set_back_does_not_make_it_fresh(house: House, web: WebServer):
    house.publish(OLD, now=NOW)
    assert house.receive(NOW + 13 * DAY, source=web.address).problem == ""
    house.publish(NEW, now=NOW - 2 * DAY)
    assert house.receive(NOW, source=web.address).problem in ("expired", "clock")
    assert house.phone == OLD


def test_mix_and_match_of_two_states_is_refused(house: House, kept: Callable[[str], None], web: WebServer):
    """The newer timestamp with the older snapshot, and the newer snapshot with the older targets."""
    old = {name: metadata(house, name).read_bytes() for name in ("2.snapshot.json", "2.targets.json")}
    house.publish(NEW)
    whole = {name: metadata(house, name).read_bytes() for name in ("3.snapshot.json", "3.targets.json")}
    metadata(house, "3.snapshot.json").write_bytes(old["2.snapshot.json"])
    kept("older")
    metadata(house, "3.snapshot.json").write_bytes(whole["3.snapshot.json"])
    metadata(house, "3.targets.json").write_bytes(old["2.targets.json"])
    kept("older")


def test_a_tampered_bundle_is_refused(house: House, kept: Callable[[str], None]):
    house.publish(NEW)
    targets = house.network.targets().signed.targets[f"stable/{WHOLE}"]
    path = house.public / "targets" / "stable" / f"{targets.hashes['sha256']}.{WHOLE}"
    whole = path.read_bytes()
    for damage in (whole[:-1], whole + b"x", bytes([whole[0] ^ 1]) + whole[1:], b"", bytes(len(whole))):
        path.write_bytes(damage)
        kept("too-large" if len(damage) > len(whole) else "tampered")
    path.unlink()
    kept("unreachable")


def test_a_bundle_of_another_channel_is_refused(house: House, kept: Callable[[str], None]):
    house.publish(NEW)
    house.publish("212-444-0103", channel="canary")
    targets = house.network.targets().signed.targets
    stable, canary = (
        house.public / "targets" / name / f"{targets[f'{name}/{WHOLE}'].hashes['sha256']}.{WHOLE}"
        for name in ("stable", "canary")
    )
    whole = stable.read_bytes()
    for other in (canary.read_bytes(), canary.read_bytes()[: len(whole)].ljust(len(whole), b"\0")):
        stable.write_bytes(other)
        kept("tampered" if len(other) <= len(whole) else "too-large")


def test_metadata_that_was_signed_with_other_keys_is_refused(house: House, kept: Callable[[str], None]):
    thief = House(house.place / "thief")
    for number in range(5):
        thief.publish(f"212-444-066{number}")
    shutil.rmtree(house.public)
    shutil.copytree(thief.public, house.public)
    kept("tampered")


def test_a_root_that_others_have_signed_is_refused(house: House, kept: Callable[[str], None]):
    thief = House(house.place / "thief")
    root = Metadata.from_bytes((thief.public / "metadata" / "1.root.json").read_bytes())
    forged = json.loads(root.to_bytes())
    forged["signed"]["version"] = 2
    metadata(house, "2.root.json").write_text(json.dumps(forged))
    kept("tampered")


def test_the_key_of_freshness_cannot_publish(house: House, kept: Callable[[str], None]):
    """It lies on a machine that is always on; whoever steals it can hold content back, and no more."""
    keys = house.folder / "keys"
    shutil.copyfile(keys / "freshness-1.pem", house.place / "stolen.pem")
    network = house.network
    targets: Targets = network.targets().signed
    targets.version += 1
    bundle = pack(house.content(NEW))
    targets.targets[f"stable/{WHOLE}"] = network.add_bundle(f"stable/{WHOLE}", bundle.packed)
    from securesystemslib.signer import CryptoSigner

    signer = CryptoSigner.from_priv_key_uri(
        f"file2:{house.place / 'stolen.pem'}", network.roots()[0].signed.get_key(freshness_id(house))
    )
    forged = Metadata(targets)
    forged.sign(signer)
    forged.to_file(str(metadata(house, "3.targets.json")))
    network._freshen(3, network.roots(), NOW)
    kept("tampered")


def freshness_id(house: House) -> str:
    return house.network.roots()[0].signed.roles["timestamp"].keyids[0]


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_bundle_that_was_signed_is_not_taken(house: House, kept: Callable[[str], None], name: str):
    """Somebody has the content manager's key."""
    publish_bytes(house, HARMFUL[name]())
    kept("bundle-unsafe" if len(HARMFUL[name]()) <= MOST_PACKED else "too-large")
    assert [path.name for path in (house.settings.folder).iterdir() if path.name == "staging"] == []


def test_a_signed_bundle_that_is_too_large_is_not_even_fetched(house: House, web: WebServer, kept: Callable[..., None]):
    publish_bytes(house, bytes(MOST_PACKED + 1))
    web.asked.clear()
    kept("too-large")
    assert not any("tar.gz" in asked for asked in web.asked)


def test_a_bundle_that_is_not_what_its_name_says_is_not_taken(house: House, kept: Callable[[str], None]):
    publish_bytes(house, pack(house.content(NEW)).packed)
    kept("tampered")


def publish_bytes(house: House, packed: bytes) -> None:
    """Signs any bytes as content of “stable”."""
    from kiosk.fleet.bundle import Bundle

    Channels(house.network, NOW).publish(Bundle(packed, "0" * 64), "stable", 100, True, "")


@pytest.mark.parametrize("said", [None, 1, {}, {"number": "1"}, {"number": 1, "content": []}])
def test_signed_fields_in_another_form_are_told(house: House, kept: Callable[[str], None], said: object):
    network = house.network
    targets = network.targets().signed
    targets.targets[f"stable/{WHOLE}"].unrecognized_fields["custom"] = said
    network.publish(targets, NOW)
    kept("not-understood")


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_change_to_any_file_is_refused_or_changes_nothing(house: House, data: st.DataObject):
    """A tampering that nobody has thought of: bits flipped, bytes cut, files swapped or emptied, anywhere."""
    if not house.current.exists():
        house.publish(OLD)
        assert house.receive().problem == ""
        shutil.copytree(house.settings.folder, house.place / "kiosk-before", symlinks=True)
        house.publish(NEW)
        shutil.copytree(house.public, house.place / "public-before")
    shutil.rmtree(house.settings.folder)
    shutil.copytree(house.place / "kiosk-before", house.settings.folder, symlinks=True)
    swap_folder(house, house.place / "public-before")
    files = sorted(path for path in house.public.rglob("*") if path.is_file())
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(files))
        whole = bytearray(path.read_bytes())
        match data.draw(st.sampled_from(["flip", "cut", "swap", "insert"])):
            case "flip" if whole:
                whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
            case "cut":
                whole = whole[: data.draw(st.integers(0, len(whole)))]
            case "swap":
                whole = bytearray(data.draw(st.sampled_from(files)).read_bytes())
            case _:
                place = data.draw(st.integers(0, len(whole)))
                whole[place:place] = data.draw(st.binary(max_size=20))
        path.write_bytes(whole)
    report = house.receive()
    assert house.phone == (OLD if report.problem else NEW if report.number == 3 else OLD)


def test_an_attack_is_told_to_staff_once_and_forgotten_when_it_is_over(house: House, kept: Callable[[str], None]):
    whole = metadata(house, "timestamp.json").read_bytes()
    metadata(house, "timestamp.json").write_bytes(b"{}")
    kept("tampered")
    metadata(house, "timestamp.json").write_bytes(whole)
    report = house.receive(datetime.now(UTC) + timedelta(minutes=1))
    assert (report.problem, report.sentence) == ("", "")
