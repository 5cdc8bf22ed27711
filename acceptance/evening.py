"""What the steps of an evening share."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from acceptance.disk import Disk
from acceptance.failed import StepFailedError
from acceptance.loudspeaker import Loudspeaker
from acceptance.machine import Machine
from acceptance.network import Network
from acceptance.screen import Screen
from acceptance.workbench import Workbench

FIRST = "Before you start"
"""The title of the page that waits for a patient."""
MENU = "Main menu"
CONTENT = "/srv/kiosk/content"
RECEIVED = "/var/lib/kiosk-fleet"
KIOSK = ("/opt/kiosk/.venv/bin/python", "-P", "-m", "kiosk")
"""The installed program; to be called in /opt/kiosk."""
UNIT = "kiosk.service"


@dataclass
class Evening:
    """One machine, and who stands before it."""

    folder: Path
    release: str
    disk: Disk = field(init=False)
    machine: Machine = field(init=False)
    workbench: Workbench = field(init=False)
    screen: Screen = field(init=False)
    loudspeaker: Loudspeaker = field(init=False)
    network: Network = field(init=False)

    def __post_init__(self) -> None:
        self.disk = Disk(self.folder, "machine", self.release)
        self.machine = Machine(self.disk)
        self.workbench = Workbench(self.folder, self.release, self.machine)
        self.screen = Screen(self.workbench)
        self.loudspeaker = Loudspeaker(self.workbench, self.machine)
        self.network = Network(self.folder / "network")

    def kiosk(self, *words: str) -> str:
        """Calls a command of the installed kiosk, as its user; returns what it said."""
        return self.machine.call("runuser", "-u", "kiosk", "--", *KIOSK, *words, folder="/opt/kiosk")

    def switch_on(self) -> float:
        """Starts the machine, waits for the first page and listens; returns the seconds to the page."""
        self.machine.start()
        self.screen.wait_for(FIRST, seconds=120)
        self.loudspeaker.start()
        return self.since_start()

    def since_start(self) -> float:
        """Seconds since it was switched on."""
        return time.monotonic() - self.machine.switched_on

    def agree(self) -> None:
        """From the first page to the menu, without sound."""
        self.screen.wait_for(FIRST)
        self.screen.press("2")  # wakes
        self.screen.press("2")
        self.screen.wait_for(MENU)

    def finish(self) -> None:
        """From the menu back to the first page, as a visitor who goes."""
        self.screen.press("8")
        self.screen.wait_for(FIRST)

    def edit(self, file: str, before: str, after: str) -> None:
        """Somebody replaces words in a text on the machine, and saves."""
        path = self.disk.tree / CONTENT.strip("/") / file
        text = path.read_text("utf-8")
        if text.count(before) != 1:
            raise StepFailedError(f"“{before}” stands {text.count(before)} times in {file}")
        path.write_text(text.replace(before, after))

    def close(self) -> None:
        """Ends all that runs, and keeps the disk."""
        self.loudspeaker.stop()
        self.machine.remove()
        self.network.close()
