"""Which terminal is asked, with which words, and that nobody is asked where the words would go astray."""

from __future__ import annotations

import json
import socket
import threading
from pathlib import Path

import pytest

from kiosk.terminal.request import Request, delivery
from kiosk.terminal.text_size.alacritty import Alacritty
from kiosk.terminal.text_size.identify import identify
from kiosk.terminal.text_size.urxvt import Urxvt
from kiosk.terminal.text_size.xterm import Xterm

XTERM = {"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}
ALACRITTY = {"TERM": "alacritty", "ALACRITTY_SOCKET": "/run/a.sock", "ALACRITTY_WINDOW_ID": "41"}


def test_each_terminal_is_known_by_its_environment():
    assert identify(XTERM) == Xterm()
    assert identify({"TERM": "rxvt-unicode-256color"}) == Urxvt()
    assert identify(ALACRITTY) == Alacritty("/run/a.sock", 41)
    assert identify({**ALACRITTY, "TERM": "xterm-256color"}) == Alacritty("/run/a.sock", 41)


def test_a_terminal_started_from_another_is_not_taken_for_that_one():
    assert identify({**ALACRITTY, **XTERM}) == Xterm()
    assert identify({**XTERM, **ALACRITTY}) == Alacritty("/run/a.sock", 41)


@pytest.mark.parametrize("between", ["TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "ZELLIJ"])
def test_nobody_is_asked_through_a_multiplexer_or_a_network(between: str):
    for env in (XTERM, ALACRITTY, {"TERM": "rxvt-unicode"}):
        assert identify({**env, between: "1"}) is None


@pytest.mark.parametrize("kind", ["", "linux", "dumb", "xterm-256color", "tmux-256color", "screen", "foot", "vt220"])
def test_other_terminals_are_not_asked(kind: str):
    assert identify({"TERM": kind}) is None
    assert identify({"TERM": kind, "ALACRITTY_SOCKET": "/run/a.sock", "ALACRITTY_WINDOW_ID": "x"}) is None


def test_kitty_is_never_asked_though_it_was_started_from_another_terminal():
    assert identify({"TERM": "xterm-kitty", "XTERM_VERSION": "XTerm(379)"}) is None
    assert identify({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1", "XTERM_VERSION": "XTerm(379)"}) is None


def test_the_words_are_those_that_the_terminals_know():
    assert Xterm().ask(24) == Request(b"\x1b]50;DejaVu Sans Mono:size=24\x07")
    assert Urxvt().ask(13.5) == Request(b"\x1b]710;xft:DejaVu Sans Mono:size=13.5\x07")


def test_xterm_is_asked_for_the_font_that_is_installed():
    terminal = identify({**XTERM, "KIOSK_FONT": "Atkinson Hyperlegible Mono"})
    assert terminal
    assert terminal.ask(24) == Request(b"\x1b]50;Atkinson Hyperlegible Mono:size=24\x07")


def test_a_size_that_is_not_known_cannot_be_given_back():
    assert Xterm().restore(None) is None
    assert Urxvt().restore(None) is None
    assert Xterm().restore(12) == Xterm().ask(12)


def test_alacritty_is_told_through_its_socket(tmp_path: Path):
    path = str(tmp_path / "alacritty.sock")
    heard: list[bytes] = []

    def listen(server: socket.socket) -> None:
        for _ in range(2):
            link, _ = server.accept()
            with link, link.makefile("rb") as lines:
                heard.append(lines.readline())

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        thread = threading.Thread(target=listen, args=[server])
        thread.start()
        written: list[bytes] = []
        deliver = delivery(written.append)
        deliver(Alacritty(path, 41).ask(24))
        deliver(Alacritty(path, 41).restore(None))
        thread.join(5)
    assert json.loads(heard[0]) == {"Config": {"options": ["font.size=24"], "window_id": 41, "reset": False}}
    assert json.loads(heard[1]) == {"Config": {"options": [], "window_id": 41, "reset": True}}
    assert written == []


def test_a_socket_that_is_gone_does_no_harm(tmp_path: Path):
    delivery(lambda data: None)(Alacritty(str(tmp_path / "gone"), 1).ask(24))
