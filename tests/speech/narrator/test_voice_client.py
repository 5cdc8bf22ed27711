"""The client to a real child process: never waited for, and its end is told."""

from __future__ import annotations

import os
import queue
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from kiosk.speech.messages import Done, Failed, Hush, Lost, Ping, encode
from kiosk.speech.narrator.voice_client import VoiceClient

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")

ECHO = "import sys\nfor line in sys.stdin.buffer: sys.stdout.buffer.write(line); sys.stdout.buffer.flush()"
DEAF = "import time\ntime.sleep(60)"


class Open:
    """A client whose reports are kept."""

    def __init__(self, program: str) -> None:
        self.told: queue.Queue[Any] = queue.Queue()
        command: Sequence[str] = (sys.executable, "-S", "-c", program)
        self.client = VoiceClient(lambda _, m: self.told.put(m), lambda _: self.told.put("end"), command=command)

    def next(self) -> Any:
        return self.told.get(timeout=10)


@pytest.fixture
def clients() -> Iterator[list[Open]]:
    """Links to be closed after the test."""
    made: list[Open] = []
    yield made
    for each in made:
        each.client.close()


def test_lines_go_there_and_back(clients: list[Open]):
    clients.append(Open(ECHO))
    assert clients[0].client.send(encode(Done(1)) + encode(Done(2)))
    assert [clients[0].next(), clients[0].next()] == [Done(1), Done(2)]


def test_what_is_no_message_is_left_out(clients: list[Open]):
    clients.append(Open(ECHO))
    clients[0].client.send(b'noise\n\n{"n":1}\n{"type":"hummed","id":1}\n' + encode(Ping()) + encode(Lost()))
    assert clients[0].next() == Lost()


def test_a_voice_that_does_not_read_never_keeps_the_app_waiting(clients: list[Open]):
    clients.append(Open(DEAF))
    line = encode(Hush()) * 1000
    taken = sum(clients[0].client.send(line) for _ in range(200))
    assert 0 < taken < 200
    assert not clients[0].client.send(line)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no wider pipe")
def test_the_longest_page_fits_in_before_the_voice_has_read_any_of_it(clients: list[Open]):
    clients.append(Open(DEAF))
    assert clients[0].client.send(b"x" * 250_000 + b"\n")


def test_a_long_report_comes_whole(clients: list[Open]):
    clients.append(Open(ECHO))
    report = Failed(1, "x" * 200_000)
    clients[0].client.send(encode(report))
    assert clients[0].next() == report


def test_the_end_of_the_process_is_told(clients: list[Open]):
    clients.append(Open(ECHO))
    os.kill(clients[0].client.pid, signal.SIGKILL)
    assert clients[0].next() == "end"
    assert not clients[0].client.send(b"{}\n")


def test_a_process_that_closes_its_reports_counts_as_ended(clients: list[Open]):
    clients.append(Open("import os, time\nos.close(1)\ntime.sleep(60)"))
    assert clients[0].next() == "end"


def test_close_ends_the_process_and_tells_nothing():
    opened = Open(DEAF)
    opened.client.close()
    opened.client._reader.join(5)
    with pytest.raises(ProcessLookupError):
        os.kill(opened.client.pid, 0)
    assert opened.told.empty()
    assert not opened.client.send(b"{}\n")
    opened.client.close()


def test_many_links_leave_no_file_open():
    before = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    for _ in range(20):
        opened = Open(DEAF)
        opened.client.close()
        opened.client._reader.join(5)
    if sys.platform == "linux":
        assert len(os.listdir("/proc/self/fd")) <= before + 1


def test_a_program_that_is_not_there_is_an_oserror():
    with pytest.raises(OSError, match="No such file"):
        VoiceClient(lambda *a: None, lambda *a: None, command=("/nowhere/voice",))
