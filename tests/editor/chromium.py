"""A real Chromium without a window, driven over a pipe by the DevTools protocol."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHELL = shutil.which("bash")
_OPTIONS = (
    *("--headless", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu", "--no-sandbox", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--force-renderer-accessibility"),
)


class Tab:
    """One page."""

    def __init__(self, to: int, from_: int) -> None:
        self._to = os.fdopen(to, "wb", buffering=0)
        self._from = os.fdopen(from_, "rb", buffering=0)
        self._numbers = itertools.count(1)
        self._rest = b""
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Returns the answer to a command; events that come before it are left out."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def loaded(self) -> None:
        """Waits until a page has loaded."""
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def open(self, address: str) -> None:
        """Opens a page, and waits for it."""
        self.call("Page.navigate", url=address)
        self.run("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))")

    def run(self, script: str) -> Any:
        """Returns the value of an expression in the page; waits for a promise."""
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, button: str) -> None:
        """Presses the button with these words, and waits for the page that it leads to."""
        words = json.dumps(button)
        self.run(f"[...document.querySelectorAll('button')].find(each => each.textContent === {words}).click()")
        self.loaded()

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = self._from.read(65536)
            assert piece, "Chromium has ended"
            self._rest += piece
        one, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        return message


@contextmanager
def chromium(folder: Path) -> Iterator[Tab]:
    """Yields a tab; `folder` is for the browser's own files."""
    assert PROGRAM
    assert SHELL
    in_, to = os.pipe()
    from_, out = os.pipe()
    command = (SHELL, "-c", f'exec "$@" 3<&{in_} 4>&{out}', "-", PROGRAM, *_OPTIONS, f"--user-data-dir={folder}")
    browser = subprocess.Popen(command, pass_fds=(in_, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(in_)
    os.close(out)
    try:
        yield Tab(to, from_)
    finally:
        browser.kill()
        browser.wait()
