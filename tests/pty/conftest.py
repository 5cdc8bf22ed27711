"""A clinic whose kiosk asks after two seconds, and a machine without sound."""

import shutil
from pathlib import Path

import pytest

from tests.pty.terminal import ROOT


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """A device.yaml without sound."""
    path = tmp_path / "device.yaml"
    path.write_text("sound: off\ntext-size: plain\n")
    return path


@pytest.fixture
def impatient(tmp_path: Path) -> Path:
    """The shipped content with short idle times."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    clinic = folder / "clinic.yaml"
    text = clinic.read_text()
    clinic.write_text(text.replace("warn-after: 120", "warn-after: 2").replace("countdown: 30", "countdown: 2"))
    return folder
