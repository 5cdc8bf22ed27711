"""`deploy/install.sh --fleet`: what a kiosk needs that follows a network of clinics, and nothing of it without."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.fleet.receive.settings import read_settings
from tests.conftest import ROOT
from tests.deploy.test_install import install, state

ADDRESS = "https://content.example.org/fleet"
SETTINGS, TRUST = "etc/kiosk/fleet.yaml", "etc/kiosk/root.json"
UNITS = "etc/systemd/system"
OF_THE_FLEET = (
    *(f"{UNITS}/kiosk-fleet-{name}" for name in ("receive.service", "receive.timer", "health.service", "health.timer")),
    f"{UNITS}/timers.target.wants/kiosk-fleet-receive.timer",
    f"{UNITS}/timers.target.wants/kiosk-fleet-health.timer",
    f"{UNITS}/kiosk.service.d/fleet.conf",
    "etc/tmpfiles.d/kiosk-fleet.conf",
)


def follow(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return install("--root", str(root), "--stack", "wayland", *options)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root.json of a network."""
    path = tmp_path_factory.mktemp("given") / "root.json"
    path.write_text("{}")
    return path


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, given: Path) -> Path:
    """A tree of a kiosk that follows a network; not to be changed."""
    folder = tmp_path_factory.mktemp("root")
    done = follow(folder, "--fleet", ADDRESS, "--fleet-root", str(given), "--channel", "clinic-042")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def root(fresh: Path, tmp_path: Path) -> Path:
    """A copy of it to be changed."""
    return Path(shutil.copytree(fresh, tmp_path / "root", symlinks=True))


def test_all_that_receiving_needs_is_there(fresh: Path, given: Path):
    for name in OF_THE_FLEET:
        assert os.path.lexists(fresh / name), name
    for name in ("receive", "health"):
        wanted = os.readlink(fresh / UNITS / "timers.target.wants" / f"kiosk-fleet-{name}.timer")
        assert (fresh / wanted.lstrip("/")).is_file()
    assert (fresh / "opt/kiosk/requirements-fleet.lock").read_bytes() == (ROOT / "requirements-fleet.lock").read_bytes()
    assert (fresh / TRUST).read_bytes() == given.read_bytes()


def test_the_settings_are_what_was_asked_for(fresh: Path):
    settings = read_settings(fresh / SETTINGS)
    assert (settings.source, settings.channel) == (ADDRESS, "clinic-042")
    assert (settings.root, settings.folder) == (Path("/etc/kiosk/root.json"), Path("/var/lib/kiosk-fleet"))


def test_the_kiosk_shows_the_folder_that_is_received_into(fresh: Path):
    shown = "/var/lib/kiosk-fleet/current"
    assert f"Environment=KIOSK_CONTENT={shown}\n" in (fresh / UNITS / "kiosk.service.d/fleet.conf").read_text()
    assert f"L {shown} - - - - /srv/kiosk/content\n" in (fresh / "etc/tmpfiles.d/kiosk-fleet.conf").read_text()


def test_a_second_call_needs_no_option_and_changes_nothing(root: Path):
    before = state(root)
    assert follow(root).returncode == 0
    assert state(root) == before


def test_another_address_takes_the_place_of_the_first(root: Path):
    assert follow(root, "--fleet=/media/stick/fleet").returncode == 0
    settings = read_settings(root / SETTINGS)
    assert (settings.source, settings.channel) == ("/media/stick/fleet", "stable")
    assert (root / TRUST).is_file()


def test_settings_that_were_changed_by_hand_stay(root: Path):
    with (root / SETTINGS).open("a") as file:
        file.write("kiosk: clinic-042-a\n")
    done = follow(root, "--fleet", "https://elsewhere.example.org")
    assert f"kept, for you have changed it: /{SETTINGS}" in done.stdout
    assert read_settings(root / SETTINGS).source == ADDRESS


def test_no_fleet_takes_it_away_and_leaves_the_kiosk(root: Path):
    assert follow(root, "--no-fleet").returncode == 0
    assert [name for name in (*OF_THE_FLEET, SETTINGS, TRUST) if os.path.lexists(root / name)] == []
    assert (root / UNITS / "kiosk.service").is_file()
    assert follow(root).returncode == 0
    assert not (root / UNITS / "kiosk-fleet-receive.service").exists()


def test_it_goes_away_with_the_rest(root: Path):
    received = root / "var/lib/kiosk-fleet/releases/one"
    received.mkdir(parents=True)
    done = install("--root", str(root), "--uninstall")
    assert done.returncode == 0, done.stderr
    assert state(root) == {}


def test_only_looking_tells_the_files_and_writes_none(tmp_path: Path):
    done = follow(tmp_path, "--fleet", ADDRESS, "--dry-run")
    assert done.returncode == 0
    assert f"would write: /{SETTINGS}" in done.stdout
    assert f"would write: /{UNITS}/kiosk-fleet-receive.service" in done.stdout
    assert state(tmp_path) == {}


def test_without_a_root_file_it_says_what_is_left_to_do(tmp_path: Path):
    done = follow(tmp_path, "--fleet", ADDRESS)
    assert "Put root.json of your network into /etc/kiosk" in done.stdout


def test_texts_that_were_received_are_never_written_into(root: Path):
    """Whoever has put a link in the place of the clinic's own texts keeps what it leads to, whatever is done."""
    content = root / "srv/kiosk/content"
    received = root / "received"
    content.rename(received)
    (received / "en" / "signs.yaml").unlink()
    content.symlink_to(received)
    before = state(received)
    done = follow(root)
    assert "left alone, for there is something else: /srv/kiosk/content" in done.stdout
    assert state(received) == before
    assert install("--root", str(root), "--uninstall").returncode == 0
    assert state(received) == before


@pytest.mark.parametrize(
    ("options", "status", "sentence"),
    [
        (("--fleet",), 2, "--fleet needs a web address or a folder."),
        (("--fleet", "content.example.org"), 2, "a web address that starts with https://"),
        (("--fleet", "ftp://content.example.org"), 2, "a web address that starts with https://"),
        (("--fleet", "https://"), 2, "a web address that starts with https://"),
        (("--fleet", "https://a b"), 2, "may have all the signs"),
        (("--fleet", "https://a|e touch x"), 2, "may have all the signs"),
        (("--fleet", "https://a\nroot: /tmp/x"), 2, "may have all the signs"),
        (("--fleet", ADDRESS, "--channel", "Clinic 42"), 2, "small letters, digits and hyphens"),
        (("--fleet", ADDRESS, "--fleet-root", "/no/such"), 1, "There is no file /no/such."),
        (("--channel", "stable"), 2, "go with --fleet"),
        (("--fleet-root", "/etc/hostname"), 2, "go with --fleet"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_done(
    tmp_path: Path, options: tuple[str, ...], status: int, sentence: str
):
    done = follow(tmp_path, *options)
    assert done.returncode == status
    assert sentence in done.stderr
    assert state(tmp_path) == {}
