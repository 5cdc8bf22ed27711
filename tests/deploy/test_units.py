"""The units as systemd itself judges them: nothing wrong, sandboxed, and started again for ever."""

from __future__ import annotations

import configparser
import json
import re
import subprocess
from pathlib import Path

import pytest

from kiosk.staff.ended import NAME as ENDED
from kiosk.supervision.supervisor import HUNG_S, START_S
from kiosk.terminal.driver import PROBE_EVERY_S
from tests.conftest import ROOT
from tests.terminal.virtual_screen import require

DEPLOY = ROOT / "deploy"
MOST_EXPOSED = 1.5


@pytest.fixture(scope="module", params=["wayland", "x11"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree into which the kiosk was installed, with as much of systemd as its units name."""
    folder = tmp_path_factory.mktemp("root")
    subprocess.run((DEPLOY / "install.sh", "--root", folder, "--stack", request.param), check=True, capture_output=True)
    return folder


def directives(*paths: Path) -> dict[str, str]:
    """The last value of each directive of the section Service."""
    found: dict[str, str] = {}
    for path in paths:
        for name, value in re.findall(r"(?m)^([A-Za-z]+)=(.*)$", path.read_text("utf-8")):
            found[name] = value
    return found


def test_systemd_finds_nothing_wrong(root: Path):
    require("systemd-analyze")
    programs = root / "usr/bin"
    programs.mkdir(parents=True, exist_ok=True)
    (root / "sbin").mkdir(exist_ok=True)
    for program in (programs / "chvt", root / "sbin" / "agetty"):
        program.touch()
        program.chmod(0o755)
    units = root / "usr/lib/systemd/system"
    units.mkdir(parents=True, exist_ok=True)
    for name in ("sysinit.target", "basic.target", "shutdown.target", "multi-user.target", "seatd.service"):
        (units / name).write_text(
            "[Unit]\nDefaultDependencies=no\n" + ("" if ".target" in name else "[Service]\nExecStart=/usr/bin/chvt\n")
        )
    for name in ("-.mount", "system.slice", "-.slice"):
        (units / name).write_text("[Unit]\nDefaultDependencies=no\n")
    for unit in ("kiosk.service", "kiosk-console.service", "kiosk-come-back.timer"):
        done = subprocess.run(
            ("systemd-analyze", "verify", f"--root={root}", "--man=no", unit),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "kiosk" not in done.stderr, done.stderr


def exposure(*unit: object) -> float:
    """How exposed systemd finds a unit, from 0 to 10."""
    require("systemd-analyze")
    command = ("systemd-analyze", "security", "--offline=yes", "--no-pager", "--threshold=15", *unit)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    level = re.search(r"exposure level for [\w-]+\.service: ([\d.]+)", done.stdout)
    assert level, done.stderr
    assert done.returncode == 0
    return float(level[1])


def test_the_kiosk_is_hardly_exposed(root: Path):
    assert exposure(f"--root={root}", "kiosk.service") <= MOST_EXPOSED


def test_it_is_started_again_for_ever_but_not_when_staff_have_ended_it():
    unit = directives(DEPLOY / "systemd/kiosk.service")
    assert unit["StartLimitIntervalSec"] == "0"
    assert unit["Restart"] == "always"
    assert unit["RestartPreventExitStatus"] == "0"
    assert unit["OnSuccess"] == "kiosk-console.service"
    assert f"$run/{ENDED}" in (DEPLOY / "bin/session").read_text("utf-8")


def test_the_watchdog_waits_longer_than_the_kiosk_itself():
    unit = directives(DEPLOY / "systemd/kiosk.service")
    assert unit["Type"] == "notify"
    assert unit["NotifyAccess"] == "all"
    assert float(unit["WatchdogSec"]) > HUNG_S + 2 * PROBE_EVERY_S
    assert float(unit["TimeoutStartSec"]) > START_S


def test_no_session_takes_the_kiosk_out_of_its_unit():
    for part in DEPLOY.rglob("*.conf"):
        assert "PAMName" not in part.read_text("utf-8")
    assert "PAMName" not in directives(DEPLOY / "systemd/kiosk.service")


def test_nothing_of_a_visit_gets_onto_a_disk():
    unit = directives(DEPLOY / "systemd/kiosk.service")
    assert (unit["MemorySwapMax"], unit["LimitCORE"], unit["PrivateTmp"], unit["UMask"]) == ("0", "0", "yes", "0077")
    sysctl = (DEPLOY / "system/sysctl.conf").read_text("utf-8")
    assert "kernel.core_pattern = |/bin/false" in sysctl
    assert "kernel.sysrq = 0" in sysctl


def test_no_key_of_the_machine_does_anything():
    logind = configparser.ConfigParser(strict=True)
    logind.optionxform = str  # type: ignore[assignment,method-assign]
    logind.read(DEPLOY / "system/logind.conf", encoding="utf-8")
    handled = {name: value for name, value in logind["Login"].items() if name.startswith("Handle")}
    assert set(handled.values()) == {"ignore"}
    for key in ("Power", "Reboot", "Suspend", "Hibernate"):
        assert {f"Handle{key}Key", f"Handle{key}KeyLongPress"} <= set(handled)


def test_a_number_pad_types_digits_whatever_num_lock_says():
    wayland = (DEPLOY / "systemd/kiosk.service.d/wayland.conf").read_text("utf-8")
    assert "Environment=XKB_DEFAULT_OPTIONS=numpad:mac\n" in wayland
    assert '"XkbOptions" "numpad:mac"' in (DEPLOY / "terminal/xorg.conf").read_text("utf-8")


def test_a_machine_that_does_nothing_any_more_starts_again():
    assert "RuntimeWatchdogSec=60" in (DEPLOY / "system/systemd.conf").read_text("utf-8")
    assert "kernel.panic = 10" in (DEPLOY / "system/sysctl.conf").read_text("utf-8")
    emergency = (DEPLOY / "systemd/emergency.service.d/kiosk.conf").read_text("utf-8")
    assert "ExecStart=\n" in emergency, "the prompt for a password is gone"
    assert "systemctl --force reboot" in emergency
    assert "fsck.repair=yes" in (DEPLOY / "system/grub.cfg").read_text("utf-8")


@pytest.mark.parametrize("name", ["logind", "systemd", "journald", "coredump"])
def test_a_file_for_systemd_can_be_read(name: str):
    parser = configparser.ConfigParser(strict=True)
    parser.read(DEPLOY / "system" / f"{name}.conf", encoding="utf-8")
    assert len(parser.sections()) == 1


def test_the_keys_of_alacritty_are_in_a_file_that_can_be_read():
    import tomllib

    settings = tomllib.loads((DEPLOY / "terminal/alacritty.toml").read_text("utf-8"))
    assert settings["hints"]["enabled"] == []
    assert settings["terminal"]["osc52"] == "Disabled"
    assert settings["scrolling"]["history"] == 0
    assert {each["action"] for each in settings["keyboard"]["bindings"]} == {"ReceiveChar", "None"}
    assert json.dumps(settings).count("command") == 0


def test_what_signs_for_a_network_of_clinics_is_hardly_exposed():
    assert exposure(DEPLOY / "fleet/kiosk-fleet-renew.service") <= MOST_EXPOSED


def test_the_kiosk_sees_of_its_users_folder_of_sockets_the_sound_servers_alone():
    install = (DEPLOY / "install.sh").read_text("utf-8")
    assert "TemporaryFileSystem=/run/user:ro\nBindReadOnlyPaths=-/run/user/$user/pulse\n" in install
    pulse = (DEPLOY / "system/pipewire-pulse.conf").read_text("utf-8")
    assert "pulse.allow-module-loading = false" in pulse, "no module of the sound server opens a port"


def test_nothing_that_the_kiosk_may_write_is_read_by_its_users_service_manager():
    home = (DEPLOY / "system/sysusers.conf").read_text("utf-8").split('"')[2].split()[0]
    unit = directives(DEPLOY / "systemd/kiosk.service")
    writable = [f"/var/lib/{unit['StateDirectory']}", f"/var/cache/{unit['CacheDirectory']}"]
    assert not any(home.startswith(folder) for folder in writable)
    assert unit["ProtectSystem"] == "strict"
    state = (DEPLOY / "system/user-environment.conf").read_text("utf-8")
    assert "XDG_STATE_HOME=/var/lib/kiosk-sound" in state, (
        "the sound server's volumes are kept, out of the kiosk's reach"
    )
