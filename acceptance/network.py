"""The content manager's machine of a network of clinics, with a web server at 127.0.0.1."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from acceptance.disk import ROOT, said
from acceptance.failed import StepFailedError
from tests.content.sample_clinic import as_own
from tests.fleet.prepared import PASSPHRASE, approve_all
from tests.fleet.web_server import WebServer


class Network:
    """What is published lies in `folder`/fleet/public."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: WebServer | None = None
        self.address = ""

    def open(self) -> None:
        """Makes a network with new keys, and starts its web server."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(ROOT / "content", self.folder / "content")
        as_own(self.folder / "content")  # samples are not published
        self._call("init")
        self._server = WebServer(self.folder / "fleet" / "public")
        self._server.__enter__()
        self.address = self._server.address

    @property
    def root(self) -> Path:
        """What a kiosk is given by hand."""
        return self.folder / "fleet" / "root.json"

    def publish(self, before: Sequence[str], after: Sequence[str]) -> None:
        """Changes the order of the menu, has all texts approved, and publishes them."""
        path = self.folder / "content" / "clinic.yaml"
        old, new = ("".join(f"  - {topic}\n" for topic in topics) for topics in (before, after))
        text = path.read_text("utf-8")
        if text.count(old) != 1:
            raise StepFailedError(f"the menu in clinic.yaml does not begin with {', '.join(before)}")
        path.write_text(text.replace(old, new))
        approve_all(self.folder / "content")
        self._call(
            "publish", str(self.folder / "content"), "--channel", "stable", "--note", "The menu in another order"
        )

    def close(self) -> None:
        """Ends the web server."""
        if self._server is not None:
            self._server.__exit__()
            self._server = None

    def _call(self, *words: str) -> None:
        own = {**os.environ, "KIOSK_FLEET_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT)}
        command = (sys.executable, "-P", "-m", "kiosk", "fleet", *words, "--network", str(self.folder / "fleet"))
        said(*command, environment=own)
