"""What the tests of the editor share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.editor.model.store import Store
from tests.content.sample_clinic import ClinicFolder, sample

TODAY = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps the history of a test out of the user's state folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))


@pytest.fixture
def folder(tmp_path: Path) -> ClinicFolder:
    """A content folder in which everything is right."""
    return sample(tmp_path)


@pytest.fixture
def store(folder: ClinicFolder) -> Store:
    return Store(folder.path, lambda: TODAY)
