"""A clinic's folder with little in it."""

from pathlib import Path

import pytest

from tests.content.sample_clinic import ClinicFolder, sample


@pytest.fixture
def folder(tmp_path: Path) -> ClinicFolder:
    return sample(tmp_path)
