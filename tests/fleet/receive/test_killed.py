"""Whatever moment the power is cut at: the old content or the new, whole, and the next look goes on as if nothing were.

The processes are really killed (SIGKILL), at points that are spread evenly over everything that they do with files and
sockets. `KIOSK_FLEET_KILLS` sets how many.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.fleet.fleet_error import FleetError
from tests.fleet.house import House

KILLS = int(os.environ.get("KIOSK_FLEET_KILLS", "50"))
OLD, NEW = "212-444-0101", "212-444-0102"
_SERVER = """
from functools import partial
from http.server import ThreadingHTTPServer, SimpleHTTPRequestHandler
import sys
server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=sys.argv[1]))
print(server.server_port, flush=True)
server.serve_forever()
"""
_COUNTED = ("open", "os.", "shutil.", "socket.", "tempfile.", "fcntl.", "pathlib.")


@pytest.fixture
def address(house: House) -> Iterator[str]:
    """A web server in a process of its own, so that this one has no other threads when it forks."""
    command = (sys.executable, "-c", _SERVER, str(house.public))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        server.terminate()


def events_of(act: Callable[[], object]) -> int:
    """How many things `act` does with files and sockets, in a process of its own."""
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        counted = 0

        def count(event: str, given: object) -> None:
            nonlocal counted
            counted += event.startswith(_COUNTED)

        sys.addaudithook(count)
        with suppress(BaseException):
            act()
            os.write(sending, str(counted).encode())
            os._exit(0)
        os._exit(1)
    os.close(sending)
    with os.fdopen(receiving) as said:
        counted = said.read()
    assert os.waitpid(pid, 0)[1] == 0
    return int(counted)


def killed(act: Callable[[], object], point: int) -> bool:
    """Does `act` in a process of its own, and kills it when it is about to do its thing number `point`."""
    pid = os.fork()
    if pid == 0:
        left = point

        def count(event: str, given: object) -> None:
            nonlocal left
            if event.startswith(_COUNTED):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        with suppress(BaseException):
            act()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def points(events: int) -> list[int]:
    return sorted({1 + number * events // KILLS for number in range(KILLS)})


def test_a_kiosk_that_is_killed_while_it_receives_has_whole_content(house: House, address: str, tmp_path: Path):
    house.publish(OLD)
    assert house.receive(source=address).problem == ""
    house.publish(NEW)
    before = tmp_path / "before"
    shutil.copytree(house.settings.folder, before, symlinks=True)

    def put_back() -> None:
        shutil.rmtree(house.settings.folder)
        shutil.copytree(before, house.settings.folder, symlinks=True)

    events = events_of(lambda: house.receive(source=address))
    assert house.phone == NEW
    assert events > 50
    seen = []
    for point in points(events):
        put_back()
        if killed(lambda: house.receive(source=address), point):
            seen.append(house.phone)
        assert house.phone in (OLD, NEW)
        assert house.receive(source=address).problem == "", f"after a kill at point {point} of {events}"
        assert house.phone == NEW
        names = {path.name for path in house.settings.folder.iterdir()}
        assert names == {"current", "lock", "metadata", "releases", "report.json"}, "a kill leaves nothing for ever"
    assert set(seen) == {OLD, NEW}, "the kills came before and after the swap"
    assert len(seen) >= 0.9 * len(points(events))


def test_a_kiosk_that_is_killed_at_its_first_content_has_it_whole_or_not_at_all(house: House, address: str):
    house.publish(NEW)
    events = events_of(lambda: house.receive(source=address))
    for point in points(events)[::5]:
        shutil.rmtree(house.settings.folder)
        killed(lambda: house.receive(source=address), point)
        assert not os.path.lexists(house.current) or house.phone == NEW
        assert house.receive(source=address).problem == ""
        assert house.phone == NEW


def test_whoever_publishes_can_be_killed_too(house: House, tmp_path: Path):
    house.publish(OLD)
    assert house.receive().problem == ""
    house.content(NEW)
    before, kiosk = tmp_path / "before", tmp_path / "kiosk-before"
    shutil.copytree(house.folder, before)
    shutil.copytree(house.settings.folder, kiosk, symlinks=True)
    events = events_of(lambda: house.publish(NEW))
    for point in points(events)[::2]:
        for folder, copy in ((house.folder, before), (house.settings.folder, kiosk)):
            shutil.rmtree(folder)
            shutil.copytree(copy, folder, symlinks=True)
        killed(lambda: house.publish(NEW), point)
        assert house.receive().problem == "", f"after a kill at point {point} of {events}"
        assert house.phone in (OLD, NEW)
        with suppress(FleetError):  # it was there already
            house.publish(NEW)
        assert house.receive().problem == ""
        assert house.phone == NEW
