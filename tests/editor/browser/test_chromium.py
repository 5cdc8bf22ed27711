"""A real browser: forms have names for a screen reader, and fit at 200 % and on a small screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.editor.browser.application import application
from kiosk.editor.browser.pairing import Pairing
from kiosk.editor.browser.server import Server
from kiosk.editor.model.store import Store
from tests.content.sample_clinic import ClinicFolder
from tests.editor.chromium import PROGRAM, SHELL, Tab, chromium

pytestmark = pytest.mark.skipif(not (PROGRAM and SHELL), reason="there is no Chromium")
NAMED = {"textbox", "combobox", "checkbox", "button", "link", "navigation", "region"}
"""Roles of which each has a name that a screen reader says."""


@pytest.fixture
def address(store: Store) -> Iterator[tuple[str, str]]:
    """The address of an editor on this machine, and the code for it."""
    codes: list[str] = []
    server = Server(0)
    server.set_app(application(store, Pairing(codes.append, lambda: 0.0), server.server_port))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", codes[-1]
    server.shutdown()
    thread.join()
    server.server_close()


def controls(tab: Tab) -> list[tuple[str, str]]:
    """Role and name of everything in the accessibility tree."""
    nodes: list[dict[str, Any]] = tab.call("Accessibility.getFullAXTree")["nodes"]
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")]


def width(tab: Tab, pixels: int) -> int:
    """How far the page reaches to the right of a window that is `pixels` wide."""
    tab.call("Emulation.setDeviceMetricsOverride", width=pixels, height=800, deviceScaleFactor=1, mobile=False)
    found: int = tab.run("document.documentElement.scrollWidth")
    return found


def look_at(tab: Tab, home: str, path: str) -> None:
    """Opens a page, and finds nothing on it that a screen reader or a narrow window could not show."""
    tab.open(home + path)
    nameless = [role for role, name in controls(tab) if role in NAMED and not name.strip()]
    assert nameless == [], path
    assert tab.run("document.querySelectorAll('h1').length") == 1
    assert width(tab, 640) <= 640  # 1280 pixels at 200 %
    assert width(tab, 320) <= 320
    assert tab.run("[...document.querySelectorAll('label')].every(each => each.control)")
    assert tab.run("[...document.querySelectorAll('fieldset')].every(each => each.querySelector('legend'))")
    ids = "[...document.querySelectorAll('[id]')].map(each => each.id)"
    assert tab.run(f"new Set({ids}).size === {ids}.length"), path


def test_a_receptionist_changes_a_page(address: tuple[str, str], folder: ClinicFolder, tmp_path: Path):
    home, code = address
    with chromium(tmp_path / "browser") as tab:
        tab.open(home)
        tab.run(f"document.getElementById('code').value = '{code}'")
        tab.run("document.getElementById('name').value = 'Ana'")
        tab.press("Open")
        assert tab.run("document.querySelector('h1').textContent") == "What would you like to change?"
        for path in ("/form/notice", "/form/clinic", "/form/words", "/form/en/signs", "/topics", "/review"):
            look_at(tab, home, path)
        tab.open(f"{home}/form/en/signs")
        tab.press("Add: point")
        assert tab.run("document.activeElement.name") == "sections/0/points/2"
        tab.call("Input.insertText", text="A rash: it stays")
        tab.press("Save")
        assert "Saved." in tab.run("document.body.innerText")
        tab.run("document.getElementById('f-title').value = ''")
        tab.press("Save")
        assert ("link", "Title: Type the heading of the page.") in controls(tab)
        for path in ("/history", "/history/en/signs", "/past/1/en/signs"):
            look_at(tab, home, path)
        tab.press("Bring this back")
        assert "It is again as it was." in tab.run("document.body.innerText")
        tab.press("Undo")
    assert '      - "A rash: it stays"\n' in (folder.path / "en/signs.yaml").read_text()
