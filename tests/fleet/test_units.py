"""What deploy/fleet starts exists, starts apart from the kiosk, and may do little."""

from __future__ import annotations

import configparser
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy" / "fleet"
SERVICES = sorted(DEPLOY.glob("*.service"))
TIMERS = sorted(DEPLOY.glob("*.timer"))


def unit(path: Path) -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(path.read_text("utf-8"))
    return read


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_calls_a_command_that_exists(path: Path):
    words = shlex.split(unit(path)["Service"]["ExecStart"])
    assert words[:5] == ["/opt/kiosk/.venv/bin/python", "-I", "-m", "kiosk", "fleet"]
    shown = CliRunner().invoke(main, ["fleet", words[5], "--help"])
    assert shown.exit_code == 0
    assert all(option in shown.output for option in words[6:] if option.startswith("--"))


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_may_do_little(path: Path):
    service = unit(path)["Service"]
    assert service["User"] != "root"
    assert service["NoNewPrivileges"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert "TimeoutStartSec" in service


def test_only_receiving_may_use_the_network():
    families = {path.stem: unit(path)["Service"].get("RestrictAddressFamilies", "") for path in SERVICES}
    assert "AF_INET" in families["kiosk-fleet-receive"]
    assert families["kiosk-fleet-health"] == "AF_UNIX"
    kiosk = unit(ROOT / "deploy" / "systemd" / "kiosk.service")["Service"]
    assert "INET" not in kiosk["RestrictAddressFamilies"]


@pytest.mark.parametrize("path", TIMERS, ids=lambda path: path.name)
def test_a_timer_has_its_service(path: Path):
    assert path.with_suffix(".service").is_file()
    assert unit(path)["Install"]["WantedBy"] == "timers.target"


def test_kiosks_do_not_all_ask_at_once():
    assert unit(DEPLOY / "kiosk-fleet-receive.timer")["Timer"]["RandomizedDelaySec"] == "5min"


def test_systemd_takes_the_units():
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not installed")
    files = [str(path) for path in (*SERVICES, *TIMERS)]
    done = subprocess.run((program, "verify", "--man=no", *files), capture_output=True, text=True, check=False)
    wrong = [line for line in done.stderr.splitlines() if any(path.name in line for path in (*SERVICES, *TIMERS))]
    assert [line for line in wrong if "is not executable" not in line and "Unknown user" not in line] == []
