"""The process that makes sound ahead tells how far it is, can be killed at any time, and ends with the app."""

from __future__ import annotations

import queue
import sys
from pathlib import Path

import pytest

from kiosk.speech.ready.made import Count, Made, Progress, Stuck
from kiosk.speech.ready.maker import Maker

PATIENCE_S = 60
TELLS = """
import sys
print('{"type":"progress","counts":[["en",1,2,3,4]]}', flush=True)
print("what a library prints", flush=True)
print('{"type":"stuck","why":"the disk is full"}', flush=True)
sys.exit(1 if sys.stdin.buffer.read() == b"" else 2)
"""


def maker(code: str) -> tuple[Maker, queue.Queue[Made]]:
    told: queue.Queue[Made] = queue.Queue()
    return Maker(told.put, command=(sys.executable, "-c", code)), told


def test_it_tells_how_far_it_is_and_anything_else_is_left_out():
    process, told = maker(TELLS)
    assert told.get(timeout=PATIENCE_S) == Progress((Count("en", 1, 2, 3, 4),))
    assert told.get(timeout=PATIENCE_S) == Stuck("the disk is full")
    process.kill()


def test_it_works_until_it_is_killed():
    process, told = maker(TELLS)
    told.get(timeout=PATIENCE_S)
    assert process.status is None
    process.kill()
    assert process._process.wait(PATIENCE_S) != 0


def test_it_ends_with_the_app():
    process, told = maker(TELLS)
    told.get(timeout=PATIENCE_S)
    assert process._process.stdin is not None
    process._process.stdin.close()
    assert process._process.wait(PATIENCE_S) == 1


def test_the_command_itself_says_why_it_cannot_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    device = tmp_path / "device.yaml"
    device.write_text(f"voice: piper\nvoice-file: {tmp_path}/nothing.onnx\n")
    told: queue.Queue[Made] = queue.Queue()
    process = Maker(told.put, ["--device", str(device)])
    stuck = told.get(timeout=PATIENCE_S)
    assert isinstance(stuck, Stuck)
    assert "piper" in stuck.why
    assert process._process.wait(PATIENCE_S) == 1
