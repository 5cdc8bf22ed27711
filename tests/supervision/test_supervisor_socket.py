"""What the app tells its supervisor arrives whole, however it is cut on the way."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from kiosk.supervision.supervisor_socket import SupervisorSocket, WatchedApp, socket_pair
from kiosk.terminal.request import Request

ALACRITTYS = Request(b'{"Config": {"options": [], "reset": true}}\n', "/run/user/7/Alacritty :0.sock")
XTERMS = Request(b"\x1b]50;DejaVu Sans Mono:size=12\x07")
Ends = tuple[WatchedApp, SupervisorSocket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """The supervisor's end, the app's, and the app's socket itself."""
    ours, the_apps = socket_pair()
    with ours, the_apps:
        yield WatchedApp(1, ours, 0.0), SupervisorSocket(the_apps, restarted=False), the_apps


def test_a_beat_is_counted_with_its_time(ends: Ends):
    watch, app, _ = ends
    app.beat()
    app.beat()
    assert watch.receive(7.0)
    assert (watch.beats, watch.last_beat, watch.leaves) == (2, 7.0, False)


def test_an_end_that_is_meant_is_told(ends: Ends):
    watch, app, _ = ends
    app.leave()
    assert not watch.receive(7.0)
    assert watch.leaves
    assert watch.beats == 0


@pytest.mark.parametrize("request_", [ALACRITTYS, XTERMS], ids=["to its socket", "through the terminal"])
def test_what_gives_the_letters_back_arrives_as_it_was_and_is_no_beat_and_no_end(ends: Ends, request_: Request):
    watch, app, _ = ends
    app.restore_request(request_)
    assert not watch.receive(7.0)
    assert watch.restore_request == request_
    assert (watch.beats, watch.leaves) == (0, False)


def test_a_message_that_comes_in_pieces_is_put_together(ends: Ends):
    watch, app, the_apps = ends
    app.beat()
    app.restore_request(XTERMS)
    app.leave()
    sent = watch._socket.recv(4096)
    for byte in sent:
        the_apps.send(bytes([byte]))
        watch.receive(7.0)
    assert (watch.beats, watch.leaves, watch.restore_request) == (1, True, XTERMS)


def test_nothing_is_told_by_half_a_message(ends: Ends):
    watch, _, the_apps = ends
    the_apps.send(b"w  1b5d3530")
    the_apps.close()
    assert not watch.receive(7.0)
    assert not watch.receive(8.0)
    assert watch.restore_request is None


def test_a_supervisor_that_has_died_keeps_nothing_from_working(ends: Ends):
    watch, app, _ = ends
    watch._socket.close()
    app.beat()
    app.restore_request(XTERMS)
    app.leave()
