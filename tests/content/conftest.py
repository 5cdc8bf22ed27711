"""What the tests of content share."""

from pathlib import Path

import pytest

from kiosk.content.parsing.yaml_events import Reader, read_with_c, read_with_python
from tests.content.sample_clinic import ClinicFolder, sample


@pytest.fixture
def clinic_folder(tmp_path: Path) -> ClinicFolder:
    """A content folder in which everything is right."""
    return sample(tmp_path)


@pytest.fixture(params=[read_with_c, read_with_python], ids=["fast reader", "plain reader"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Both ways of reading YAML."""
    chosen: Reader = request.param
    return chosen
