"""One process at a time, and none of them can leave the lock behind."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from kiosk.machine import lock
from kiosk.machine.lock import Lock


def test_its_holder_may_take_it_again_and_others_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lock, "PATIENCE_S", 0)
    mine, other = (Lock(tmp_path / "new" / "lock") for _ in range(2))
    with mine.held():
        with mine.held():
            pass
        with pytest.raises(TimeoutError, match="another command"), other.held():
            pass
    with other.held():
        pass


def test_a_killed_holder_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    child = os.fork()
    if not child:
        with Lock(tmp_path / "lock").held():
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    monkeypatch.setattr(lock, "PATIENCE_S", 0)
    with Lock(tmp_path / "lock").held():
        pass
