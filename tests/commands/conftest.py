"""A clinic's folder with little in it."""

from pathlib import Path

import pytest

from tests.content.sample_clinic import ClinicFolder, sample


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state folder, so that no history of a test is kept in that of the user."""
    folder = tmp_path_factory.getbasetemp() / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder / "kiosk"


@pytest.fixture
def folder(tmp_path: Path) -> ClinicFolder:
    return sample(tmp_path)
