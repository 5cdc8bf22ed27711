"""A kiosk gets what it is to have, from a web server or a folder, and keeps it whatever clock and network do."""

from __future__ import annotations

import os
import resource
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.content.files.hashes import content_hash
from kiosk.content.live.at_start import content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive import release_store
from kiosk.fleet.receive.age import age_lines
from kiosk.fleet.receive.release_store import KEPT, ReleaseStore
from kiosk.fleet.receive.report import FILE, Report, read_report
from kiosk.fleet.ring import is_in
from tests.content.sample_clinic import ClinicFolder
from tests.fleet.house import NOW, House
from tests.fleet.proxy import Proxy
from tests.fleet.web_server import WebServer


def test_content_comes_from_a_web_server(house: House, web: WebServer):
    house.publish("212-444-0101")
    report = house.receive(source=web.address)
    assert (report.problem, report.number) == ("", 2)
    assert house.phone == "212-444-0101"


def test_content_comes_from_a_stick(house: House):
    house.publish("212-444-0101")
    stick = house.place / "stick with ünusual name"
    house.public.rename(stick)
    assert house.receive(source=str(stick)).problem == ""
    assert house.receive(source=f"{stick}/").problem == ""
    assert house.receive(source=stick.as_uri()).problem == ""
    assert house.phone == "212-444-0101"


def test_a_look_when_nothing_is_new_asks_for_two_small_files(house: House, web: WebServer):
    house.publish("212-444-0101")
    house.receive(source=web.address)
    web.asked.clear()
    assert house.receive(source=web.address).problem == ""
    assert web.asked == ["/metadata/2.root.json", "/metadata/timestamp.json"]


def test_the_server_is_told_nothing_of_the_kiosk(house: House, web: WebServer):
    house.publish("212-444-0101")
    house.receive(source=web.address)
    assert {name for headers in web.headers for name in headers} == {"Host", "Accept-Encoding", "User-Agent"}
    assert {headers["User-Agent"] for headers in web.headers} == {"kiosk-fleet"}
    assert not any("clinic-1" in asked or "stable/next" in asked for asked in web.asked)


def test_content_comes_through_a_proxy(house: House, web: WebServer):
    house.publish("212-444-0101")
    with Proxy() as proxy:
        # Only the proxy knows where this is.
        proxy.known["content.example.org"] = web.address
        report = house.receive(source="http://content.example.org", proxy=proxy.address)
        assert report.problem == ""
        assert proxy.passed > 3
    assert house.phone == "212-444-0101"


def test_a_proxy_of_the_environment_is_used(house: House, web: WebServer, monkeypatch: pytest.MonkeyPatch):
    house.publish("212-444-0101")
    with Proxy() as proxy:
        proxy.known["content.example.org"] = web.address
        monkeypatch.setenv("http_proxy", proxy.address)
        assert house.receive(source="http://content.example.org").problem == ""
        monkeypatch.setenv("no_proxy", "content.example.org")
        assert house.receive(source="http://content.example.org").problem == "unreachable"


def test_each_kiosk_gets_the_content_of_its_channel_and_ring(house: House):
    house.publish("212-444-0101")
    house.publish("212-444-0102", ring=10)
    house.publish("212-444-0103", channel="clinic-042")
    names = [f"clinic-{number}" for number in range(100)]
    early, late = (next(name for name in names if is_in(name, 10) is wanted) for wanted in (True, False))
    for name, channel, phone in (
        (early, "stable", "212-444-0102"),
        (late, "stable", "212-444-0101"),
        (late, "clinic-042", "212-444-0103"),
    ):
        assert house.receive(kiosk=name, channel=channel).problem == ""
        assert house.phone == phone


def test_a_rollback_reaches_the_ring_and_needs_no_second_fetch(house: House, web: WebServer):
    house.publish("212-444-0101")
    house.receive(source=web.address)
    house.publish("212-444-0102", ring=99)
    assert house.receive(source=web.address).number == 3
    assert house.phone == "212-444-0102"
    house.rollback()
    web.asked.clear()
    assert house.receive(source=web.address).number == 4
    assert house.phone == "212-444-0101"
    assert not any("tar.gz" in asked for asked in web.asked)


def test_a_channel_that_does_not_exist_is_told(house: House):
    house.publish("212-444-0101")
    report = house.receive(channel="stabel")
    assert report.problem == "no-channel"
    assert "“stabel”" in report.sentence


def test_content_that_this_version_cannot_read_is_not_taken(house: House):
    """As it is when an older kiosk gets content for a newer one."""
    house.publish("212-444-0101")
    house.receive()
    folder = house.content("212-444-0102")
    (folder / "clinic.yaml").write_text((folder / "clinic.yaml").read_text() + "new-field: yes\n")
    publish_anyway(house, folder)
    report = house.receive()
    assert report.problem == "content-wrong"
    assert "clinic.yaml, line 10" in report.sentence
    assert house.phone == "212-444-0101"


def test_unapproved_content_is_not_taken_unless_the_kiosk_is_for_trying_out(house: House):
    house.publish("212-444-0101")
    house.receive()
    folder = house.content("212-444-0102")
    ClinicFolder(folder).write("en/signs.yaml", (folder / "en/signs.yaml").read_text().replace("Today", "Soon"))
    publish_anyway(house, folder)
    assert house.receive().problem == "not-approved"
    assert house.phone == "212-444-0101"
    assert house.receive(accept_unapproved=True).problem == ""
    assert house.phone == "212-444-0102"


def publish_anyway(house: House, folder: Path) -> None:
    """Signs whatever is in `folder`, as somebody who gets round the checks would."""
    from kiosk.fleet.bundle import pack
    from kiosk.fleet.publish.channels import Channels

    Channels(house.network, NOW).publish(pack(folder), "stable", 100, True, "")


def test_files_that_were_changed_on_the_kiosk_are_put_right(house: House, web: WebServer):
    house.publish("212-444-0101")
    house.receive(source=web.address)
    for damage in ("212-444-0666", ""):
        path = house.current / "clinic.yaml"
        path.write_text(path.read_text().replace("212-444-0101", damage) if damage else "")
        lines = age_lines(house.settings, read_report(house.settings.folder), datetime.now(UTC))
        assert any("have been changed on this machine" in line for line in lines)
        assert house.receive(source=web.address).problem == ""
        assert house.phone == "212-444-0101"


def test_old_content_is_removed_but_not_the_last_few(house: House):
    for number in range(6):
        house.publish(f"212-444-010{number}")
        assert house.receive().problem == ""
    assert len(list((house.settings.folder / "releases").iterdir())) == KEPT
    assert house.phone == "212-444-0105"


def test_two_at_once_do_not_disturb_each_other(house: House):
    house.publish("212-444-0101")
    with ReleaseStore(house.settings.folder).alone(), pytest.raises(FleetError) as error:
        house.receive()
    assert error.value.code == "busy"
    assert house.receive().problem == ""


def test_root_does_not_receive_into_the_folder_of_another_user(house: House, monkeypatch: pytest.MonkeyPatch):
    """That user's links would lead root anywhere."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(release_store, "_owner", lambda folder: 12345)
    with pytest.raises(FleetError) as error:
        house.receive()
    assert error.value.code == "as-root"
    assert str(error.value).endswith("type the same command with “sudo -u #12345” before it.")


@pytest.mark.parametrize("name", ["lock", "metadata", "releases", "staging"])
# The folder that the kiosk reads


def test_a_link_in_the_kiosks_folder_leads_nowhere(house: House, tmp_path: Path, name: str):
    folder, victim = house.settings.folder, tmp_path / "victim"
    folder.mkdir(parents=True, exist_ok=True)
    if name == "lock":
        victim.write_text("precious")
    else:
        victim.mkdir()
        (victim / "tmp1").write_text("precious")
    (folder / name).symlink_to(victim)
    assert house.receive().problem == "disk"
    assert {path.name: path.read_text() for path in (victim, victim / "tmp1") if path.is_file()} == {
        "victim" if name == "lock" else "tmp1": "precious"
    }


def test_a_kiosk_that_runs_takes_the_new_content_over(house: House):
    house.publish("212-444-0101")
    house.receive()
    live = LiveContent(house.current, content_at_start(house.current, LastGood(house.place)), LastGood(house.place))
    assert live.library.clinic.phone == "212-444-0101"
    house.publish("212-444-0102")
    house.receive()
    taken = [live.poll(), live.poll()]
    assert taken[0] is None
    assert taken[1] is not None
    assert taken[1].clinic.phone == "212-444-0102"


def test_a_look_in_the_middle_of_a_swap_never_mixes_two_contents(house: House):
    store = ReleaseStore(house.settings.folder)
    places = []
    for phone in ("212-444-0101", "212-444-0102"):
        house.publish(phone)
        house.receive()
        places.append(store.current.resolve())
    right = {content_hash(place) for place in places}
    ended = threading.Event()

    def swap_again_and_again() -> None:
        while not ended.is_set():
            for place in places:
                store.swap(place)

    swapping = threading.Thread(target=swap_again_and_again)
    swapping.start()
    try:
        seen = {content_hash(house.current) for _ in range(2000)}
    finally:
        ended.set()
        swapping.join()
    assert seen == right


def test_the_report_of_another_version_is_as_good_as_none(house: House):
    house.publish("212-444-0101")
    house.receive()
    path = house.settings.folder / FILE
    for damaged in (b"", b"{}", b"[1]", path.read_bytes().replace(b'"number":2', b'"number":"2"'), os.urandom(300)):
        path.write_bytes(damaged)
        assert read_report(house.settings.folder) == Report()
        assert house.receive().problem == ""


def test_a_disk_that_cannot_be_written_is_told(house: House):
    house.publish("212-444-0101")
    house.receive()
    report = house.receive(folder=Path("/proc/kiosk"))
    assert report.problem == "disk"


@pytest.mark.parametrize("most", [1_500, 500, 100, 0])
def test_a_disk_that_is_full_in_the_middle_changes_nothing(house: House, most: int):
    """Every file that this process writes ends after `most` bytes."""
    house.publish("212-444-0101")
    house.receive()
    house.publish("212-444-0102")
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        report = house.receive()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))
    assert report.problem == "disk"
    assert house.phone == "212-444-0101"
    assert house.receive().problem == ""
    assert house.phone == "212-444-0102"


def test_a_time_limit_holds_for_the_whole_look(house: House, web: WebServer):
    house.publish("212-444-0101")
    house.receive(source=web.address)
    web.answers["timestamp.json"] = web.drop_by_drop
    settings = replace(house.settings, source=web.address, time_limit_s=0.5)
    report = house.receive(source=settings.source, time_limit_s=settings.time_limit_s)
    assert report.problem == "too-slow"
    assert house.phone == "212-444-0101"
    assert timedelta(0) <= datetime.now(UTC) - datetime.fromisoformat(report.looked) < timedelta(minutes=5)
