"""systemd is told what sd_notify(3) says; a kiosk without systemd tells nobody."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from kiosk.supervision.service_manager import ServiceManager


@pytest.mark.parametrize("kind", ["path", "abstract"])
def test_messages_arrive(kind: str, tmp_path: Path):
    address = str(tmp_path / "notify") if kind == "path" else f"@kiosk-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind("\0" + address[1:] if kind == "abstract" else address)
        manager.settimeout(5)
        kiosk = ServiceManager(address)
        assert kiosk.is_there
        kiosk.extend(60)
        kiosk.ready()
        kiosk.alive()
        kiosk.status("The kiosk is shown.")
        kiosk.stopping()
        received = [manager.recv(100) for _ in range(5)]
    assert received[0] == b"EXTEND_TIMEOUT_USEC=60000000"
    assert received[1:] == [b"READY=1", b"WATCHDOG=1", b"STATUS=The kiosk is shown.", b"STOPPING=1"]


def test_nobody_is_told_where_nobody_asks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    kiosk = ServiceManager()
    assert not kiosk.is_there
    kiosk.ready()


def test_a_manager_that_has_gone_stops_nothing(tmp_path: Path):
    ServiceManager(str(tmp_path / "nowhere")).alive()
