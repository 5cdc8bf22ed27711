"""A sound server for one benchmark, in a folder that nobody else may look into."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sound.sound_server import SoundServer


@contextmanager
def own_server() -> Iterator[SoundServer]:
    """It runs until the end; its folder has room for other files and goes with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o700)
        server = SoundServer(path)
        server.start()
        try:
            yield server
        finally:
            server.stop()
