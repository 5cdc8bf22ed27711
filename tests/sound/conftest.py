"""A sound server for each module of tests. Where there is no PulseAudio the tests are skipped, but never in CI."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound.sound_server import SoundServer, programs_missing


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    """A running sound server."""
    missing = programs_missing()
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"CI must install {', '.join(missing)}")
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed: nothing can be heard")
    folder = Path(tmp_path_factory.mktemp("pulse"))
    folder.chmod(0o700)
    server = SoundServer(folder)
    server.start()
    yield server
    server.stop()
