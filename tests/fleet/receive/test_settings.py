"""A mistake in fleet.yaml is told with its line, and what is not said has a sensible value."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive.settings import own_name, read_settings, settings_files
from tests.conftest import ROOT


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "fleet.yaml"
    path.write_text(text)
    return path


def test_one_line_is_enough(tmp_path: Path):
    settings = read_settings(written(tmp_path, "from: https://content.example.org/fleet\n"))
    assert settings.source == "https://content.example.org/fleet"
    assert settings.channel == "stable"
    assert settings.root == tmp_path / "root.json"
    assert settings.folder == Path("/var/lib/kiosk-fleet")
    assert settings.kiosk
    assert not settings.accept_unapproved


def test_all_lines(tmp_path: Path):
    text = """\
from: /media/kiosk stick/fleet
channel: clinic-042
kiosk: clinic-042-a
root: /etc/kiosk/root.json
folder: content
proxy: http://proxy.example.org:3128
certificates: clinic.pem
accept-unapproved: yes
health-file: health/kiosk.prom
kiosk-state: /srv/state
time-limit: 60
"""
    settings = read_settings(written(tmp_path, text))
    assert settings.source == "/media/kiosk stick/fleet"
    assert settings.root == Path("/etc/kiosk/root.json")
    assert settings.folder == tmp_path / "content"
    assert settings.certificates == tmp_path / "clinic.pem"
    assert settings.health_file == tmp_path / "health/kiosk.prom"
    assert (settings.kiosk, settings.accept_unapproved, settings.time_limit_s) == ("clinic-042-a", True, 60)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("channel: stable\n", 1),
        ("from: content.example.org\n", 1),
        ("from: ftp://example.org/\n", 1),
        ("from: /media/x\nchanel: stable\n", 2),
        ("from: /media/x\nchannel: ../x\n", 2),
        ("from: /media/x\naccept-unapproved: perhaps\n", 2),
        ("from: /media/x\ntime-limit: soon\n", 2),
        ("from: /media/x\nhealth-file: kiosk.txt\n", 2),
        ("from: [/media/x]\n", 1),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int):
    with pytest.raises(FleetError) as error:
        read_settings(written(tmp_path, text))
    assert error.value.code == "settings"
    assert error.value.diagnostics[0].line == line


def test_a_missing_file_is_told(tmp_path: Path):
    with pytest.raises(FleetError):
        read_settings(tmp_path / "fleet.yaml")
    if not any(path.exists() for path in settings_files()):
        with pytest.raises(FleetError, match=r"There is no fleet\.yaml"):
            read_settings(None)


def test_the_example_can_be_used_as_it_is():
    settings = read_settings(ROOT / "deploy" / "fleet" / "fleet.yaml")
    assert settings.root == Path("/etc/kiosk/root.json")


def test_a_kiosk_without_a_name_gets_one_that_tells_nothing_of_the_machine(tmp_path: Path):
    path = tmp_path / "machine-id"
    names = []
    for number in (0, 1):
        path.write_text(f"{number:032x}\n")
        names.append(own_name(path))
        assert own_name(path) == names[-1]
        assert path.read_text()[:8] not in names[-1]
    assert len(set(names)) == 2
    assert own_name(tmp_path / "missing")
