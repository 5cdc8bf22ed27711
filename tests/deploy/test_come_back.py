"""`deploy/bin/come-back`: an ended kiosk is started again, but not under the hands of somebody who is logged in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def systemd(tmp_path: Path) -> Path:
    """A folder with programs that stand in for systemd's: sessions `1` and so on, each a line `number class`."""
    (tmp_path / "loginctl").write_text(
        f"#!/bin/sh\ncd {tmp_path}\ncase $1 in\nlist-sessions) cut -d' ' -f1 sessions ;;\n"
        '*) sed -n "s/^$2 //p" sessions ;;\nesac\n'
    )
    (tmp_path / "systemctl").write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/called\n')
    for program in ("loginctl", "systemctl"):
        (tmp_path / program).chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    ("sessions", "comes"),
    [
        ("", True),
        ("3 manager\n", True),
        ("3 background\n", True),
        ("3 manager\n4 user\n", False),
        ("4 user-early\n", False),
    ],
)
def test_it_comes_back_unless_somebody_is_logged_in(systemd: Path, sessions: str, comes: bool):
    (systemd / "sessions").write_text(sessions)
    command = (ROOT / "deploy" / "bin" / "come-back",)
    subprocess.run(command, check=True, env={"PATH": f"{systemd}:/usr/bin:/bin"})
    called = systemd / "called"
    assert called.exists() is comes
    if comes:
        assert called.read_text() == "start --no-block kiosk.service\n"
