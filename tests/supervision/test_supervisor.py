"""The supervisor tells the service manager what its app has told it, and waits for no app that hangs."""

from __future__ import annotations

import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest

from kiosk.supervision import supervisor as supervisor_module
from kiosk.supervision.own_terminal import TAKE, OwnTerminal
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


class HungApp(WatchedApp):
    """An app that never shows a page; it ends by no signal, or by any."""

    def __init__(self, can_be_killed: bool) -> None:
        ours, self.the_apps = socket_pair()
        super().__init__(1, ours, time.monotonic())
        self.can_be_killed = can_be_killed
        self.signals: list[int] = []

    def ended(self) -> int | None:
        return -9 if self.can_be_killed and self.signals else None

    def signal(self, number: int) -> None:
        self.signals.append(number)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What the supervisor writes to the terminal, with limits that are over at once."""
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    found: list[bytes] = []
    monkeypatch.setattr(OwnTerminal, "write", lambda _, data: found.append(data))
    for name in ("PAGE_S", "START_S", "KILLED_S"):
        monkeypatch.setattr(supervisor_module, name, 0.0)
    return found


@pytest.mark.parametrize("can_be_killed", [True, False])
def test_an_app_that_hangs_at_the_start_is_left_behind_even_if_it_cannot_be_killed(
    can_be_killed: bool, written: list[bytes]
):
    with HungApp(can_be_killed) as watch:
        assert Supervisor()._watch(watch) == -signal.SIGKILL
        assert signal.SIGKILL in watch.signals


def test_until_the_first_page_of_a_slow_start_the_safe_page_is_shown_once(
    written: list[bytes], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(supervisor_module, "START_S", 0.2)
    monkeypatch.setattr(supervisor_module, "CHECK_S", 0.05)
    with HungApp(can_be_killed=True) as watch:
        Supervisor()._watch(watch)
    assert len([data for data in written if b"\x1b[2J" in data and data != TAKE]) == 1
