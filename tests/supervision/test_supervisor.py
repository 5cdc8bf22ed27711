"""The supervisor tells the service manager what its app has told it."""

from __future__ import annotations

import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest

from kiosk.supervision.supervisor import Supervisor
from kiosk.supervision.supervisor_socket import WatchedApp, socket_pair


def test_the_first_page_is_told_though_its_first_beats_come_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    address = str(tmp_path / "notify")
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    ours, the_apps = socket_pair()
    app = subprocess.Popen(("cat",), stdin=subprocess.PIPE)
    told: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address)
        manager.settimeout(10)

        def end_the_app_once_the_page_is_told() -> None:
            try:
                while b"READY=1" not in told:
                    told.append(manager.recv(200))
            finally:
                app.kill()
                the_apps.close()

        thread = threading.Thread(target=end_the_app_once_the_page_is_told)
        the_apps.send(b".\n.\n")
        thread.start()
        with WatchedApp(app.pid, ours, time.monotonic()) as watch:
            Supervisor()._watch(watch)
        thread.join()
    assert told[-1] == b"READY=1"
    assert told[0].startswith(b"EXTEND_TIMEOUT_USEC="), "a slow machine is waited for until then"
